package dev.dockhand.app.flow.packing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.flow.BenchRules;
import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Desk;
import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.Floor;
import dev.dockhand.app.flow.Floors;
import dev.dockhand.app.flow.Input.Printed.Outcome;
import dev.dockhand.app.flow.Picked;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict.Tone;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.ShipmentId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.measure.Quantity;
import org.junit.jupiter.api.Test;

/** A station that is killed goes on where it was, and a late cancel is heard at every step. */
class PackingResumeTest {

    private static final TaskId TASK = new TaskId("T-1");
    private static final String WAYBILL = "632912345671";

    private final Floor floor = Floors.empty()
            .with(Floors.shipment(1, Floors.line(1, Floors.CREAM, null, Floors.A1, 2)))
            .with(Floors.shipment(2));
    private final Desk<PackState> desk;

    PackingResumeTest() {
        Picked.all(floor, floor.task(TASK).orElseThrow(), "TOTE-1");
        Picked.all(floor, Floors.shipment(2), "TOTE-2");
        desk = Desk.open(new PackingFlow(), floor);
    }

    private Desk<PackState> weighing() {
        return desk.scan("TOTE-1").scan(Floors.CREAM_CODE).scan(Floors.CREAM_CODE);
    }

    @Test
    void aParcelThatIsWeighedOrLabelledCanWaitAndIsFoundAgainAsItWas() {
        weighing().at("packing.weigh").press(Command.BACK).at("packing.choose-work");
        desk.scan("TOTE-1").at("packing.weigh").weigh(320);
        String job = desk.print().job();
        floor.lagging();
        desk.at("packing.take-label").press(Command.BACK).at("packing.choose-work");
        desk.scan("TOTE-1").at("packing.is-label-there").choose("LABEL_THERE").at("packing.scan-label");
        desk.press(Command.BACK).at("packing.choose-work");
        floor.settle();
        desk.printed(job, Outcome.CONFIRMED).at("packing.choose-work");
        desk.scan("TOTE-1").press(Command.BACK).at("packing.choose-work");
        assertThat(floor.acts(Act.LabelPrinted.class)).hasSize(1);
    }

    @Test
    void goesOnWithTheNextItem() {
        desk.scan("TOTE-1").scan(Floors.CREAM_CODE);

        Desk<PackState> again = desk.restart().at("packing.scan-item");
        assertThat(again.screen().counter()).isEqualTo(new Screen.Counter(Quantity.ONE, Quantity.of(2)));
        again.scan(Floors.CREAM_CODE).at("packing.weigh");
    }

    @Test
    void goesOnWithTheScale() {
        weighing().restart().at("packing.weigh").press(Command.CONFIRM).wants(new Effect.Weigh());
    }

    @Test
    void neverPrintsASecondLabelByItself() {
        weighing().weigh(320);

        Desk<PackState> again = desk.restart().at("packing.is-label-there");
        again.choose("LABEL_THERE").wants().scan(WAYBILL).says(Tone.DONE, "packing.closed");
        assertThat(floor.acts(Act.LabelPrinted.class)).hasSize(1);
    }

    @Test
    void asksAgainAfterAnUnknownEnd() {
        weighing().weigh(320);
        desk.printed(desk.print().job(), Outcome.UNKNOWN);

        desk.restart().at("packing.is-label-there").press(Command.PRINT_AGAIN).choose("NO_LABEL");
        assertThat(floor.acts(Act.LabelPrinted.class)).last().satisfies(label -> {
            assertThat(label.copy()).isEqualTo(2);
            assertThat(label.reason()).isEqualTo("NO_LABEL");
        });
    }

    @Test
    void goesOnWithTheScanOfTheLabel() {
        weighing().weigh(320);
        desk.printed(desk.print().job(), Outcome.CONFIRMED);

        desk.restart().at("packing.scan-label").scan(WAYBILL).says(Tone.DONE, "packing.closed");
    }

    @Test
    void closedParcelIsNotOpenedAgain() {
        weighing().weigh(320).scan(WAYBILL);

        Desk<PackState> again = desk.restart().at("packing.choose-work");
        assertThat(again.screen().options()).extracting(Screen.Option::id).containsExactly("T-2");
    }

    @Test
    void benchWithoutScaleAsksForTheLabel() {
        weighing();
        floor.with(new BenchRules(false, 5, 20));

        desk.restart()
                .at("packing.is-label-there")
                .press(Command.PRINT_AGAIN)
                .choose("NO_LABEL")
                .at("packing.take-label");
    }

    @Test
    void lateCancelShoutsBeforeTheLabelAndPrintsNothing() {
        weighing().callOff(TASK).says(Tone.ALARM, "packing.called-off").at("packing.cancelled");
        desk.weigh(320).didNothing().wants().at("packing.cancelled");
        desk.scan(WAYBILL).says(Tone.WARN, "common.confirm-first");

        desk.press(Command.CONFIRM)
                .says(Tone.NOTE, "packing.goods-back")
                .did(new Act.CancelSeen(new ShipmentId("S-1")))
                .at("packing.choose-work");
        assertThat(floor.acts(Act.LabelPrinted.class)).isEmpty();
        assertThat(desk.canUndo()).isFalse();
    }

    @Test
    void cancelThatTheBenchHeardOnlyInItsDataStopsTheLabel() {
        weighing();
        floor.callOff(TASK);

        desk.weigh(320).says(Tone.ALARM, "packing.called-off").wants();
        assertThat(desk.drafts()).hasSize(1);
    }

    @Test
    void lateCancelAfterTheLabelHasItDestroyed() {
        weighing().weigh(320);
        desk.printed(desk.print().job(), Outcome.CONFIRMED);

        desk.callOff(TASK).says(Tone.ALARM, "packing.called-off-labelled").at("packing.cancelled");
        assertThat(desk.screen().hint()).isNotNull();
        assertThat(desk.screen().hint().key()).isEqualTo("packing.cancelled.label");
        desk.scan(WAYBILL).didNothing();
        desk.press(Command.CONFIRM);
        assertThat(floor.acts(Act.ShipmentPacked.class)).isEmpty();
    }

    @Test
    void cancelWhileTheLabelIsPrintedIsHeardAtItsEnd() {
        weighing().weigh(320);
        String job = desk.print().job();
        floor.callOff(TASK);

        desk.printed(job, Outcome.CONFIRMED).says(Tone.ALARM, "packing.called-off-labelled");
        assertThat(desk.drafts()).hasSize(1);
    }

    @Test
    void cancelThatAnUndoWouldHideIsHeardAtTheNextScan() {
        desk.scan("TOTE-1").scan(Floors.CREAM_CODE).callOff(TASK).undo();

        desk.scan(Floors.CREAM_CODE).says(Tone.ALARM, "packing.called-off").didNothing();
    }

    @Test
    void waitingOrderThatIsCalledOffIsSentBackFromTheList() {
        desk.callOff(TASK).says(Tone.WARN, "packing.waiting-called-off").at("packing.choose-work");
        desk.choose("T-1").says(Tone.ALARM, "packing.called-off").press(Command.CONFIRM);
        assertThat(desk.screen().options()).extracting(Screen.Option::id).containsExactly("T-2");
        desk.scan("O-1")
                .says(Tone.WARN, "common.means")
                .naming(
                        Text.of("known.cancelled-goods", new OrderId("b/O-1"), new ToteCode("TOTE-1"), 2),
                        Text.of("packing.tote-wanted"));
    }

    @Test
    void cancelOfAnotherOrderDisturbsNobody() {
        desk.scan("TOTE-1")
                .callOff(new TaskId("T-2"))
                .says(Tone.NOTE, "packing.opened")
                .at("packing.scan-item");
    }
}
