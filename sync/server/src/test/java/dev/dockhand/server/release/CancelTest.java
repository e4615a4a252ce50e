package dev.dockhand.server.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.exception.ExceptionRecord;
import dev.dockhand.model.id.CarrierCode;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.protocol.Push;
import dev.dockhand.model.task.PickLine;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.model.task.TaskStage;
import dev.dockhand.server.Invariants;
import dev.dockhand.server.TestStation;
import dev.dockhand.server.TestWarehouse;
import dev.dockhand.server.dispatch.WaybillLevel;
import dev.dockhand.server.store.ServerDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CancelTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

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

    private ShipmentTask task(TestStation station, String order) {
        return warehouse.desk.held(warehouse.site, station.id).stream()
                .filter(task -> task.order().name().equals(order))
                .findFirst()
                .orElseThrow();
    }

    /** The holder may be without a network, and go on. */
    @Test
    void unitsOfLeasedWorkAreNotPromisedAgainBeforeTheHolderHasAnswered() {
        warehouse.waybills(2).stock("R1", "A", 1);
        warehouse.order("O-1", Map.of("A", 1));
        ShipmentTask task = grant(one, 1).getFirst();
        warehouse.orders.cancel(warehouse.site, task.order());
        assertThat(warehouse.order("O-2", Map.of("A", 1))).isFalse();
        assertThat(warehouse.orders.retryWaiting(warehouse.site)).isZero();
        one.finish(task);
        one.push();
        assertThat(warehouse.orders.retryWaiting(warehouse.site)).isZero();
        assertThat(warehouse.level("A").availableToPromise()).isZero();
        assertThat(exceptions())
                .contains(ExceptionKind.SHIPPED_AFTER_CANCEL)
                .doesNotContain(ExceptionKind.OVERSOLD, ExceptionKind.NEGATIVE_STOCK);
    }

    @Test
    void calledOffWorkThatIsGivenBackOrTakenAwayFreesItsUnits() {
        warehouse.waybills(2).stock("R1", "A", 2);
        warehouse.order("O-1", Map.of("A", 1));
        warehouse.order("O-2", Map.of("A", 1));
        List<ShipmentTask> tasks = grant(one, 2);
        tasks.forEach(task -> warehouse.orders.cancel(warehouse.site, task.order()));
        assertThat(warehouse.level("A").promised()).isEqualTo(2);
        assertThat(warehouse.desk.giveBack(
                        warehouse.site, one.id, tasks.getFirst().id()))
                .isTrue();
        assertThat(warehouse.level("A").promised()).isEqualTo(1);
        assertThat(warehouse.desk.breakLease(warehouse.site, tasks.getLast().id(), "boss"))
                .isPresent();
        assertThat(warehouse.level("A").promised()).isZero();
        assertThat(grant(two, 2)).as("a late cancel is not work").isEmpty();
    }

    @Test
    void aCancelFreesWhatIsNotPickedWhenTheHolderHasAnswered() {
        warehouse.waybills(2).stock("R1", "A", 5);
        warehouse.order("O-1", Map.of("A", 5));
        assertThat(warehouse.order("O-2", Map.of("A", 3))).isFalse();
        ShipmentTask task = grant(one, 1).getFirst();
        one.pick(task, task.lines().getFirst(), 2);
        one.push();
        OrderId order = new OrderId("b/O-1");
        assertThat(warehouse.orders.cancel(warehouse.site, order)).isEqualTo(Orders.Cancelled.CANCELLED);
        assertThat(warehouse.orders.cancel(warehouse.site, order)).isEqualTo(Orders.Cancelled.ALREADY_CANCELLED);
        assertThat(warehouse.level("A").promised())
                .as("the holder may still take it")
                .isEqualTo(3);
        assertThat(task(one, "O-1").stage()).isEqualTo(TaskStage.CANCELLED);
        List<WaybillLevel> levels = DATABASE.database().read(warehouse.site, WaybillLevel::all);
        assertThat(levels).containsExactly(new WaybillLevel(new CarrierCode("CJ"), 1, 0, 0, 1, 0));
        assertThat(grant(one, 1)).as("a late cancel is not work").hasSize(1);
        FloorEvent packed = one.packed(task);
        assertThat(one.push().outcomes().getFirst().status()).isEqualTo(Push.Status.EXCEPTION);
        assertThat(exceptions()).contains(ExceptionKind.SHIPPED_AFTER_CANCEL);
        one.undo(task, packed);
        one.act(task, new Act.CancelSeen(task.shipment()));
        one.push();
        assertThat(warehouse.desk.held(warehouse.site, one.id)).isEmpty();
        assertThat(grant(one, 1))
                .as("the order that waited has it")
                .extracting(held -> held.order().name())
                .containsExactly("O-2");
    }

    @Test
    void aClosedParcelCannotBeCalledOff() {
        warehouse.waybills(1).stock("R1", "A", 5);
        warehouse.order("O-1", Map.of("A", 5));
        one.finish(grant(one, 1).getFirst());
        one.push();
        assertThat(warehouse.orders.cancel(warehouse.site, new OrderId("b/O-1")))
                .isEqualTo(Orders.Cancelled.ALREADY_PACKED);
        assertThat(warehouse.orders.cancel(warehouse.site, new OrderId("b/O-9")))
                .isEqualTo(Orders.Cancelled.UNKNOWN);
    }

    @Test
    void anOrderThatWasNotReleasedIsCalledOffToo() {
        warehouse.stock("R1", "A", 5);
        warehouse.order("O-1", Map.of("A", 5));
        warehouse.order("O-2", Map.of("A", 5));
        assertThat(warehouse.orders.cancel(warehouse.site, new OrderId("b/O-1")))
                .isEqualTo(Orders.Cancelled.CANCELLED);
        assertThat(warehouse.level("A").promised()).isEqualTo(5);
        assertThat(warehouse.orders.cancel(warehouse.site, new OrderId("b/O-2")))
                .isEqualTo(Orders.Cancelled.CANCELLED);
        assertThat(warehouse.level("A").promised()).isZero();
    }

    @Test
    void missingUnitsStayPromisedUntilASupervisorWritesThemOff() {
        warehouse.waybills(1).stock("R1", "A", 5);
        warehouse.order("O-1", Map.of("A", 5));
        ShipmentTask task = grant(one, 1).getFirst();
        PickLine line = task.lines().getFirst();
        one.pick(task, line, 3);
        one.act(task, new Act.PickShorted(1, line.item(), Quantity.of(2), line.location(), "NOT_FOUND"));
        one.act(task, new Act.PickFinished(one.tote()));
        one.packed(task);
        assertThat(one.push().outcomes()).extracting(Push.Outcome::status).containsOnly(Push.Status.ACCEPTED);
        assertThat(warehouse.level("A")).satisfies(level -> {
            assertThat(level.sellable()).isEqualTo(2);
            assertThat(level.availableToPromise()).isZero();
        });
        ExceptionRecord missing = warehouse.openExceptions().getFirst();
        assertThat(missing.kind()).isEqualTo(ExceptionKind.SHORT_PICK);
        Invariants.check(warehouse, one);
        assertThat(warehouse.settling.settle(warehouse.site, missing.id(), "boss", "looked twice"))
                .hasValueSatisfying(exception -> assertThat(exception.settled()).isTrue());
        assertThat(warehouse.settling.settle(warehouse.site, missing.id(), "boss", "again"))
                .isEmpty();
        assertThat(warehouse.level("A").sellable()).isZero();
        assertThat(warehouse.level("A").promised()).isZero();
    }
}
