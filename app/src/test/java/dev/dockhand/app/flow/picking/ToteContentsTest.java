package dev.dockhand.app.flow.picking;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Desk;
import dev.dockhand.app.flow.Floor;
import dev.dockhand.app.flow.Floors;
import dev.dockhand.app.flow.Picked;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict.Tone;
import dev.dockhand.app.flow.packing.PackingFlow;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.task.TaskStage;
import org.junit.jupiter.api.Test;

/** What lies in a tote is what the stock says, whatever a job remembers. */
class ToteContentsTest {

    private static final ToteCode TOTE = new ToteCode("TOTE-1");
    private static final Text EMPTY_WANTED = Text.of("picking.tote-wanted");

    private final Floor floor = Floors.empty().with(Floors.shipment(1)).with(Floors.shipment(2));

    private Desk<PickState> picking() {
        return Desk.open(new PickingFlow(), floor).at("picking.scan-tote");
    }

    private void refused(Text contents) {
        picking()
                .scan("TOTE-1")
                .says(Tone.STOP, "common.means")
                .naming(contents, EMPTY_WANTED)
                .at("picking.scan-tote");
    }

    private static Text calledOff(int units) {
        return Text.of("known.cancelled-goods", new OrderId("b/O-1"), TOTE, units);
    }

    @Test
    void aToteOfACancelInMidPackIsNotEmpty() {
        Picked.all(floor, Floors.shipment(1), "TOTE-1");
        Desk.open(new PackingFlow(), floor)
                .scan("TOTE-1")
                .scan(Floors.CREAM_CODE)
                .callOff(new TaskId("T-1"))
                .press(Command.CONFIRM)
                .says(Tone.NOTE, "packing.goods-back");
        refused(calledOff(6));
    }

    @Test
    void aToteOfACancelInMidPickIsNotEmpty() {
        picking().scan("TOTE-1").scan("A-01").scan(Floors.CREAM_CODE).callOff(new TaskId("T-1"));
        Desk.open(new PickingFlow(), floor).at("picking.cancelled").press(Command.CONFIRM);
        refused(calledOff(1));
    }

    @Test
    void aToteWhoseLeaseWasBrokenIsNotEmpty() {
        Picked.all(floor, Floors.shipment(1), "TOTE-1");
        floor.takeAway(new TaskId("T-1"));
        floor.with(Floors.elsewhere(1, TaskStage.PICKED, new StationId("ST-2"), "TOTE-1"));
        refused(Text.of("known.tote-elsewhere", TOTE, 6, new OrderId("b/O-1"), new StationId("ST-2")));
    }

    @Test
    void aToteThatAnotherStationFilledIsNotEmpty() {
        floor.with(Floors.elsewhere(7, TaskStage.PICKED, null, "TOTE-1")).inTote("TOTE-1", Floors.PAD, 3);
        refused(Text.of("known.tote-of", TOTE, 3, new OrderId("b/O-7")));
    }

    @Test
    void aToteWithGoodsOfNobodyIsNotEmpty() {
        floor.inTote("TOTE-1", Floors.PAD, 3);
        refused(Text.of("known.tote", TOTE, 3));
    }

    @Test
    void aToteOfAnOrderOfWhichNothingWasThereIsFree() {
        Picked.nothing(floor, Floors.shipment(1), "TOTE-1");
        picking().scan("TOTE-1").says(Tone.NOTE, "picking.tote-taken").at("picking.scan-place");
    }

    @Test
    void aToteIsFreeOnceItsParcelIsClosedOrItsGoodsWentBack() {
        floor.with(Floors.elsewhere(7, TaskStage.PACKED, null, "TOTE-1"));
        picking().scan("TOTE-1").says(Tone.NOTE, "picking.tote-taken");
        floor.with(Floors.elsewhere(8, TaskStage.CANCELLED, null, "TOTE-2"));
        picking().scan("TOTE-2").says(Tone.NOTE, "picking.tote-taken");
    }

    @Test
    void undoEmptiesTheToteAgain() {
        Desk<PickState> desk = picking().scan("TOTE-1").scan("A-01").scan(Floors.CREAM_CODE);
        desk.undo();
        picking().scan("TOTE-1").says(Tone.NOTE, "picking.tote-taken");
    }

    @Test
    void anOrderWithoutGoodsDoesNotHideTheOneThatIsInItsTote() {
        Picked.nothing(floor, Floors.shipment(1), "TOTE-1");
        Picked.all(floor, Floors.shipment(2), "TOTE-1");
        Desk.open(new PackingFlow(), floor)
                .scan("TOTE-1")
                .says(Tone.NOTE, "packing.opened")
                .naming(new OrderId("b/O-2"));
    }
}
