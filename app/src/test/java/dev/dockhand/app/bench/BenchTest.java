package dev.dockhand.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.flow.BenchRules;
import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.Floors;
import dev.dockhand.app.flow.Flow;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.flow.labels.LabelsFlow;
import dev.dockhand.app.flow.menu.JobRegistry;
import dev.dockhand.app.flow.packing.PackingFlow;
import dev.dockhand.app.flow.picking.PickingFlow;
import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Draft;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.Identifier;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.station.MemoryException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchTest {

    private static final Operator KIM =
            new Operator(new OperatorId("op-1"), "Kim", "B-1", "", Operator.Role.PICKER, true);
    private static final Place RACK = Place.of(new LocationCode("A-1"));
    private static final Place TOTE = Place.of(new ToteCode("T-1"));

    /** From this count on another order is in hand. */
    private static final int NEXT_ORDER = 100;

    /** At this count the parcel lies on the scale. */
    private static final int WEIGHED = 3;

    private final MemoryInRam memory = new MemoryInRam();
    private final List<Effect.Print> printed = new ArrayList<>();
    private final List<String> scale = new ArrayList<>();
    private final Bench bench = bench();

    /** Counts scans: each is one act; "bad" is refused, "label" prints for good, "boom" is a fault in the rule. */
    private record Counting(FlowId id) implements Flow<Integer> {
        @Override
        public Integer start(Lookup lookup) {
            return 0;
        }

        @Override
        public Decision<Integer> on(Integer count, Input input, Lookup lookup) {
            return switch (input) {
                case Input.Scanned(var code)
                when code.text().equals("in") ->
                    Decision.show(count, Verdict.good("in"))
                            .with(new Effect.SignIn(KIM), new Effect.GoTo(PackingFlow.ID, null));
                case Input.Scanned(var code)
                when code.text().equals("next order") -> Decision.quiet(count + NEXT_ORDER);
                case Input.Scanned(var code)
                when code.text().equals("bad") -> Decision.show(count, Verdict.stop("wrong"));
                case Input.Scanned(var code)
                when code.text().equals("boom") -> throw new IllegalStateException("a fault in a rule");
                case Input.Scanned(var code)
                when code.text().equals("label") ->
                    Decision.did(count, Verdict.done("printed"), List.of(packed(count)))
                            .with(new Effect.Print("j1", "waybill", Map.of()))
                            .forGood();
                case Input.Scanned s -> Decision.did(count + 1, Verdict.good("counted"), List.of(packed(count)));
                case Input.Printed p -> Decision.did(count, Verdict.done("printed"), List.of(packed(count)));
                case Input.Cancelled c -> Decision.quiet(count);
                default -> Decision.quiet(count);
            };
        }

        private static TaskId order(int count) {
            return new TaskId("T-" + (1 + count / NEXT_ORDER));
        }

        @Override
        public Identifier piece(Integer count) {
            return order(count);
        }

        private static Draft packed(int count) {
            return new Draft(
                    KIM.id(),
                    order(count),
                    7L,
                    new Act.ItemPacked(1, new ItemId("b/A"), Quantity.ONE),
                    List.of(new Movement(Goods.of(new ItemId("b/A")), Quantity.ONE, RACK, TOTE)));
        }

        @Override
        public Screen screen(Integer count, Lookup lookup) {
            Screen screen = Screen.of(id, "count-" + count, Text.of("count", count));
            return count == WEIGHED ? screen.withScale() : screen;
        }
    }

    private Bench bench() {
        memory.tasks.addAll(List.of(Floors.shipment(1), Floors.shipment(2)));
        Map<FlowId, Flow<?>> flows = new HashMap<>();
        JobRegistry.flows().keySet().forEach(id -> flows.put(id, new Counting(id)));
        BenchSettings settings =
                new BenchSettings("S4", new PlateNumbers(4, 1), BenchRules.USUAL, InstantSource.fixed(Instant.EPOCH));
        return new Bench(memory, flows, new ReadModelLookup(memory, settings), new Bench.Output() {
            @Override
            public void print(Effect.Print print) {
                printed.add(print);
            }

            @Override
            public void weigh() {
                scale.add("weigh");
            }

            @Override
            public void forgetWeight() {
                scale.add("forget");
            }
        });
    }

    private void scan(String... codes) {
        for (String code : codes) {
            bench.take(new Input.Scanned(ScannedCode.plain(code)));
        }
    }

    private String told() {
        return bench.verdict() == null ? "" : bench.verdict().text().key();
    }

    @Test
    void whatCouldNotBeRecordedIsNeverCalledGood() {
        scan("in");
        memory.broken = new MemoryException(MemoryException.Reason.DISK_FULL, "full", null);
        scan("8801234567893");
        assertThat(told()).isEqualTo("bench.disk-full");
        assertThat(bench.mustAnswer()).isTrue();
        assertThat(bench.screen().step()).isEqualTo("count-0");
        memory.broken = null;
        bench.take(new Input.Pressed(Command.ACKNOWLEDGE));
        scan("8801234567893");
        assertThat(told()).isEqualTo("counted");
        assertThat(memory.events).hasSize(1);
    }

    @Test
    void whatAPrinterSaidAndCouldNotBeRecordedIsRecordedOnceTheRedVerdictIsAnswered() {
        scan("in", "label");
        int before = memory.events.size();
        memory.broken = new MemoryException(MemoryException.Reason.DISK_FULL, "full", null);
        bench.take(new Input.Printed("j1", Input.Printed.Outcome.CONFIRMED, "CLEAR"));
        bench.take(new Input.Pressed(Command.ACKNOWLEDGE));
        assertThat(told()).as("still full").isEqualTo("bench.disk-full");
        memory.broken = null;
        bench.take(new Input.Pressed(Command.ACKNOWLEDGE));
        assertThat(told()).isEqualTo("printed");
        assertThat(memory.events).hasSize(before + 1);
        assertThat(printed).hasSize(1);
    }

    @Test
    void noLabelIsPrintedForAnActThatWasNotRecorded() {
        scan("in");
        memory.broken = new MemoryException(MemoryException.Reason.DISK_FAILED, "gone", null);
        scan("label");
        assertThat(printed).isEmpty();
    }

    @Test
    void aRedVerdictStaysUntilItIsAnsweredAndRefusesScansAloud() {
        scan("in", "bad");
        long heard = bench.verdicts();
        scan("8801234567893");
        bench.take(new Input.Pressed(Command.CONFIRM));
        assertThat(told()).isEqualTo("wrong");
        assertThat(bench.verdicts()).isEqualTo(heard + 2);
        assertThat(memory.events).isEmpty();
        scan("DH-ACKNOWLEDGE", "8801234567893");
        assertThat(told()).isEqualTo("counted");
    }

    @Test
    void aDeviceThatReportsMeanwhileDoesNotWipeARedVerdict() {
        scan("in", "bad");
        bench.take(new Input.Printed("j1", Input.Printed.Outcome.CONFIRMED, "CLEAR"));
        assertThat(told()).isEqualTo("wrong");
        assertThat(bench.mustAnswer()).isTrue();
        assertThat(memory.events).hasSize(1);
    }

    @Test
    void undoWritesACounterActWithTheMovementsReversed() {
        scan("in", "x", "y", "DH-UNDO");
        assertThat(bench.screen().step()).isEqualTo("count-1");
        FloorEvent undo = memory.events.getLast();
        assertThat(undo.act()).isEqualTo(new Act.ActUndone(memory.events.get(1).id()));
        assertThat(undo.movements())
                .containsExactly(new Movement(Goods.of(new ItemId("b/A")), Quantity.ONE, TOTE, RACK));
        assertThat(bench.verdict())
                .isEqualTo(Verdict.note(
                        "undo.done",
                        Text.of("undo.item-packed", Quantity.ONE, new ItemId("b/A"), new OrderId("b/O-1"))));
        scan("DH-UNDO", "DH-UNDO");
        assertThat(told()).isEqualTo("bench.nothing-to-undo");
        assertThat(memory.events).hasSize(4);
    }

    @Test
    void whatBelongsToAnotherOrderIsTakenBackOnlyByAnotherKeyOnAPageThatNamesIt() {
        scan("in", "x", "next order", "DH-UNDO");
        assertThat(bench.screen().instruction()).isEqualTo(Text.of("undo.ask", new OrderId("b/O-1")));
        assertThat(bench.canUndo()).isFalse();
        scan("DH-UNDO", "DH-UNDO", "x", "DH-FINISH", "DH-PACK");
        bench.refresh();
        assertThat(told()).isEqualTo("undo.answer-first");
        assertThat(memory.events).hasSize(1);

        scan("DH-BACK");
        assertThat(told()).isEqualTo("undo.left");
        assertThat(bench.screen().step()).isEqualTo("count-101");

        scan("DH-UNDO", "DH-CONFIRM");
        assertThat(told()).isEqualTo("undo.done");
        assertThat(bench.screen().step()).isEqualTo("count-0");
        assertThat(memory.events).hasSize(2);
        scan("DH-CONFIRM", "DH-UNDO");
        assertThat(told()).isEqualTo("bench.nothing-to-undo");
    }

    @Test
    void theQuestionLapsesWhenTheActIsNotTheLastAnyMoreAndWhenTheJobIsLeft() {
        scan("in", "x", "next order", "DH-UNDO");
        bench.take(new Input.Printed("j1", Input.Printed.Outcome.CONFIRMED, "CLEAR"));
        assertThat(bench.screen().step()).isEqualTo("count-101");
        scan("DH-UNDO", "DH-UNDO");
        assertThat(bench.screen().step()).isEqualTo("undo.ask");
        scan("DH-MENU");
        assertThat(bench.flow()).isEqualTo(FlowId.MENU);
        scan("DH-UNDO");
        assertThat(told()).isEqualTo("bench.nothing-to-undo");
    }

    @Test
    void nothingIsTakenBackForAnOperatorWhoCameLaterNorAfterARestart() {
        scan("in", "x", "y", "DH-SIGN_OUT", "in", "DH-UNDO", "DH-UNDO");
        assertThat(told()).isEqualTo("bench.nothing-to-undo");
        Bench restarted = bench();
        restarted.take(new Input.Scanned(ScannedCode.plain("in")));
        restarted.take(new Input.Pressed(Command.UNDO));
        assertThat(restarted.verdict()).isEqualTo(Verdict.warn("bench.nothing-to-undo"));
        assertThat(memory.events).extracting(FloorEvent::act).noneMatch(Act.ActUndone.class::isInstance);
    }

    @Test
    void workThatWasGrantedElsewhereIsNotTakenBack() {
        scan("in", "x");
        memory.tasks.clear();
        scan("DH-UNDO");
        assertThat(told()).isEqualTo("undo.taken-away");
        assertThat(memory.events).hasSize(1);
    }

    @Test
    void anUndoThatCouldNotBeRecordedTakesNothingBack() {
        scan("in", "x");
        memory.broken = new MemoryException(MemoryException.Reason.DISK_FULL, "full", null);
        scan("DH-UNDO");
        assertThat(told()).isEqualTo("bench.disk-full");
        assertThat(bench.screen().step()).isEqualTo("count-1");
    }

    @Test
    void theScaleIsAskedAgainWhenUndoGoesBackToAWeighingAndForgottenWhenItLeavesOne() {
        scan("in", "x", "x", "x", "x");
        scale.clear();
        scan("DH-UNDO");
        assertThat(bench.screen().scale()).isTrue();
        assertThat(scale).containsExactly("forget", "weigh");
        scale.clear();
        scan("DH-UNDO");
        assertThat(bench.screen().scale()).isFalse();
        assertThat(scale).containsExactly("forget");
    }

    @Test
    void whatLeftThePrinterIsNotTakenBack() {
        scan("in", "x", "label", "DH-UNDO");
        assertThat(printed).hasSize(1);
        assertThat(told()).isEqualTo("bench.nothing-to-undo");
    }

    @Test
    void aFaultInARuleRecordsNothingAndTheStationGoesOn() {
        scan("in", "x", "boom");
        assertThat(told()).isEqualTo("bench.fault");
        scan("DH-ACKNOWLEDGE", "x");
        assertThat(bench.screen().step()).isEqualTo("count-2");
    }

    @Test
    void theCommandSheetIsPrintedByTheJobOfLabelsForWhoeverIsSignedIn() {
        bench.take(new Input.Sheet(List.of(Map.of("title", "1"))));
        assertThat(told()).isEqualTo("bench.sign-in-first");
        scan("in", "x");
        bench.take(new Input.Sheet(List.of(Map.of("title", "1"))));
        assertThat(bench.flow()).isEqualTo(LabelsFlow.ID);
        scan("x");
        bench.take(new Input.Sheet(List.of(Map.of("title", "1"))));
        assertThat(bench.screen().step()).isEqualTo("count-1");
    }

    @Test
    void jobsNeedAnOperatorAndSignOutIsRecorded() {
        scan("DH-PACK");
        assertThat(told()).isEqualTo("bench.sign-in-first");
        scan("in", "DH-PICK");
        assertThat(bench.flow()).isEqualTo(PickingFlow.ID);
        scan("DH-SIGN_OUT");
        assertThat(bench.operator()).isNull();
        assertThat(bench.flow()).isEqualTo(FlowId.SIGN_IN);
        assertThat(memory.events.getLast().act()).isEqualTo(new Act.SignedOut());
    }

    @Test
    void aCancelThatIsNoneOfThisJobsBusinessChangesNothingOnTheScreen() {
        scan("in", "x");
        bench.take(new Input.Cancelled(new TaskId("other")));
        bench.refresh();
        assertThat(told()).isEqualTo("counted");
    }

    @Test
    void twoStationsNeverMakeTheSamePlate() {
        PlateNumbers four = new PlateNumbers(4, 1);
        PlateNumbers five = new PlateNumbers(5, 1);
        assertThat(four.number(Floors.WAREHOUSE.companyPrefix(), 1).value())
                .hasSize(18)
                .isEqualTo("104000000040000010");
        assertThat(five.number(Floors.WAREHOUSE.companyPrefix(), 1))
                .isNotEqualTo(four.number(Floors.WAREHOUSE.companyPrefix(), 1));
        assertThat(new PlateNumbers(4, 2).number(Floors.WAREHOUSE.companyPrefix(), 1))
                .isNotEqualTo(four.number(Floors.WAREHOUSE.companyPrefix(), 1));
    }
}
