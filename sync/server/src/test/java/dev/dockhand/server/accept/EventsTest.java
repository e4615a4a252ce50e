package dev.dockhand.server.accept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.EventCodec;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.exception.ExceptionRecord;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.measure.Grams;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.protocol.Push;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.server.Invariants;
import dev.dockhand.server.TestStation;
import dev.dockhand.server.TestWarehouse;
import dev.dockhand.server.dispatch.Shipments;
import dev.dockhand.server.store.ServerDatabase;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

class EventsTest {

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

    private void signIns(int count) {
        IntStream.range(0, count).forEach(i -> station.act(null, new Act.SignedOut()));
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
    void aShiftIsTakenOnce() {
        warehouse.stock("R1", "A", 10).order("O-1", Map.of("A", 3));
        ShipmentTask task = onlyTask(station);
        station.finish(task);
        Push.Result result = station.push();
        assertThat(result.acked()).isEqualTo(station.journal.size());
        assertThat(result.outcomes()).extracting(Push.Outcome::status).containsOnly(Push.Status.ACCEPTED);
        assertThat(warehouse.level("A").availableToPromise()).isEqualTo(7);
        assertThat(warehouse.level("A").promised()).isZero();
        List<Shipments.Packed> shipped = DATABASE.database()
                .read(warehouse.site, tx -> warehouse.shipments.packed(tx, Shipments.PackedKey.START, 10));
        assertThat(shipped).singleElement().satisfies(packed -> {
            assertThat(packed.waybill()).isEqualTo(task.waybill());
            assertThat(packed.station()).isEqualTo(station.id);
            assertThat(packed.labels()).isEqualTo(1);
        });
        assertThat(warehouse.openExceptions()).isEmpty();
        assertThat(warehouse.desk.held(warehouse.site, station.id)).isEmpty();
    }

    /** Every reply is lost once, everything is sent three times, also in other portions after a restart. */
    @Test
    void lostRepliesChangeNothing() {
        warehouse.stock("R1", "A", 10).order("O-1", Map.of("A", 3));
        station.finish(onlyTask(station));
        Answer first = station.send(1, 2, false);
        for (int i = 0; i < 3; i++) {
            assertThat(station.send(1, 2, false)).isEqualTo(first);
        }
        Answer overlapping = station.send(2, 4, false);
        assertThat(station.send(2, 4, false)).isEqualTo(overlapping);
        TestStation restarted = new TestStation(warehouse, station.id, 1);
        station.journal.forEach(restarted::raw);
        Push.Result all = restarted.push();
        assertThat(all.acked()).isEqualTo(station.journal.size());
        assertThat(all.outcomes()).extracting(Push.Outcome::status).containsOnly(Push.Status.ACCEPTED);
        assertThat(warehouse.number("SELECT count(*) FROM shipment WHERE company = :company AND warehouse = :warehouse"
                        + " AND packed_by IS NOT NULL"))
                .isEqualTo(1);
        station.acked = all.acked();
    }

    private static Answer refused(Push.Code code, long expected, TestStation asked) {
        return new Answer.Refused(new Push.Refusal(code, expected, EventCodec.hash(asked.journal.getLast())));
    }

    @Test
    void aGapIsRefusedWithTheNumberThatIsExpected() {
        signIns(5);
        station.send(1, 2, false);
        assertThat(station.send(4, 5, false)).isEqualTo(refused(Push.Code.GAP, 3, station));
        List<byte[]> shuffled = List.of(station.journal.get(2), station.journal.get(4));
        assertThat(warehouse.events.accept(warehouse.site, station.id, 1, shuffled, false))
                .isEqualTo(refused(Push.Code.GAP, 3, station));
        assertThat(station.push().acked()).isEqualTo(5);
    }

    @Test
    void aClonedStationIsFoundOut() {
        TestStation clone = new TestStation(warehouse, station.id, 1);
        signIns(2);
        clone.act(null, new Act.SignInRefused("x"));
        clone.act(null, new Act.SignInRefused("y"));
        clone.act(null, new Act.SignInRefused("z"));
        station.push();
        assertThat(clone.send(1, 3, false)).isEqualTo(refused(Push.Code.EPOCH_CONFLICT, 3, clone));
        assertThat(clone.send(3, 3, false)).as("another chain").isEqualTo(refused(Push.Code.EPOCH_CONFLICT, 3, clone));
        assertThat(warehouse.events.accept(warehouse.site, station.id, 2, clone.journal, false))
                .as("an epoch that was never given")
                .isEqualTo(refused(Push.Code.EPOCH_CONFLICT, 1, clone));
    }

    @Test
    void anOldEpochCanStillBePushed() {
        signIns(2);
        warehouse.execute("UPDATE station SET epoch = 2 WHERE company = :company AND warehouse = :warehouse", Map.of());
        TestStation second = new TestStation(warehouse, station.id, 2);
        second.act(null, new Act.SignedOut());
        assertThat(second.push().acked()).isEqualTo(1);
        assertThat(station.push().acked()).isEqualTo(2);
        Invariants.check(warehouse, second);
    }

    /** The NUL in the reason is valid JSON that PostgreSQL does not store. */
    @Test
    void anEventThatTheServerFailsOnHoldsUpNobody() {
        warehouse.stock("R1", "A", 2).order("O-1", Map.of("A", 1));
        ShipmentTask task = onlyTask(station);
        station.act(task, new Act.LabelPrinted(1, task.waybill(), 1, "SENT", "", "\0"));
        station.finish(task);
        signIns(20);
        Push.Result result = station.push();
        assertThat(result.acked()).isEqualTo(station.journal.size());
        assertThat(result.outcomes().getFirst().status()).isEqualTo(Push.Status.QUARANTINED);
        assertThat(result.outcomes().stream().skip(1))
                .extracting(Push.Outcome::status)
                .containsOnly(Push.Status.ACCEPTED);
        assertThat(exceptions()).containsExactly(ExceptionKind.UNREADABLE_EVENT);
        assertThat(station.send(1, station.journal.size(), false)).isEqualTo(new Answer.Taken(result));
    }

    @Test
    void whatCannotBeReadIsKeptAsItCame() {
        signIns(1);
        station.raw("no json at all".getBytes(StandardCharsets.UTF_8));
        station.raw(("{\"schema\":99,\"seq\":3,\"previous\":\"" + station.previous() + "\",\"act\":{\"type\":\"new\"}}")
                .getBytes(StandardCharsets.UTF_8));
        signIns(1);
        assertThat(station.push().outcomes())
                .extracting(Push.Outcome::status)
                .containsExactly(
                        Push.Status.ACCEPTED, Push.Status.QUARANTINED, Push.Status.QUARANTINED, Push.Status.ACCEPTED);
        station.raw(new byte[] {(byte) 0xC3, 0, (byte) 0xFF});
        Push.Result alone = station.push();
        assertThat(alone.acked()).isEqualTo(5);
        assertThat(station.send(5, 5, false)).as("a repeat").isEqualTo(new Answer.Taken(alone));
        assertThat(exceptions())
                .containsExactlyInAnyOrder(
                        Collections.nCopies(3, ExceptionKind.UNREADABLE_EVENT).toArray(ExceptionKind[]::new));
    }

    /** A dozen characters that would be 300 million digits when they were written out. */
    @Test
    @Timeout(120)
    void aNumberWithAnEndlessExponentIsKeptAndHoldsUpNobody() {
        for (String number : List.of("1e300000000", "-1e300000000", "1e-300000000")) {
            FloorEvent weighed =
                    station.act(null, new Act.ParcelWeighed(1, Grams.of(7), null, true, "", "keypad", "", null));
            station.journal.removeLast();
            station.raw(new String(EventCodec.encode(weighed), StandardCharsets.UTF_8)
                    .replace("\"grams\":7", "\"grams\":" + number)
                    .getBytes(StandardCharsets.UTF_8));
        }
        assertThat(station.push().outcomes()).extracting(Push.Outcome::status).containsOnly(Push.Status.QUARANTINED);
    }

    @Test
    void anOpaquePushIsKeptWithoutBeingApplied() {
        warehouse.stock("R1", "A", 2);
        station.act(
                null,
                new Act.PutAway(new LicensePlate("P1"), RACK),
                new Movement(Goods.of(A), Quantity.ONE, Place.of(new LicensePlate("P1")), Place.of(RACK)));
        assertThat(station.send(1, 1, true))
                .isInstanceOfSatisfying(
                        Answer.Taken.class,
                        taken -> assertThat(taken.result().outcomes())
                                .containsExactly(new Push.Outcome(1, Push.Status.QUARANTINED)));
        assertThat(warehouse.level("A").sellable()).isEqualTo(2);
        assertThat(exceptions()).containsExactly(ExceptionKind.UNREADABLE_EVENT);
    }

    @Test
    void anEventOfAnotherStationIsNotBelieved() {
        TestStation other = warehouse.station("S2");
        FloorEvent foreign = other.act(
                null,
                new Act.PutAway(new LicensePlate("P1"), RACK),
                new Movement(Goods.of(A), Quantity.ONE, Place.of(new LicensePlate("P1")), Place.of(RACK)));
        station.raw(EventCodec.encode(foreign));
        assertThat(station.push().outcomes()).containsExactly(new Push.Outcome(1, Push.Status.QUARANTINED));
        assertThat(warehouse.number(
                        "SELECT count(*) FROM movement WHERE company = :company AND warehouse = :warehouse"))
                .isZero();
    }

    @Test
    void aPushIsBounded() {
        signIns(501);
        assertThatThrownBy(() -> station.send(1, 501, false)).isInstanceOf(PushTooLargeException.class);
        station.send(1, 500, false);
        station.acked = 500;
        assertThat(station.push().acked()).isEqualTo(501);
    }
}
