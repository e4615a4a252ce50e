package dev.dockhand.app.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.flow.Input.Printed.Outcome;
import dev.dockhand.app.flow.Verdict.Tone;
import dev.dockhand.app.flow.packing.PackState;
import dev.dockhand.app.flow.packing.PackingFlow;
import dev.dockhand.app.flow.picking.PickState;
import dev.dockhand.app.flow.picking.PickingFlow;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.id.ToteCode;
import org.junit.jupiter.api.Test;

/** A supervisor breaks the lease of work that somebody has in hand. */
class TakenAwayTest {

    private static final TaskId FIRST = new TaskId("T-1");
    private static final OrderId ORDER = new OrderId("b/O-1");
    private static final ToteCode TOTE = new ToteCode("TOTE-1");

    private final Floor floor = Floors.empty().with(Floors.shipment(1)).with(Floors.shipment(2));

    private Desk<PackState> packing() {
        Picked.all(floor, Floors.shipment(1), "TOTE-1");
        return Desk.open(new PackingFlow(), floor).scan("TOTE-1");
    }

    @Test
    void aParcelInHandStopsAndNoLabelIsPrintedForIt() {
        Desk<PackState> desk = packing().scan(Floors.CREAM_CODE).takeAway(FIRST);
        desk.says(Tone.STOP, "packing.taken-away")
                .naming(ORDER, TOTE)
                .didNothing()
                .at("packing.choose-work");
        assertThat(desk.canUndo()).isFalse();
        desk.scan(Floors.CREAM_CODE).says(Tone.WARN, "common.means").didNothing();
    }

    @Test
    void aBoxThatHasItsLabelIsNotShipped() {
        Desk<PackState> desk = packing().scan(Floors.CREAM_CODE).scan(Floors.CREAM_CODE);
        desk.scan(Floors.SERUM_CODE).scan(Floors.PAD_CODE).scan(Floors.PAD_CODE).scan(Floors.PAD_CODE);
        desk.weigh(2 * 120 + 90 + 3 * 310 + 80);
        String job = desk.print().job();
        desk.takeAway(FIRST).says(Tone.STOP, "packing.taken-away-labelled").naming(ORDER, TOTE);
        desk.printed(job, Outcome.CONFIRMED).didNothing().at("packing.choose-work");
        desk.scan(Floors.shipment(1).waybill().value())
                .says(Tone.WARN, "common.unknown-code")
                .didNothing();
    }

    @Test
    void workThatIsNotInHandChangesNothing() {
        packing().takeAway(new TaskId("T-2")).at("packing.scan-item").didNothing();
    }

    @Test
    void newsWhileTheLeaseStandsDisturbsNobody() {
        packing().give(new Input.Changed()).at("packing.scan-item").didNothing();
    }

    @Test
    void workThatWasTakenAndGrantedAgainIsBegunAnewUnderItsNewLease() {
        Desk<PackState> desk = packing().scan(Floors.CREAM_CODE);
        floor.with(Floors.shipmentUnder(9, 1));
        desk.give(new Input.Changed())
                .says(Tone.STOP, "packing.taken-away")
                .naming(ORDER, TOTE)
                .at("packing.choose-work");

        desk.scan("TOTE-1").at("packing.scan-item").scan(Floors.CREAM_CODE);
        assertThat(floor.counted().getLast().leaseToken()).isEqualTo(9);
    }

    @Test
    void aRestoredServerMayGrantAnOlderTokenAgain() {
        Desk<PackState> desk = packing();
        floor.with(Floors.shipmentUnder(2, 1));
        desk.give(new Input.Changed()).says(Tone.STOP, "packing.taken-away").at("packing.choose-work");
    }

    @Test
    void aPickListThatWasTakenAndGrantedAgainIsBegunAnewUnderItsNewLease() {
        Desk<PickState> desk =
                Desk.open(new PickingFlow(), floor).scan("TOTE-1").scan("A-01");
        floor.with(Floors.shipmentUnder(9, 1));
        desk.give(new Input.Changed())
                .says(Tone.STOP, "picking.taken-away")
                .naming(ORDER)
                .at("picking.scan-tote");

        desk.scan("TOTE-1").scan("A-01").scan(Floors.CREAM_CODE);
        assertThat(floor.counted().getLast().leaseToken()).isEqualTo(9);
    }

    @Test
    void aPickListInHandStopsAndTheNextOneComes() {
        Desk<PickState> desk =
                Desk.open(new PickingFlow(), floor).scan("TOTE-1").takeAway(FIRST);
        desk.says(Tone.STOP, "picking.taken-away").naming(ORDER).at("picking.scan-tote");

        desk.scan("TOTE-2").scan("A-01").scan(Floors.CREAM_CODE).takeAway(new TaskId("T-2"));
        desk.says(Tone.STOP, "picking.taken-away-goods")
                .naming(new OrderId("b/O-2"), new ToteCode("TOTE-2"))
                .at("picking.no-work");
        assertThat(desk.canUndo()).isFalse();
    }
}
