package dev.dockhand.app.flow.packing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Desk;
import dev.dockhand.app.flow.Floor;
import dev.dockhand.app.flow.Floors;
import dev.dockhand.app.flow.Picked;
import dev.dockhand.app.flow.Scans;
import dev.dockhand.app.flow.Verdict.Tone;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.task.ShipmentTask;
import org.junit.jupiter.api.Test;

/** What may be several things is asked, and judged as if it had been scanned. */
class PackingChoiceTest {

    @Test
    void ofAnOrderNumberThatTwoBrandsGaveTheOperatorSaysWhich() {
        ShipmentTask other = Floors.ordered(Floors.shipment(2), new OrderId("mori/O-1"));
        Floor twins = Floors.empty().with(Floors.shipment(1)).with(other);
        Picked.all(twins, Floors.shipment(1), "TOTE-1");
        Picked.all(twins, other, "TOTE-2");
        Desk<PackState> two = Desk.open(new PackingFlow(), twins);

        two.scan("O-1").at("packing.choose-order").press(Command.BACK).at("packing.choose-work");
        two.scan("O-1").choose("T-2").at("packing.scan-item");
        assertThat(two.screen().summary().getFirst().arguments()).containsExactly(other.order());
        two.press(Command.BACK).scan("TOTE-1").at("packing.scan-item");
    }

    @Test
    void sharedBarcodeWithinTheOrderIsAsked() {
        Floor twins = Floors.empty()
                .with(Floors.shipment(
                        5,
                        Floors.line(1, Floors.TWIN_A, null, Floors.A1, 1),
                        Floors.line(2, Floors.TWIN_B, null, Floors.A1, 1)));
        Picked.all(twins, twins.tasks().getFirst(), "TOTE-5");
        Desk<PackState> two = Desk.open(new PackingFlow(), twins);

        two.scan("TOTE-5").scan(Floors.TWIN_CODE).at("packing.choose-item").choose("b/HAND-B");
        two.did(new Act.ItemPacked(1, Floors.TWIN_B.id(), Quantity.ONE));
        two.scan(Floors.TWIN_CODE).did(new Act.ItemPacked(1, Floors.TWIN_A.id(), Quantity.ONE));
    }

    @Test
    void sharedBarcodeIsJudgedByItsLotAndDateAfterTheChoiceToo() {
        Floor twins = Floors.empty()
                .with(Floors.shipment(
                        5,
                        Floors.line(1, Floors.TWIN_A, Floors.LOT, Floors.A1, 1),
                        Floors.line(2, Floors.TWIN_B, Floors.LOT, Floors.A1, 1)));
        Picked.all(twins, twins.tasks().getFirst(), "TOTE-5");
        Desk<PackState> two = Desk.open(new PackingFlow(), twins).scan("TOTE-5");

        two.scan(Scans.gs1(Floors.TWIN_CODE, "2611A", Floors.TODAY.minusDays(1), null))
                .choose("b/HAND-B")
                .says(Tone.STOP, "packing.expired")
                .didNothing()
                .at("packing.scan-item");
        two.scan(Scans.gs1(Floors.TWIN_CODE, "OTHER", null, null))
                .choose("b/HAND-B")
                .says(Tone.STOP, "packing.wrong-lot")
                .didNothing();
        two.scan(Scans.gs1(Floors.TWIN_CODE, "2611A", Floors.TODAY, null))
                .choose("b/HAND-B")
                .did(new Act.ItemPacked(1, Floors.TWIN_B.id(), Quantity.ONE));
    }
}
