package dev.dockhand.server.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.exception.ExceptionRecord;
import dev.dockhand.model.id.ItemId;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Picked units that were missing or damaged at the packing bench: others are picked, or the parcel waits. */
class BenchShortTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private final TestWarehouse warehouse = new TestWarehouse(DATABASE.database(), DATABASE.freshSite());
    private TestStation one;
    private TestStation two;
    private ShipmentTask task;

    @BeforeEach
    void threeUnitsWerePicked() {
        warehouse.item("A").location("R1", "STORAGE", 10).location("R2", "STORAGE", 20);
        warehouse.waybills(3).stock("R1", "A", 3);
        warehouse.order("O-1", Map.of("A", 3));
        one = warehouse.station("S1");
        two = warehouse.station("S2");
        task = grant(one).getFirst();
        one.pick(task, task.lines().getFirst(), 3);
        one.act(task, new Act.PickFinished(one.tote()));
        one.push();
    }

    @AfterEach
    void everythingHolds() {
        Invariants.check(warehouse, one, two);
    }

    private List<ShipmentTask> grant(TestStation station) {
        return warehouse.grant(station, 5);
    }

    private List<ShipmentTask> held(TestStation station) {
        return warehouse.desk.held(warehouse.site, station.id);
    }

    private FloorEvent lose(int units) {
        FloorEvent event = one.lost(task, task.lines().getFirst(), units);
        assertThat(one.push().outcomes()).extracting(Push.Outcome::status).containsOnly(Push.Status.ACCEPTED);
        return event;
    }

    private List<ExceptionKind> exceptions() {
        return warehouse.openExceptions().stream().map(ExceptionRecord::kind).toList();
    }

    private long tote() {
        return warehouse.number("""
            SELECT COALESCE(sum(quantity), 0) FROM balance
            WHERE company = :company AND warehouse = :warehouse AND place = 'TOTE:T-S1'\
            """);
    }

    @Test
    void othersArePickedInTheirPlaceUnderTheSameLeaseAndWaybill() {
        warehouse.stock("R2", "A", 5);
        lose(2);
        assertThat(tote()).isEqualTo(1);
        ShipmentTask again = held(one).getFirst();
        assertThat(again.stage()).isEqualTo(TaskStage.RELEASED);
        assertThat(again.lease()).isEqualTo(task.lease());
        assertThat(again.waybill()).isEqualTo(task.waybill());
        assertThat(again.basedOnSeq()).isEqualTo(3);
        assertThat(again.lines())
                .extracting(
                        PickLine::line,
                        line -> line.location().value(),
                        line -> line.quantity().units(),
                        line -> line.picked().units())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, "R1", 1, 1),
                        org.assertj.core.groups.Tuple.tuple(2, "R2", 2, 0));
        assertThat(warehouse.level("A").availableToPromise()).isEqualTo(3);
        assertThat(exceptions()).containsExactly(ExceptionKind.SHORT_PICK);

        one.finish(again);
        one.push();
        assertThat(exceptions()).containsExactly(ExceptionKind.SHORT_PICK);
        assertThat(tote()).isZero();
        assertThat(warehouse.level("A").sellable()).isEqualTo(3);
    }

    @Test
    void withoutStockTheParcelWaitsAndGoesOnWhenGoodsCome() {
        lose(1);
        assertThat(held(one)).as("nobody packs it short").isEmpty();
        assertThat(exceptions()).containsExactlyInAnyOrder(ExceptionKind.SHORT_PICK, ExceptionKind.CANNOT_ALLOCATE);
        warehouse.orders.retryWaiting(warehouse.site);
        assertThat(warehouse.openExceptions()).hasSize(2);
        assertThat(grant(two)).as("it stays the first station's").isEmpty();

        warehouse.stock("R2", "A", 1);
        long told = told();
        warehouse.orders.retryWaiting(warehouse.site);
        assertThat(exceptions()).containsExactly(ExceptionKind.SHORT_PICK);
        assertThat(held(one)).singleElement().satisfies(again -> {
            assertThat(again.waybill()).isEqualTo(task.waybill());
            assertThat(again.lines())
                    .last()
                    .satisfies(line -> assertThat(line.location().value()).isEqualTo("R2"));
        });
        assertThat(told()).as("the station is told to fetch its list").isEqualTo(told + 1);
    }

    private long told() {
        return warehouse.number("""
            SELECT count(*) FROM feed
            WHERE company = :company AND warehouse = :warehouse AND body LIKE '%"type":"task"%'\
            """);
    }

    @Test
    void givenBackItIsNotGrantedToBePackedShort() {
        lose(1);
        assertThat(warehouse.desk.giveBack(warehouse.site, one.id, task.id())).isTrue();
        assertThat(grant(two)).isEmpty();
        warehouse.stock("R2", "A", 1);
        warehouse.orders.retryWaiting(warehouse.site);
        assertThat(grant(two))
                .singleElement()
                .satisfies(again -> assertThat(again.waybill()).isEqualTo(task.waybill()));
    }

    @Test
    void anOrderThatWasPromisedTheStockKeepsIt() {
        warehouse.stock("R2", "A", 1);
        warehouse.order("O-2", Map.of("A", 1));
        lose(1);
        assertThat(held(one)).isEmpty();
        assertThat(warehouse.level("A").availableToPromise()).isZero();
        assertThat(grant(two)).extracting(other -> other.order().name()).containsExactly("O-2");
    }

    @Test
    void takenBackWhileItWaitsItIsPackedAsBefore() {
        FloorEvent lost = lose(2);
        one.undo(task, lost);
        one.push();
        assertThat(held(one)).singleElement().satisfies(again -> {
            assertThat(again.stage()).isEqualTo(TaskStage.PICKED);
            assertThat(again.lines())
                    .singleElement()
                    .satisfies(line -> assertThat(line.picked().units()).isEqualTo(3));
        });
        assertThat(exceptions()).containsExactly(ExceptionKind.SHORT_PICK);
        assertThat(tote()).isEqualTo(3);
    }

    @Test
    void takenBackAfterOthersWereAllocatedThoseAreFreeAgain() {
        warehouse.stock("R2", "A", 2);
        FloorEvent lost = lose(2);
        assertThat(warehouse.level("A").availableToPromise()).isZero();
        one.undo(task, lost);
        one.push();
        assertThat(warehouse.level("A").availableToPromise()).isEqualTo(2);
        assertThat(held(one))
                .singleElement()
                .satisfies(again -> assertThat(again.stage()).isEqualTo(TaskStage.PICKED));
        lose(1);
        assertThat(held(one).getFirst().lines())
                .extracting(line -> line.quantity().units())
                .as("the old stand-in wants nothing, a new one does")
                .containsExactly(2, 0, 1);
    }

    @Test
    void closedShortAgainstAllRulesASupervisorIsTold() {
        lose(1);
        one.packed(task);
        one.push();
        assertThat(warehouse.openExceptions())
                .filteredOn(exception -> exception.kind() == ExceptionKind.SHORT_PICK)
                .singleElement()
                .satisfies(exception -> assertThat(exception.detail()).contains("closed by S1 before units lost"));
        assertThat(exceptions()).doesNotContain(ExceptionKind.CANNOT_ALLOCATE);
    }

    @Test
    void calledOffWhileItWaitsItWaitsForNothing() {
        lose(1);
        warehouse.orders.cancel(warehouse.site, task.order());
        assertThat(exceptions()).containsExactly(ExceptionKind.SHORT_PICK);
        assertThat(held(one))
                .singleElement()
                .satisfies(again -> assertThat(again.stage()).isEqualTo(TaskStage.CANCELLED));
        warehouse.stock("R2", "A", 1);
        warehouse.orders.retryWaiting(warehouse.site);
        assertThat(warehouse.level("A").availableToPromise()).isEqualTo(1);
    }

    @Test
    void moreThanWasPickedIsASupervisorsCase() {
        one.lost(task, task.lines().getFirst(), 4);
        assertThat(one.push().outcomes()).extracting(Push.Outcome::status).containsExactly(Push.Status.QUARANTINED);
        assertThat(held(one).getFirst().stage()).isEqualTo(TaskStage.PICKED);
        assertThat(warehouse.level("A").item()).isEqualTo(new ItemId("b/A"));
    }
}
