package dev.dockhand.app.flow.script;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.Floor;
import dev.dockhand.app.flow.Floors;
import dev.dockhand.app.flow.Flow;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.menu.MenuFlow;
import dev.dockhand.app.flow.packing.PackingFlow;
import dev.dockhand.app.flow.picking.PickingFlow;
import dev.dockhand.app.flow.putaway.PutawayFlow;
import dev.dockhand.app.flow.putback.PutBackFlow;
import dev.dockhand.app.flow.receiving.ReceivingFlow;
import dev.dockhand.app.flow.signin.SignInFlow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** A bench of all flows in memory, whose printer and scale always work. */
final class Shift {

    private static final Map<FlowId, Flow<?>> FLOWS = Map.of(
            FlowId.SIGN_IN, new SignInFlow(),
            FlowId.MENU, new MenuFlow(),
            ReceivingFlow.ID, new ReceivingFlow(),
            PutawayFlow.ID, new PutawayFlow(),
            PickingFlow.ID, new PickingFlow(),
            PackingFlow.ID, new PackingFlow(),
            PutBackFlow.ID, new PutBackFlow());

    private final Floor floor;
    private final Queue<Input> devices = new ArrayDeque<>();
    private final List<String> printed = new ArrayList<>();
    private Running<?> running;
    private boolean mustAnswer;

    Shift(Floor floor) {
        this.floor = floor;
        this.running = Running.start(FLOWS.get(FlowId.SIGN_IN), floor);
    }

    /** What came out of the printer: the names of the jobs. */
    List<String> printed() {
        return printed;
    }

    Screen screen() {
        return running.screen(floor);
    }

    boolean mustAnswer() {
        return mustAnswer;
    }

    /** The station is killed; what was printed lies in the tray. */
    void restart() {
        devices.clear();
        mustAnswer = false;
        goTo(FlowId.SIGN_IN);
    }

    /** Does a deed on the devices of this bench; false when the shift is over. */
    boolean take(Deed deed) {
        switch (deed) {
            case Deed.Scan(var text) -> give(new Input.Scanned(ScannedCode.plain(text)));
            case Deed.Press(var command) when command == Command.ACKNOWLEDGE -> mustAnswer = false;
            case Deed.Press(var command) when command == Command.MENU -> goTo(FlowId.MENU);
            case Deed.Press(var command) -> give(new Input.Pressed(command));
            case Deed.Type(var text) -> give(new Input.Entered(text));
            case Deed.Choose(var option) -> give(new Input.Chosen(option));
            case Deed.PutOnScale(var grams) -> give(new Input.Weighed(grams, "", "scale"));
            case Deed.Wait ignored -> give(devices.remove());
            case Deed.Rest ignored -> {
                return false;
            }
        }
        return true;
    }

    private void give(Input input) {
        Decision<?> decision = running.give(input, floor);
        if (decision.verdict() != null) {
            mustAnswer = decision.verdict().tone().mustBeAnswered();
        }
        decision.effects().forEach(this::start);
    }

    private void start(Effect effect) {
        switch (effect) {
            case Effect.Print print -> {
                printed.add(print.job());
                devices.add(new Input.Printed(print.job(), Input.Printed.Outcome.CONFIRMED, "status"));
            }
            case Effect.GoTo(var flow, var first) -> {
                goTo(flow);
                if (first != null) {
                    give(first);
                }
            }
            case Effect.SignIn(var operator) -> floor.signedIn(operator);
            case Effect.AskSupervisor ask -> give(new Input.Approved(Floors.BOSS.id()));
            case Effect.Answer answer -> throw new AssertionError("no job is asked beside a job");
            case Effect.Weigh ignored -> {}
            case Effect.WantWork ignored -> {}
            case Effect.GiveBack ignored -> {}
        }
    }

    private void goTo(FlowId flow) {
        floor.settle();
        running = Running.start(FLOWS.get(flow), floor);
    }

    private static final class Running<S> {
        private final Flow<S> flow;
        private S state;

        private Running(Flow<S> flow, S state) {
            this.flow = flow;
            this.state = state;
        }

        static <S> Running<S> start(@Nullable Flow<S> flow, Floor floor) {
            if (flow == null) {
                throw new AssertionError("no such flow");
            }
            return new Running<>(flow, flow.start(floor));
        }

        Screen screen(Floor floor) {
            return flow.screen(state, floor);
        }

        Decision<S> give(Input input, Floor floor) {
            Decision<S> decision = flow.on(state, input, floor);
            floor.record(decision.acts());
            state = decision.next();
            return decision;
        }
    }
}
