package dev.dockhand.server.accept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.exception.ExceptionRecord;
import dev.dockhand.model.id.CarrierCode;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.server.Invariants;
import dev.dockhand.server.TestStation;
import dev.dockhand.server.TestWarehouse;
import dev.dockhand.server.dispatch.Shipments;
import dev.dockhand.server.dispatch.WaybillLevel;
import dev.dockhand.server.store.Meta;
import dev.dockhand.server.store.ServerDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A backup from before a grant comes back, and the station tells what it did under that grant. */
class RestoreTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private static final WaybillNumber FIRST_NUMBER = new WaybillNumber("WB0001");
    private static final WaybillNumber LAST_NUMBER = new WaybillNumber("WB0004");

    private final TestWarehouse warehouse = new TestWarehouse(DATABASE.database(), DATABASE.freshSite());
    private final TestStation first = warehouse.station("S1");
    private final TestStation second = warehouse.station("S2");
    private ShipmentTask work;

    @BeforeEach
    void oneOrderIsGrantedAndTheGrantForgotten() {
        warehouse.item("A").location("R1", "STORAGE", 1).waybills(4).stock("R1", "A", 10);
        warehouse.order("O-1", Map.of("A", 2));
        work = grant(first).getFirst();
        assertThat(work.waybill()).isEqualTo(FIRST_NUMBER);
        warehouse.execute(
                "UPDATE shipment SET waybill = NULL, holder = NULL, token = 0"
                        + " WHERE company = :company AND warehouse = :warehouse",
                Map.of());
        warehouse.execute("DELETE FROM lease WHERE company = :company AND warehouse = :warehouse", Map.of());
        warehouse.execute(
                "UPDATE waybill_pool SET state = 'FREE', shipment = NULL, station = NULL, epoch = NULL"
                        + " WHERE company = :company AND warehouse = :warehouse",
                Map.of());
        warehouse.database.useTransaction(warehouse.site, tx -> Meta.renew(tx, TestWarehouse.NOW));
    }

    private List<ShipmentTask> grant(TestStation station) {
        return warehouse.grant(station, 5);
    }

    private List<Shipments.Packed> packed() {
        return warehouse.database.read(
                warehouse.site, tx -> warehouse.shipments.packed(tx, Shipments.PackedKey.START, 100));
    }

    private List<WaybillLevel> levels() {
        return warehouse.database.read(warehouse.site, WaybillLevel::all);
    }

    private List<ExceptionKind> exceptions() {
        return warehouse.openExceptions().stream()
                .map(ExceptionRecord::kind)
                .distinct()
                .toList();
    }

    private String stateOf(WaybillNumber number) {
        return warehouse.database.read(
                warehouse.site,
                tx -> tx.query("SELECT state || ' ' || COALESCE(shipment, '-') FROM waybill_pool"
                                + " WHERE company = :company AND warehouse = :warehouse AND waybill = :waybill")
                        .bind("waybill", number.value())
                        .mapTo(String.class)
                        .one());
    }

    @Test
    void theParcelThatWasClosedIsNotShippedAgain() {
        first.finish(work);
        first.push();

        assertThat(packed()).extracting(Shipments.Packed::waybill).containsExactly(FIRST_NUMBER);
        assertThat(stateOf(FIRST_NUMBER)).isEqualTo("USED b/O-1.1");
        assertThat(exceptions()).containsExactly(ExceptionKind.STALE_LEASE);
        assertThat(grant(second)).isEmpty();
        Invariants.check(warehouse, first, second);
    }

    @Test
    void theNumberOnALabelStaysWithItsShipment() {
        first.act(work, new Act.LabelPrinted(1, work.waybill(), 1, "SENT", "", ""));
        first.push();
        assertThat(stateOf(FIRST_NUMBER)).isEqualTo("BOUND b/O-1.1");

        assertThat(grant(second)).extracting(ShipmentTask::waybill).containsExactly(FIRST_NUMBER);
    }

    @Test
    void whileTheStationHasNotToldNumbersComeFromTheOtherEnd() {
        warehouse.order("O-2", Map.of("A", 2));

        assertThat(grant(second))
                .extracting(ShipmentTask::waybill)
                .containsExactly(LAST_NUMBER, new WaybillNumber("WB0003"));
        assertThat(stateOf(FIRST_NUMBER)).isEqualTo("FREE -");
    }

    @Test
    void whatWasGrantedAgainMeanwhileIsClosedUnderTheNumberOnTheBox() {
        assertThat(grant(second)).extracting(ShipmentTask::waybill).containsExactly(LAST_NUMBER);
        first.finish(work);
        first.push();

        assertThat(packed()).extracting(Shipments.Packed::waybill).containsExactly(FIRST_NUMBER);
        assertThat(levels()).containsExactly(new WaybillLevel(new CarrierCode("CJ"), 2, 0, 1, 1, 0));
        assertThat(exceptions()).containsExactly(ExceptionKind.STALE_LEASE);
        assertThat(grant(second)).isEmpty();
        Invariants.check(warehouse, first, second);
    }

    @Test
    void aNumberThatAnotherShipmentGotIsToldAndStaysWithThatOne() {
        warehouse.execute(
                "UPDATE waybill_pool SET state = 'BOUND', shipment = 'b/O-9.1'"
                        + " WHERE company = :company AND warehouse = :warehouse AND waybill = 'WB0001'",
                Map.of());
        first.finish(work);
        first.push();

        assertThat(packed()).extracting(Shipments.Packed::waybill).containsExactly((WaybillNumber) null);
        assertThat(stateOf(FIRST_NUMBER)).isEqualTo("BOUND b/O-9.1");
        assertThat(warehouse.openExceptions())
                .filteredOn(exception -> exception.kind() == ExceptionKind.UNKNOWN_REFERENCE)
                .singleElement()
                .satisfies(exception ->
                        assertThat(exception.detail()).contains("WB0001", "another shipment", "it has no number"));
        assertThat(grant(second)).isEmpty();
    }

    @Test
    void aParcelThatIsOpenedAgainKeepsItsNumber() {
        first.undo(work, first.finish(work));
        first.push();

        assertThat(stateOf(FIRST_NUMBER)).isEqualTo("BOUND b/O-1.1");
        assertThat(grant(second)).extracting(ShipmentTask::waybill).containsExactly(FIRST_NUMBER);
    }
}
