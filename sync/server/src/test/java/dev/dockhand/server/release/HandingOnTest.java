package dev.dockhand.server.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.exception.ExceptionRecord;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.protocol.Leases;
import dev.dockhand.model.protocol.Leases.Why;
import dev.dockhand.model.protocol.Push;
import dev.dockhand.model.task.PickLine;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.model.task.TaskStage;
import dev.dockhand.server.Invariants;
import dev.dockhand.server.TestStation;
import dev.dockhand.server.TestWarehouse;
import dev.dockhand.server.store.ServerDatabase;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HandingOnTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private final TestWarehouse warehouse = new TestWarehouse(DATABASE.database(), DATABASE.freshSite());
    private TestStation picker;
    private TestStation packer;
    private ShipmentTask picking;

    @BeforeEach
    void somethingIsGrantedToThePicker() {
        warehouse.item("A").location("R1", "STORAGE", 30).waybills(3).stock("R1", "A", 9);
        warehouse.supervisor("boss");
        picker = warehouse.station("S1");
        packer = warehouse.station("S2");
        warehouse.order("O-1", Map.of("A", 2));
        picking = warehouse.grant(picker, 1).getFirst();
    }

    @AfterEach
    void everythingHolds() {
        Invariants.check(warehouse, picker, packer);
    }

    private Leases.Grant ask(TestStation station, ToteCode tote, @Nullable OperatorId adopter) {
        return warehouse.desk.grant(warehouse.site, station.id, new Leases.Request(1, null, tote, adopter, null));
    }

    private void pick(ShipmentTask task) {
        for (PickLine line : task.lines()) {
            picker.pick(task, line, line.quantity().units());
        }
        picker.act(task, new Act.PickFinished(picker.tote()));
        picker.push();
    }

    private FloorEvent check(TestStation station, ShipmentTask task) {
        return station.act(task, new Act.ItemPacked(1, task.lines().getFirst().item(), Quantity.ONE));
    }

    private List<String> leases() {
        return warehouse.rows(
                "SELECT concat_ws(' ', token, station, how_ended, ended_by) FROM lease WHERE company = :company AND"
                        + " warehouse = :warehouse ORDER BY token",
                String.class);
    }

    private List<ExceptionKind> exceptions() {
        return warehouse.openExceptions().stream().map(ExceptionRecord::kind).toList();
    }

    @Test
    void pickedHereIsPackedThere() {
        pick(picking);
        Leases.Grant grant = ask(packer, picker.tote(), null);
        assertThat(grant.refusal()).isNull();
        ShipmentTask task = grant.tasks().getFirst();
        assertThat(task.lease().token()).isEqualTo(2);
        assertThat(task.waybill()).isEqualTo(picking.waybill());
        assertThat(task.stage()).isEqualTo(TaskStage.PICKED);
        assertThat(warehouse.desk.held(warehouse.site, picker.id)).isEmpty();
        packer.packed(task);
        packer.push();
        assertThat(exceptions()).isEmpty();
        assertThat(leases()).containsExactly("1 S1 HANDED_ON", "2 S2 DONE");
        assertThat(warehouse.level("A").sellable()).isEqualTo(7);
    }

    @Test
    void whatIsStillPickedIsRefusedAndSaysWhoHasIt() {
        picker.pick(picking, picking.lines().getFirst(), 1);
        picker.push();
        assertThat(ask(packer, picker.tote(), null).refusal())
                .isEqualTo(new Leases.Refusal(
                        Why.BEING_PICKED,
                        new OrderId("b/O-1"),
                        picker.tote(),
                        picker.id,
                        TestWarehouse.OPERATOR,
                        TestWarehouse.NOW));
        assertThat(ask(packer, new ToteCode("NONE"), null).refusal())
                .extracting(Leases.Refusal::why)
                .isEqualTo(Why.NOT_OPEN);
        assertThat(leases()).containsExactly("1 S1");
    }

    @Test
    void whatSomebodyHasBegunToPackStaysThereUntilItWasTakenBack() {
        pick(picking);
        FloorEvent begun = check(picker, picking);
        picker.push();
        Leases.Refusal refusal = ask(packer, picker.tote(), null).refusal();
        assertThat(refusal).isNotNull();
        assertThat(refusal.why()).isEqualTo(Why.BEING_PACKED);
        assertThat(refusal.station()).isEqualTo(picker.id);
        picker.act(picking, new Act.ActUndone(begun.id()));
        picker.push();
        assertThat(ask(packer, picker.tote(), null).tasks()).hasSize(1);
    }

    @Test
    void aSupervisorsWordTakesWhatWasBegunAndLeavesATrace() {
        picker.pick(picking, picking.lines().getFirst(), 1);
        picker.push();
        assertThat(ask(packer, picker.tote(), TestWarehouse.OPERATOR).refusal())
                .extracting(Leases.Refusal::why)
                .isEqualTo(Why.NO_SUPERVISOR);
        ShipmentTask task =
                ask(packer, picker.tote(), new OperatorId("boss")).tasks().getFirst();
        assertThat(leases()).containsExactly("1 S1 ADOPTED boss", "2 S2");
        assertThat(task.tote()).isEqualTo(picker.tote());
        packer.finish(task);
        packer.push();
        assertThat(exceptions()).isEmpty();
        assertThat(warehouse.level("A").sellable()).isEqualTo(7);
    }

    @Test
    void theSilentStationsParcelIsTheSecondOne() {
        pick(picking);
        check(picker, picking);
        picker.push();
        ShipmentTask task =
                ask(packer, picker.tote(), new OperatorId("boss")).tasks().getFirst();
        packer.packed(task);
        packer.push();
        picker.packed(picking);
        assertThat(picker.push().outcomes()).extracting(Push.Outcome::status).doesNotContain(Push.Status.ACCEPTED);
        assertThat(exceptions()).contains(ExceptionKind.ALREADY_SHIPPED);
        assertThat(warehouse.level("A").sellable()).isEqualTo(7);
    }

    @Test
    void whatTheOldHolderClosedUnnoticedIsTheParcelAndTheNewOneStops() {
        pick(picking);
        picker.packed(picking);
        ShipmentTask task = ask(packer, picker.tote(), null).tasks().getFirst();
        picker.push();
        assertThat(exceptions()).containsExactly(ExceptionKind.STALE_LEASE);
        packer.packed(task);
        packer.push();
        assertThat(exceptions()).contains(ExceptionKind.ALREADY_SHIPPED);
        assertThat(warehouse.level("A").sellable()).isEqualTo(7);
    }

    @Test
    void whoOnlyPicksOrOnlyPacksIsGrantedThatAlone() {
        warehouse.order("O-2", Map.of("A", 1));
        pick(picking);
        warehouse.desk.giveBack(warehouse.site, picker.id, picking.id());
        Leases.Grant picked = warehouse.desk.grant(warehouse.site, packer.id, Leases.Request.any(5, TaskStage.PICKED));
        assertThat(picked.tasks()).extracting(task -> task.order().name()).containsExactly("O-1");
        Leases.Grant toPick =
                warehouse.desk.grant(warehouse.site, picker.id, Leases.Request.any(5, TaskStage.RELEASED));
        assertThat(toPick.tasks()).extracting(task -> task.order().name()).containsExactly("O-2");
    }

    @Test
    void whoBrokeALeaseIsKept() {
        warehouse.desk.breakLease(warehouse.site, picking.id(), "boss");
        assertThat(leases()).containsExactly("1 S1 BROKEN boss");
    }
}
