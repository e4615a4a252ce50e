package dev.dockhand.app.flow.picking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Desk;
import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.Floor;
import dev.dockhand.app.flow.Floors;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Verdict.Tone;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.id.ShipmentId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.id.ToteCode;
import org.junit.jupiter.api.Test;

/** A late cancel is heard while picking; a restart and an empty list are borne. */
class PickingCancelTest {

    private static final ToteCode TOTE = new ToteCode("TOTE-1");

    private final Floor floor = Floors.empty().with(Floors.shipment(2)).with(Floors.shipment(1));
    private final Desk<PickState> desk = Desk.open(new PickingFlow(), floor);

    private Desk<PickState> atFirstItem() {
        return desk.scan("tote-1").scan("A-01");
    }

    @Test
    void pickingGoesOnAfterARestart() {
        atFirstItem().scan(Floors.CREAM_CODE).scan(Floors.CREAM_CODE);

        Desk<PickState> again = desk.restart().at("picking.scan-place").scan("A-01");

        assertThat(again.screen().item()).isNotNull();
        assertThat(again.screen().item().item()).isEqualTo(Floors.SERUM);
    }

    @Test
    void lateCancelShoutsAndIsAnsweredOnce() {
        atFirstItem().scan(Floors.CREAM_CODE).callOff(new TaskId("T-1"));
        desk.says(Tone.ALARM, "picking.called-off").at("picking.cancelled");
        desk.scan(Floors.CREAM_CODE).didNothing().at("picking.cancelled");

        desk.press(Command.CONFIRM)
                .says(Tone.NOTE, "picking.goods-back")
                .did(new Act.CancelSeen(new ShipmentId("S-1")))
                .at("picking.scan-tote");
        assertThat(desk.canUndo()).isFalse();
    }

    @Test
    void cancelOfAnotherOrderDisturbsNobody() {
        atFirstItem().callOff(new TaskId("T-2")).at("picking.take").says(Tone.NOTE, "picking.place-right");
        pickAll();
        desk.at("picking.no-work");
    }

    @Test
    void cancelThatAnUndoWouldHideIsSeenAtTheNextScan() {
        atFirstItem().scan(Floors.CREAM_CODE).callOff(new TaskId("T-1")).undo();

        desk.scan(Floors.CREAM_CODE).says(Tone.ALARM, "picking.called-off").didNothing();
    }

    @Test
    void cancelBeforeTheFirstPickNeedsNoPutBack() {
        desk.scan("TOTE-1").callOff(new TaskId("T-1")).press(Command.CONFIRM).says(Tone.NOTE, "picking.cancel-seen");
    }

    @Test
    void cancelDuringARestartIsNotForgotten() {
        atFirstItem().scan(Floors.CREAM_CODE);
        floor.callOff(new TaskId("T-1"));

        desk.restart().at("picking.cancelled");
    }

    @Test
    void withoutWorkItWaitsAndAsks() {
        Floor quiet = Floors.empty();
        Desk<PickState> idle = Desk.open(new PickingFlow(), quiet).at("picking.no-work");
        idle.press(Command.CONFIRM).says(Tone.NOTE, "picking.asked-for-work").wants(new Effect.WantWork(null));
        idle.scan("A-01").says(Tone.WARN, "common.means");
        idle.give(new Input.Changed()).at("picking.no-work");

        quiet.with(Floors.shipment(5));
        idle.give(new Input.Changed()).says(Tone.NOTE, "picking.new-work").at("picking.scan-tote");
    }

    private void pickAll() {
        desk.scan(Floors.CREAM_CODE).scan(Floors.CREAM_CODE).scan(Floors.SERUM_CODE);
        desk.scan("A-02").scan(Floors.PAD_CODE).scan(Floors.PAD_CODE).scan(Floors.PAD_CODE);
    }
}
