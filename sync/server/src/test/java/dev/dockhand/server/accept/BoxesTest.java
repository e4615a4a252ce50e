package dev.dockhand.server.accept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.exception.ExceptionRecord;
import dev.dockhand.model.id.CarrierCode;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.model.measure.Grams;
import dev.dockhand.model.protocol.Leases;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.server.Invariants;
import dev.dockhand.server.TestStation;
import dev.dockhand.server.TestWarehouse;
import dev.dockhand.server.dispatch.Shipments;
import dev.dockhand.server.dispatch.WaybillLevel;
import dev.dockhand.server.store.ServerDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A shipment in several boxes, each with a number of its own that nobody else ever gets. */
class BoxesTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private static final int NUMBERS = 60;

    private final TestWarehouse warehouse = new TestWarehouse(DATABASE.database(), DATABASE.freshSite());
    private final TestStation first = warehouse.station("S1");
    private final TestStation second = warehouse.station("S2");
    private ShipmentTask task;

    @BeforeEach
    void oneOrderIsGranted() {
        warehouse.item("A").location("R1", "STORAGE", 1).stock("R1", "A", 10).waybills(NUMBERS);
        warehouse.order("O-1", Map.of("A", 3));
        task = warehouse.grant(first, 5).getFirst();
        first.pick(task, task.lines().getFirst(), 3);
        first.act(task, new Act.PickFinished(first.tote()));
    }

    @AfterEach
    void everythingHolds() {
        Invariants.check(warehouse, first, second);
    }

    private List<WaybillNumber> spare(TestStation station) {
        return warehouse.desk.spare(warehouse.site, station.id).stream()
                .map(Leases.Spare::waybill)
                .toList();
    }

    private FloorEvent begin(TestStation station, int box, WaybillNumber number) {
        return station.act(task, new Act.BoxBegun(box, number));
    }

    private void weigh(int box, int grams) {
        first.act(task, new Act.ParcelWeighed(box, Grams.of(grams), null, true, "", "scale", "", null));
    }

    private List<Shipments.Packed> packed() {
        return warehouse.database.read(
                warehouse.site, tx -> warehouse.shipments.packed(tx, Shipments.PackedKey.START, 10));
    }

    private WaybillLevel level() {
        return warehouse.database.read(warehouse.site, WaybillLevel::all).getFirst();
    }

    @Test
    void eachBoxHasItsNumberAndItsWeight() {
        List<WaybillNumber> further = spare(first);
        assertThat(further).hasSize(4).doesNotContain(task.waybill());
        weigh(1, 500);
        begin(first, 2, further.get(0));
        weigh(2, 300);
        begin(first, 3, further.get(1));
        weigh(3, 200);
        first.push();
        assertThat(spare(first)).containsExactlyElementsOf(further.subList(2, 4));
        first.packed(task, List.of(task.waybill(), further.get(0), further.get(1)));
        first.push();

        assertThat(packed())
                .extracting(Shipments.Packed::box, Shipments.Packed::waybill, Shipments.Packed::grams)
                .containsExactly(
                        tuple(1, task.waybill(), Grams.of(500)),
                        tuple(2, further.get(0), Grams.of(300)),
                        tuple(3, further.get(1), Grams.of(200)));
        assertThat(level()).isEqualTo(new WaybillLevel(new CarrierCode("CJ"), NUMBERS - 5, 2, 3, 0, 0));
        assertThat(warehouse.openExceptions()).isEmpty();
    }

    @Test
    void whatIsTakenBackWaitsAgain() {
        List<WaybillNumber> further = spare(first);
        FloorEvent begun = begin(first, 2, further.getFirst());
        first.push();
        assertThat(spare(first)).doesNotContain(further.getFirst());
        first.undo(task, begun);
        first.push();
        assertThat(spare(first)).containsExactlyElementsOf(further);
        begin(first, 2, further.getFirst());
        first.packed(task, List.of(task.waybill(), further.getFirst()));
        first.push();
        assertThat(packed()).extracting(Shipments.Packed::waybill).containsExactly(task.waybill(), further.getFirst());
    }

    @Test
    void aBoxThatWasBegunForNothingLosesItsNumberForEver() {
        WaybillNumber begun = spare(first).getFirst();
        begin(first, 2, begun);
        first.packed(task, List.of(task.waybill()));
        first.push();
        assertThat(packed()).extracting(Shipments.Packed::waybill).containsExactly(task.waybill());
        assertThat(level().voided()).isEqualTo(1);
        assertThat(spare(first)).doesNotContain(begun);
    }

    @Test
    void whatWaitsElsewhereIsNoNumberOfThisStation() {
        warehouse.order("O-2", Map.of("A", 1));
        warehouse.grant(second, 5);
        WaybillNumber theirs = spare(second).getFirst();
        begin(first, 2, theirs);
        first.packed(task, List.of(task.waybill(), theirs));
        first.push();
        assertThat(warehouse.openExceptions())
                .extracting(ExceptionRecord::kind)
                .contains(ExceptionKind.UNKNOWN_REFERENCE);
        assertThat(spare(second)).contains(theirs);
        assertThat(packed()).extracting(Shipments.Packed::waybill).containsExactly(task.waybill(), null);
    }

    @Test
    void twoBoxesNeverHaveOneNumber() {
        first.packed(task, List.of(task.waybill(), task.waybill()));
        first.push();
        assertThat(packed()).isEmpty();
        assertThat(warehouse.openExceptions())
                .extracting(ExceptionRecord::kind)
                .containsExactly(ExceptionKind.MISFIT_EVENT);
    }

    @Test
    void anotherEnrolmentStartsWithOtherNumbers() {
        List<WaybillNumber> before = spare(first);
        warehouse.execute(
                "UPDATE station SET epoch = 2 WHERE company = :company AND warehouse = :warehouse AND station = 'S1'",
                Map.of());
        assertThat(spare(first)).isEmpty();
        warehouse.order("O-2", Map.of("A", 1));
        warehouse.grant(first, 5);
        assertThat(spare(first)).hasSize(4).doesNotContainAnyElementsOf(before);
        assertThat(level().voided()).isEqualTo(4);

        begin(first, 2, before.getFirst());
        first.push();
        assertThat(level().voided())
                .as("the machine before used it all the same")
                .isEqualTo(3);
    }

    @Test
    void ordersComeBeforeFurtherBoxes() {
        warehouse.execute(
                "DELETE FROM waybill_pool WHERE company = :company AND warehouse = :warehouse AND state = 'FREE'"
                        + " AND waybill > 'WB0040'",
                Map.of());
        warehouse.order("O-2", Map.of("A", 1));
        warehouse.grant(second, 5);
        assertThat(spare(second)).isEmpty();
    }
}
