package dev.dockhand.station.replica;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.id.CarrierCode;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.protocol.Leases;
import dev.dockhand.model.task.Progress;
import dev.dockhand.model.task.Shipment;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.station.Shop;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Numbers for further boxes: each begins one box, whatever the server tells late and whatever is made anew here. */
class SparesTest extends KnownShop {

    private static final CarrierCode CJ = new CarrierCode("CJ");
    private static final WaybillNumber ONE = new WaybillNumber("650000000110");
    private static final WaybillNumber TWO = new WaybillNumber("650000000121");

    private void told(ShipmentTask task, WaybillNumber... numbers) throws Exception {
        rig.replica.granted(Leases.Grant.of(
                List.of(task),
                Stream.of(numbers).map(number -> new Leases.Spare(CJ, number)).toList()));
    }

    private List<WaybillNumber> free() {
        return rig.view().spareWaybills(CJ);
    }

    private static Act in(int box, ShipmentTask task) {
        return new Act.ItemPacked(box, task.lines().getFirst().item(), Quantity.ONE);
    }

    @Test
    void oneThatBeganABoxIsNoneAnyMore() throws Exception {
        ShipmentTask task = leased();
        told(task, ONE, TWO);
        assertThat(free()).containsExactly(ONE, TWO);
        assertThat(rig.view().spareWaybills(new CarrierCode("LOTTE"))).isEmpty();
        FloorEvent begun = rig.act(Shop.of(task, new Act.BoxBegun(2, ONE)));
        assertThat(free()).containsExactly(TWO);
        told(task, ONE, TWO);
        assertThat(free()).as("the server has not heard of it").containsExactly(TWO);
        rig.restart();
        assertThat(free()).containsExactly(TWO);
        rig.crash();
        rig.openAll();
        assertThat(free()).as("after the file was made anew").containsExactly(TWO);
        rig.undo(begun);
        assertThat(free()).containsExactly(ONE, TWO);
    }

    @Test
    void eachBoxHasItsContentsItsLabelAndItsName() throws Exception {
        ShipmentTask task = leased();
        told(task, ONE, TWO);
        rig.act(Shop.of(task, in(1, task)));
        rig.act(Shop.of(task, new Act.BoxBegun(2, ONE)));
        rig.act(Shop.of(task, in(2, task)));
        rig.act(Shop.of(task, new Act.LabelPrinted(2, ONE, 1, "SENT", "", "")));
        Progress progress = rig.view().progress(task.id());
        assertThat(progress.waybills()).containsExactly(task.waybill(), ONE);
        assertThat(progress.boxes()).extracting(Progress.Box::labels).containsExactly(0, 1);
        assertThat(progress.packed(task.lines().getFirst().item())).isEqualTo(Quantity.of(2));
        for (WaybillNumber number : progress.waybills()) {
            assertThat(rig.view().shipments(number.value()))
                    .singleElement()
                    .returns(progress.waybills(), Shipment::waybills);
        }
        assertThat(rig.view().shipments(TWO.value())).isEmpty();
    }
}
