package dev.dockhand.server.accept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.exception.ExceptionRecord;
import dev.dockhand.model.id.AsnId;
import dev.dockhand.model.id.EventId;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.Lot;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.model.measure.Grams;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.protocol.Push;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.server.Invariants;
import dev.dockhand.server.TestStation;
import dev.dockhand.server.TestWarehouse;
import dev.dockhand.server.store.ServerDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ActsTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private static final ItemId A = new ItemId("b/A");
    private static final LocationCode RACK = new LocationCode("R1");

    private final TestWarehouse warehouse = new TestWarehouse(DATABASE.database(), DATABASE.freshSite());
    private TestStation station;

    @BeforeEach
    void openTheWarehouse() {
        warehouse.item("A").item("B").location("R1", "STORAGE", 1).location("R2", "STORAGE", 2);
        warehouse.waybills(20);
        station = warehouse.station("S1");
    }

    @AfterEach
    void everythingHolds() {
        Invariants.check(warehouse, station);
    }

    private List<ExceptionKind> exceptions() {
        return warehouse.openExceptions().stream().map(ExceptionRecord::kind).toList();
    }

    private ShipmentTask onlyTask(TestStation holder) {
        List<ShipmentTask> tasks = warehouse.grant(holder, 10);
        assertThat(tasks).hasSize(1);
        return tasks.getFirst();
    }

    @Test
    void goodsThatComeAreGivenToOrdersThatWait() {
        warehouse.asn("ASN-1", "A", 10);
        assertThat(warehouse.order("O-1", Map.of("A", 4))).isFalse();
        assertThat(exceptions()).containsExactly(ExceptionKind.CANNOT_ALLOCATE);
        LicensePlate plate = new LicensePlate("P1");
        receive(plate, 10);
        station.push();
        assertThat(warehouse.grant(station, 10)).isEmpty();
        station.putAway("A", plate, 10, RACK);
        station.push();
        assertThat(warehouse.openExceptions()).as("settled by itself").isEmpty();
        assertThat(warehouse.level("A").availableToPromise()).isEqualTo(6);
        assertThat(onlyTask(station).lines().getFirst().location()).isEqualTo(RACK);
    }

    private FloorEvent receive(LicensePlate plate, int units) {
        return station.receive("ASN-1", "A", plate, units);
    }

    @Test
    void whatIsTakenBackDoesNotCount() {
        warehouse.asn("ASN-1", "A", 10).stock("R1", "A", 5).order("O-1", Map.of("A", 3));
        ShipmentTask task = onlyTask(station);
        FloorEvent received = receive(new LicensePlate("P1"), 10);
        station.undo(null, received);
        FloorEvent picked = station.pick(task, task.lines().getFirst(), 3);
        station.undo(task, picked);
        FloorEvent shorted = station.act(task, new Act.PickShorted(1, A, Quantity.of(2), RACK, "NOT_FOUND"));
        station.push();
        station.undo(task, shorted);
        station.finish(task);
        FloorEvent packed = station.events.getLast();
        station.push();
        station.undo(task, packed);
        station.push();
        Invariants.check(warehouse, station);
        assertThat(received("ASN-1")).isZero();
        assertThat(warehouse.number(
                        "SELECT sum(picked) FROM pick_line WHERE company = :company AND warehouse = :warehouse"))
                .isEqualTo(3);
        assertThat(warehouse.number(
                        "SELECT sum(shorted) FROM pick_line WHERE company = :company AND warehouse = :warehouse"))
                .isZero();
        assertThat(warehouse.desk.held(warehouse.site, station.id)).hasSize(1);
        station.packed(task);
        assertThat(station.push().outcomes().getFirst().status()).isEqualTo(Push.Status.ACCEPTED);
    }

    private long received(String asn) {
        return warehouse.number("SELECT received FROM asn_line WHERE company = :company AND warehouse = :warehouse"
                + " AND asn = 'b/" + asn + "'");
    }

    @Test
    void anActIsTakenBackOnceAndOnlyByItsStation() {
        FloorEvent received = receive(new LicensePlate("P1"), 1);
        station.act(
                null,
                new Act.ActUndone(received.id()),
                received.movements().getFirst().reversed());
        station.act(null, new Act.ActUndone(received.id()));
        station.act(null, new Act.ActUndone(new EventId("never")));
        TestStation other = warehouse.station("S2");
        other.act(null, new Act.ActUndone(received.id()));
        assertThat(station.push().outcomes())
                .extracting(Push.Outcome::status)
                .containsExactly(
                        Push.Status.EXCEPTION, Push.Status.ACCEPTED, Push.Status.EXCEPTION, Push.Status.EXCEPTION);
        assertThat(other.push().outcomes()).containsExactly(new Push.Outcome(1, Push.Status.EXCEPTION));
        assertThat(exceptions()).containsOnly(ExceptionKind.UNKNOWN_REFERENCE);
    }

    @Test
    void whatNeverCountedIsNotTakenOffWhenItIsTakenBack() {
        warehouse.asn("ASN-1", "A", 10);
        LicensePlate plate = new LicensePlate("P1");
        FloorEvent unread = receive(plate, 8);
        station.send(1, 1, true);
        station.undo(null, unread);
        FloorEvent received = receive(plate, 3);
        FloorEvent undone = station.undo(null, received);
        station.act(null, undone.act(), undone.movements().toArray(Movement[]::new));
        station.push();
        assertThat(warehouse.number("SELECT COALESCE(sum(abs(quantity)), 0) FROM balance"
                        + " WHERE company = :company AND warehouse = :warehouse"))
                .isZero();
        assertThat(exceptions()).doesNotContain(ExceptionKind.NEGATIVE_STOCK).contains(ExceptionKind.UNKNOWN_REFERENCE);
    }

    @Test
    void aReceiptTellsItsDiscrepancies() {
        warehouse.asn("ASN-1", "A", 10);
        receive(new LicensePlate("P1"), 8);
        station.act(
                null,
                new Act.ReceiptClosed(
                        new AsnId("b/ASN-1"),
                        List.of(new Act.Discrepancy(1, A, Act.Discrepancy.Kind.SHORT, Quantity.of(2)))));
        assertThat(station.push().outcomes()).extracting(Push.Outcome::status).containsOnly(Push.Status.ACCEPTED);
        assertThat(received("ASN-1")).isEqualTo(8);
        assertThat(exceptions()).containsExactly(ExceptionKind.RECEIPT_DISCREPANCY);
    }

    private String receiptException() {
        return warehouse.openExceptions().stream()
                .filter(exception -> exception.kind() == ExceptionKind.RECEIPT_DISCREPANCY)
                .map(ExceptionRecord::detail)
                .collect(Collectors.joining("; "));
    }

    private FloorEvent receive(int line, Lot lot, String expiry, String reason) {
        LocalDate date = LocalDate.parse(expiry);
        LicensePlate plate = new LicensePlate("P" + (station.events.size() + 1));
        return station.act(
                null,
                new Act.GoodsReceived(
                        new AsnId("b/ASN-1"),
                        line,
                        new Goods(A, lot, date),
                        Quantity.of(5),
                        Act.Condition.GOOD,
                        plate,
                        reason),
                new Movement(new Goods(A, lot, date), Quantity.of(5), Place.SUPPLIER, Place.of(plate)));
    }

    @Test
    void goodsOfAnotherLotOrDateThanAnnouncedAreToldWhateverTheStationSays() {
        warehouse.asn("ASN-1", "B", 10).asnLine("ASN-1", 2, "A", "L1", "2028-03-31", 20);
        receive(2, new Lot("L1"), "2028-03-31", "");
        station.push();
        assertThat(receiptException()).isEmpty();

        FloorEvent other = receive(2, new Lot("L2"), "2028-06-30", "OTHER_LOT");
        receive(2, new Lot("L1"), "2028-07-31", "");
        assertThat(station.push().outcomes()).extracting(Push.Outcome::status).containsOnly(Push.Status.ACCEPTED);
        assertThat(receiptException())
                .contains("5 x b/A of lot L2, 2028-06-30, announced lot L1, 2028-03-31", "counted by")
                .contains("5 x b/A of lot L1, 2028-07-31, announced lot L1, 2028-03-31");

        station.undo(null, other);
        station.push();
        assertThat(receiptException()).contains("taken back: line 2: 5 x b/A of lot L2");
    }

    @Test
    void aReceiptWithLinesThatNobodyCountedTellsWhoClosedItAndWhoAgreed() {
        warehouse.asn("ASN-1", "A", 10).supervisor("boss");
        station.act(null, new Act.ReceiptClosed(new AsnId("b/ASN-1"), List.of(), new OperatorId("boss")));
        station.push();
        assertThat(receiptException())
                .contains("nothing counted on lines 1", "closed by op-1 at S1", "agreed by boss")
                .doesNotContain("no supervisor");
    }

    @Test
    void aReceiptThatWasClosedWithoutASupervisorsWordIsTold() {
        warehouse.asn("ASN-1", "A", 10).asn("ASN-2", "A", 10);
        station.act(null, new Act.ReceiptClosed(new AsnId("b/ASN-1"), List.of(), TestWarehouse.OPERATOR));
        station.act(null, new Act.ReceiptClosed(new AsnId("b/ASN-2"), List.of()));
        assertThat(station.push().outcomes())
                .extracting(Push.Outcome::status)
                .containsExactly(Push.Status.QUARANTINED, Push.Status.ACCEPTED);
        assertThat(receiptException()).contains("no supervisor agreed");
    }

    @Test
    void moreTakenThanThereIsShows() {
        warehouse.stock("R1", "A", 2).order("O-1", Map.of("A", 2));
        ShipmentTask task = onlyTask(station);
        warehouse.gone("R1", "A", 1);
        assertThat(exceptions()).containsExactly(ExceptionKind.OVERSOLD);
        FloorEvent taken = station.pick(task, task.lines().getFirst(), 2);
        assertThat(station.push().outcomes()).containsExactly(new Push.Outcome(1, Push.Status.ACCEPTED));
        assertThat(warehouse.openExceptions()).singleElement().satisfies(exception -> {
            assertThat(exception.kind()).isEqualTo(ExceptionKind.NEGATIVE_STOCK);
            assertThat(exception.about()).isEqualTo("LOCATION:R1 b/A");
            assertThat(exception.station()).isEqualTo(station.id);
            assertThat(exception.event()).isEqualTo(taken.id());
            assertThat(exception.detail()).isEqualTo("balance is -1");
        });
        warehouse.stock("R1", "A", 1);
        station.undo(task, taken);
        station.push();
        assertThat(warehouse.openExceptions()).as("it came right by itself").isEmpty();
    }

    @Test
    void whatIsUnknownIsKeptAndTold() {
        warehouse.stock("R1", "A", 5).order("O-1", Map.of("A", 2));
        ShipmentTask task = onlyTask(station);
        LicensePlate plate = new LicensePlate("P1");
        station.receive("NONE", "GHOST", plate, 1);
        station.putAway("GHOST", plate, 1, new LocationCode("NOWHERE"));
        station.act(task, new Act.LabelPrinted(1, new WaybillNumber("NONE00"), 1, "SENT", "", ""));
        station.act(null, new Act.ReceiptClosed(new AsnId("b/NONE"), List.of()));
        assertThat(station.push().outcomes()).extracting(Push.Outcome::status).containsOnly(Push.Status.EXCEPTION);
        assertThat(exceptions()).containsOnly(ExceptionKind.UNKNOWN_REFERENCE);
        assertThat(warehouse.number("SELECT quantity FROM balance WHERE company = :company AND warehouse = :warehouse"
                        + " AND item = 'b/GHOST' AND place = 'LOCATION:NOWHERE'"))
                .as("the movement is a fact")
                .isEqualTo(1);
    }

    @Test
    void aWeightThatWasAcceptedForAReasonIsPutBeforeASupervisor() {
        warehouse.stock("R1", "A", 5).order("O-1", Map.of("A", 2));
        ShipmentTask task = onlyTask(station);
        Grams right = Grams.of(1833);
        station.act(task, new Act.ParcelWeighed(1, Grams.of(5000), right, false, "", "keypad", "", null));
        station.act(task, new Act.ParcelWeighed(1, Grams.of(1840), right, true, "", "scale", "", null));
        station.push();
        assertThat(warehouse.openExceptions()).isEmpty();
        station.act(task, new Act.ParcelWeighed(1, Grams.of(5000), right, true, "", "keypad", "SCALE_WRONG", null));
        assertThat(station.push().outcomes().getLast().status()).isEqualTo(Push.Status.ACCEPTED);
        assertThat(warehouse.openExceptions()).singleElement().satisfies(exception -> {
            assertThat(exception.kind()).isEqualTo(ExceptionKind.WEIGHT_OFF);
            assertThat(exception.about()).isEqualTo("b/O-1");
            assertThat(exception.detail()).contains("5000", "1833", "keypad", "op-1", "SCALE_WRONG");
        });
    }
}
