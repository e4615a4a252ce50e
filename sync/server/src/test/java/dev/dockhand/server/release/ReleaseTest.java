package dev.dockhand.server.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.exception.ExceptionRecord;
import dev.dockhand.model.id.CarrierCode;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.protocol.Leases;
import dev.dockhand.model.protocol.Push;
import dev.dockhand.model.task.PickLine;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.server.Invariants;
import dev.dockhand.server.TestStation;
import dev.dockhand.server.TestWarehouse;
import dev.dockhand.server.dispatch.Routes;
import dev.dockhand.server.store.ServerDatabase;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReleaseTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private static final int PUSHES = 200;

    private final TestWarehouse warehouse = new TestWarehouse(DATABASE.database(), DATABASE.freshSite());
    private TestStation one;
    private TestStation two;

    @BeforeEach
    void openTheWarehouse() {
        warehouse.item("A").item("B").location("R1", "STORAGE", 30).location("R2", "STORAGE", 20);
        warehouse.location("R3", "STORAGE", 10).location("DOCK", "DOCK", 0);
        one = warehouse.station("S1");
        two = warehouse.station("S2");
    }

    @AfterEach
    void everythingHolds() {
        Invariants.check(warehouse, one, two);
    }

    private List<ShipmentTask> grant(TestStation station, int upTo) {
        return warehouse.grant(station, upTo);
    }

    private List<ExceptionKind> exceptions() {
        return warehouse.openExceptions().stream().map(ExceptionRecord::kind).toList();
    }

    @Test
    void theEarliestExpiryIsPickedFirstAndTheListIsInWalkingOrder() {
        warehouse
                .waybills(1)
                .stock("R1", "A", "L1", LocalDate.of(2027, 1, 1), 3)
                .stock("R2", "A", "L2", LocalDate.of(2027, 6, 1), 5)
                .stock("R3", "A", 9)
                .stock("R3", "B", 1)
                .stock("DOCK", "B", 7);
        warehouse.order("O-1", Map.of("A", 6, "B", 1));
        route("5", "5", "R-7");
        ShipmentTask task = grant(one, 5).getFirst();
        assertThat(task.lines())
                .extracting(
                        PickLine::line,
                        line -> line.location().value(),
                        line -> line.item().name(),
                        line -> line.quantity().units())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, "R3", "B", 1),
                        org.assertj.core.groups.Tuple.tuple(2, "R2", "A", 3),
                        org.assertj.core.groups.Tuple.tuple(3, "R1", "A", 3));
        assertThat(task.recipient().name()).isEqualTo("김");
        assertThat(task.routing()).isEqualTo("R-7");
        assertThat(task.lease().token()).isEqualTo(1);
    }

    private void route(String first, String last, String routing) {
        warehouse.feed.useTransaction(
                warehouse.site,
                tx -> Routes.put(tx, List.of(new Routes.Route(new CarrierCode("CJ"), first, last, routing))));
    }

    @Test
    void theNarrowestRouteOfAPostcodeCounts() {
        warehouse.waybills(1).stock("R1", "A", 1);
        warehouse.order("O-1", Map.of("A", 1));
        warehouse.execute(
                "UPDATE order_party SET body = replace(body, '\"postcode\":\"5\"', '\"postcode\":\"06236\"')"
                        + " WHERE company = :company AND warehouse = :warehouse",
                Map.of());
        route("01", "09", "SEOUL");
        assertThat(grant(one, 1)).extracting(ShipmentTask::routing).containsExactly("SEOUL");
        route("06200", "06249", "GANGNAM");
        assertThat(task(one, "O-1").routing()).isEqualTo("GANGNAM");
        route("06237", "06249", "NEXT");
        assertThat(task(one, "O-1").routing()).isEqualTo("GANGNAM");
        route("0623", "0623", "CORNER");
        assertThat(task(one, "O-1").routing()).isEqualTo("CORNER");
        assertThat(warehouse.openExceptions()).isEmpty();
    }

    @Test
    void anAddressThatTheCarriersTableLacksIsToldOnce() {
        warehouse.waybills(2).stock("R1", "A", 2);
        warehouse.order("O-1", Map.of("A", 1));
        assertThat(grant(one, 1)).extracting(ShipmentTask::routing).containsExactly("");
        assertThat(exceptions()).as("it has no table").isEmpty();
        route("6", "9", "R-7");
        warehouse.order("O-2", Map.of("A", 1));
        assertThat(grant(one, 2)).extracting(ShipmentTask::routing).containsExactly("", "");
        assertThat(exceptions()).containsExactly(ExceptionKind.NO_ROUTE);
    }

    @Test
    void whatHasExpiredIsNotPicked() {
        LocalDate today = LocalDate.ofInstant(warehouse.time.instant(), ZoneOffset.UTC);
        warehouse
                .waybills(2)
                .stock("R1", "A", "OLD", today.minusDays(1), 9)
                .stock("R2", "A", "LAST", today, 2)
                .stock("R3", "A", "NEW", today.plusDays(90), 1);
        warehouse.order("O-1", Map.of("A", 3));
        warehouse.order("O-2", Map.of("A", 1));

        assertThat(grant(one, 5))
                .singleElement()
                .satisfies(task -> assertThat(task.lines())
                        .extracting(line -> line.goods().lot().value())
                        .containsExactlyInAnyOrder("LAST", "NEW"));
        assertThat(exceptions()).containsExactly(ExceptionKind.CANNOT_ALLOCATE);
    }

    @Test
    void theMostUrgentIsGrantedFirstUpToWhatIsHeldAltogether() {
        warehouse.waybills(10).stock("R1", "A", 10);
        for (int i = 1; i <= 5; i++) {
            warehouse.order("O-" + i, Map.of("A", 1));
        }
        warehouse.execute(
                "UPDATE orders SET cut_off = '2026-11-23T06:30:00Z' WHERE company = :company AND warehouse = :warehouse"
                        + " AND order_id = 'b/O-4'",
                Map.of());
        assertThat(grant(one, 2)).extracting(task -> task.order().name()).containsExactly("O-4", "O-1");
        assertThat(grant(one, 3)).hasSize(3);
        assertThat(grant(one, 1)).as("nothing is taken away").hasSize(3);
        assertThat(grant(two, 200)).hasSize(2);
        assertThat(warehouse
                        .desk
                        .grant(warehouse.site, two.id, new Leases.Request(1, new OrderId("b/O-1"), null, null, null))
                        .tasks())
                .as("somebody else holds it")
                .extracting(task -> task.order().name())
                .doesNotContain("O-1");
        assertThat(warehouse.desk.giveBack(
                        warehouse.site, one.id, task(one, "O-1").id()))
                .isTrue();
        assertThat(warehouse.desk.giveBack(warehouse.site, one.id, new TaskId("b/O-5.1")))
                .isFalse();
        assertThat(warehouse
                        .desk
                        .grant(warehouse.site, two.id, new Leases.Request(1, new OrderId("b/O-1"), null, null, null))
                        .tasks())
                .filteredOn(task -> task.order().name().equals("O-1"))
                .singleElement()
                .satisfies(task -> assertThat(task.lease().token()).isEqualTo(2));
    }

    private ShipmentTask task(TestStation station, String order) {
        return warehouse.desk.held(warehouse.site, station.id).stream()
                .filter(task -> task.order().name().equals(order))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anotherStationGoesOnWhereTheFirstStopped() {
        warehouse.waybills(1).stock("R1", "A", 5).stock("R2", "B", 5);
        warehouse.order("O-1", Map.of("A", 3, "B", 2));
        ShipmentTask first = grant(one, 1).getFirst();
        one.pick(first, first.lines().get(0), 2);
        one.act(
                first,
                new Act.PickShorted(
                        2,
                        first.lines().get(1).item(),
                        Quantity.ONE,
                        first.lines().get(1).location(),
                        "NOT_FOUND"));
        one.push();
        assertThat(task(one, "O-1").basedOnSeq()).isEqualTo(2);
        warehouse.desk.giveBack(warehouse.site, one.id, first.id());
        ShipmentTask second = grant(two, 1).getFirst();
        assertThat(second.waybill()).isEqualTo(first.waybill());
        assertThat(second.tote()).isEqualTo(one.tote());
        assertThat(second.basedOnSeq()).isZero();
        assertThat(second.lines())
                .extracting(
                        line -> line.picked().units(), line -> line.shorted().units())
                .containsExactly(org.assertj.core.groups.Tuple.tuple(2, 0), org.assertj.core.groups.Tuple.tuple(0, 1));
    }

    @Test
    void aGrantTellsTheWorkAsItWasAtTheEventThatItNamesWhilePushesArrive() throws Exception {
        warehouse.waybills(1).stock("R1", "A", PUSHES);
        warehouse.order("O-1", Map.of("A", PUSHES));
        ShipmentTask task = grant(one, 1).getFirst();

        Thread picker = Thread.ofPlatform().start(() -> {
            for (int push = 0; push < PUSHES; push++) {
                one.pick(task, task.lines().getFirst(), 1);
                one.push();
            }
        });
        try {
            do {
                ShipmentTask now = grant(one, 1).getFirst();
                assertThat(now.lines().getFirst().picked().units())
                        .as("units picked as of event %d", now.basedOnSeq())
                        .isEqualTo((int) now.basedOnSeq());
            } while (picker.isAlive());
        } finally {
            picker.join();
        }
        assertThat(task(one, "O-1").basedOnSeq()).isEqualTo(PUSHES);
    }

    @Test
    void withoutAWaybillNothingIsGranted() {
        warehouse.stock("R1", "A", 5);
        warehouse.order("O-1", Map.of("A", 1));
        warehouse.order("O-2", Map.of("A", 1));
        assertThat(grant(one, 5)).isEmpty();
        assertThat(exceptions()).containsExactly(ExceptionKind.NO_WAYBILL);
        warehouse.waybills(2);
        assertThat(grant(one, 5)).hasSize(2);
        assertThat(warehouse.openExceptions()).isEmpty();
    }

    @Test
    void aBrokenLeaseMakesLateWorkAnException() {
        warehouse.waybills(2).stock("R1", "A", 9);
        warehouse.order("O-1", Map.of("A", 2));
        ShipmentTask late = grant(one, 1).getFirst();
        assertThat(warehouse.desk.breakLease(warehouse.site, late.id(), "boss"))
                .hasValue(new WorkDesk.Broken(late.id(), one.id, 2));
        assertThat(warehouse.desk.breakLease(warehouse.site, late.id(), "boss")).isEmpty();
        ShipmentTask fresh = grant(two, 1).getFirst();
        assertThat(fresh.lease().token()).isEqualTo(3);
        assertThat(fresh.waybill()).isEqualTo(late.waybill());
        two.finish(fresh);
        two.push();
        one.finish(late);
        assertThat(one.push().outcomes()).extracting(Push.Outcome::status).containsOnly(Push.Status.EXCEPTION);
        assertThat(exceptions()).containsExactlyInAnyOrder(ExceptionKind.STALE_LEASE, ExceptionKind.ALREADY_SHIPPED);
        assertThat(warehouse.level("A").sellable())
                .as("both parcels' goods left")
                .isEqualTo(5);
    }

    @Test
    void aStationThatIsSilentKeepsItsLeases() {
        warehouse.waybills(1).stock("R1", "A", 1);
        warehouse.order("O-1", Map.of("A", 1));
        grant(one, 1);
        assertThat(grant(two, 5)).isEmpty();
        assertThat(warehouse.desk.held(warehouse.site, new StationId("nobody"))).isEmpty();
    }
}
