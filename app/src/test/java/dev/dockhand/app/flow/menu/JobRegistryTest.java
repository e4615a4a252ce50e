package dev.dockhand.app.flow.menu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.dockhand.app.flow.Desk;
import dev.dockhand.app.flow.Floor;
import dev.dockhand.app.flow.Floors;
import dev.dockhand.app.flow.Picked;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.packing.PackingFlow;
import dev.dockhand.app.flow.picking.PickingFlow;
import dev.dockhand.model.id.OrderId;
import org.junit.jupiter.api.Test;

class JobRegistryTest {

    private final Floor floor = Floors.empty().with(Floors.shipment(1)).with(Floors.shipment(2));

    @Test
    void whatWasNotBegunIsNotLeft() {
        assertThat(JobRegistry.left(floor.with(Floors.asn()))).isEmpty();
    }

    @Test
    void aListThatWasBegunToBePickedIsNamedWithWhatWasTaken() {
        Desk.open(new PickingFlow(), floor).scan("TOTE-1").scan("A-01").scan(Floors.CREAM_CODE);
        assertThat(JobRegistry.left(floor.settle()))
                .containsExactly(entry(PickingFlow.ID, Text.of("common.left-picking", new OrderId("b/O-1"), 1, 6)));
    }

    @Test
    void aParcelThatWasBegunIsNamedWithWhatWasChecked() {
        Picked.all(floor, Floors.shipment(1), "TOTE-1");
        Desk<?> desk = Desk.open(new PackingFlow(), floor).scan("TOTE-1");
        assertThat(JobRegistry.left(floor.settle())).isEmpty();
        desk.scan(Floors.CREAM_CODE).scan(Floors.CREAM_CODE);
        assertThat(JobRegistry.left(floor.settle()))
                .containsExactly(entry(PackingFlow.ID, Text.of("common.left-packing", new OrderId("b/O-1"), 2, 6)));
    }
}
