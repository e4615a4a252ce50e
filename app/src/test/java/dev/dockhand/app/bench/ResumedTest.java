package dev.dockhand.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.flow.BenchRules;
import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.Floors;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.menu.MenuFlow;
import dev.dockhand.app.flow.packing.PackingFlow;
import dev.dockhand.app.flow.picking.PickingFlow;
import dev.dockhand.app.flow.putaway.PutawayFlow;
import dev.dockhand.app.flow.receiving.ReceivingFlow;
import dev.dockhand.app.flow.signin.SignInFlow;
import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.catalogue.PinHash;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.task.Progress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A station that was killed says at its start what was begun, and at the job that it goes on there. */
class ResumedTest {

    private static final Text LEFT = Text.of("common.left-picking", new OrderId("b/O-1"), 2, 6);

    private final MemoryInRam memory = new MemoryInRam();

    private Bench started() {
        memory.operators.add(new Operator(
                new OperatorId("op-1"),
                "Kim",
                "B-1",
                PinHash.of("1111", MemoryInRam.PEPPER, new Random(1)),
                Operator.Role.PICKER,
                true));
        BenchSettings settings =
                new BenchSettings("S1", new PlateNumbers(1, 1), BenchRules.USUAL, InstantSource.fixed(Instant.EPOCH));
        return new Bench(
                memory,
                Map.of(
                        FlowId.SIGN_IN, new SignInFlow(),
                        FlowId.MENU, new MenuFlow(),
                        ReceivingFlow.ID, new ReceivingFlow(),
                        PutawayFlow.ID, new PutawayFlow(),
                        PickingFlow.ID, new PickingFlow(),
                        PackingFlow.ID, new PackingFlow()),
                new ReadModelLookup(memory, settings),
                new NoOutput());
    }

    private static final class NoOutput implements Bench.Output {
        @Override
        public void print(Effect.Print print) {}

        @Override
        public void weigh() {}

        @Override
        public void forgetWeight() {}
    }

    private void picked(int units) {
        memory.tasks.add(Floors.shipment(1));
        memory.progress = new Progress(
                Map.of(1, Quantity.of(units)),
                Map.of(),
                new ToteCode("TOTE-1"),
                false,
                Map.of(),
                List.of(),
                false,
                false,
                false);
    }

    private static void signIn(Bench bench) {
        bench.take(new Input.Scanned(ScannedCode.plain("B-1")));
        bench.take(new Input.Entered("1111"));
    }

    @Test
    void whatWasBegunIsSaidAtSignInAndAtTheMenu() {
        picked(2);
        Bench bench = started();
        assertThat(bench.left()).containsExactly(LEFT);
        signIn(bench);
        assertThat(bench.left()).containsExactly(LEFT);
    }

    @Test
    void theJobSaysOnceThatItGoesOnWhereItWasLeft() {
        picked(2);
        Bench bench = started();
        signIn(bench);
        bench.take(new Input.Chosen("PICKING"));
        assertThat(bench.verdict()).isNotNull();
        assertThat(bench.verdict().text()).isEqualTo(LEFT);
        assertThat(bench.left()).isEmpty();
        bench.take(new Input.Pressed(Command.MENU));
        assertThat(bench.left()).isEmpty();
        bench.take(new Input.Scanned(ScannedCode.plain("DH-PICK")));
        assertThat(bench.verdict().text().key()).isEqualTo("bench.job");
    }

    @Test
    void nothingIsSaidWhereNothingWasBegun() {
        Bench bench = started();
        assertThat(bench.left()).isEmpty();
    }
}
