package dev.dockhand.server.release;

import static dev.dockhand.server.release.OnItsWay.ALL;
import static dev.dockhand.server.release.OnItsWay.GOODS;
import static dev.dockhand.server.release.OnItsWay.ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.exception.ExceptionRecord;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.order.OrderEvent;
import dev.dockhand.model.order.OrderLife;
import dev.dockhand.model.order.OrderState;
import dev.dockhand.model.order.Transition;
import dev.dockhand.model.protocol.Push;
import dev.dockhand.model.task.PutBack;
import dev.dockhand.model.task.ShipmentTask;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An order is called off, however far it is: its goods can be sold again exactly when they lie in storage. */
class PutBackTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private static final LocationCode RACK = new LocationCode("R1");
    private static final LocationCode OTHER_RACK = new LocationCode("R2");

    private final TestWarehouse warehouse = new TestWarehouse(DATABASE.database(), DATABASE.freshSite());
    private TestStation one;
    private OnItsWay order;

    @BeforeEach
    void openTheWarehouse() {
        warehouse.item("A").location("R1", "STORAGE", 10).location("R2", "STORAGE", 20);
        warehouse.location("D1", "DAMAGED", 30).waybills(2).stock("R1", "A", ALL);
        one = warehouse.station("S1");
        order = new OnItsWay(warehouse, one);
    }

    @AfterEach
    void everythingHolds() {
        Invariants.check(warehouse, one);
    }

    private OrderState state(String number) {
        return OrderState.valueOf(warehouse
                .rows(
                        "SELECT state FROM orders WHERE company = :company AND warehouse = :warehouse"
                                + " AND order_id = 'b/%s'".formatted(number),
                        String.class)
                .getFirst());
    }

    private long canBeSold() {
        return warehouse.level("A").availableToPromise();
    }

    private List<PutBack> waiting() {
        return DATABASE.database().read(warehouse.site, tx -> PutBacks.list(tx, "", 10));
    }

    private List<ExceptionKind> exceptions() {
        return warehouse.openExceptions().stream().map(ExceptionRecord::kind).toList();
    }

    /** The holder says that it has heard of the cancel. */
    private void answers() {
        ShipmentTask held = order.task;
        if (held != null) {
            one.act(held, new Act.CancelSeen(held.shipment()));
            one.push();
        }
    }

    private Push.Status pushed(FloorEvent event) {
        return one.push().outcomes().stream()
                .filter(outcome -> outcome.seq() == event.seq())
                .map(Push.Outcome::status)
                .findFirst()
                .orElseThrow();
    }

    private FloorEvent putBack(int units, LocationCode place) {
        FloorEvent event = one.putBack(GOODS, units, place);
        assertThat(pushed(event)).isEqualTo(Push.Status.ACCEPTED);
        return event;
    }

    @ParameterizedTest
    @EnumSource(Far.class)
    void whatIsCalledOffCanBeSoldAgainWhenItWasPutBack(Far far) {
        order.come(far);
        assertThat(state("O-1")).isEqualTo(far.state);
        long before = canBeSold();
        assertThat(waiting()).as("nobody puts back what an order wants").isEmpty();
        Orders.Cancelled answer = warehouse.orders.cancel(warehouse.site, ORDER);
        if (OrderLife.of(far.state, OrderEvent.CANCEL) instanceof Transition.Refused(Transition.Refusal why)) {
            assertThat(answer.name()).isEqualTo(why.name());
            assertThat(state("O-1")).isEqualTo(far.state);
            assertThat(canBeSold()).isEqualTo(before);
            assertThat(waiting()).isEmpty();
            return;
        }
        assertThat(answer).isEqualTo(Orders.Cancelled.CANCELLED);
        assertThat(state("O-1")).isEqualTo(OrderState.CANCELLED);
        assertThat(canBeSold())
                .as("who holds it may still pick what is left")
                .isEqualTo(far.isAtLeast(Far.GRANTED) ? before : ALL);
        answers();
        assertThat(canBeSold()).as("what lies in a tote cannot be sold").isEqualTo(ALL - far.inTote);
        if (far.inTote > 0) {
            isPutBack(far.inTote);
        }
        assertThat(waiting()).isEmpty();
        assertThat(canBeSold() + (far.inTote > 0 ? ALL : 0)).isEqualTo(ALL);
    }

    private void isPutBack(int units) {
        assertThat(waiting())
                .containsExactly(new PutBack(
                        one.tote(),
                        ORDER,
                        TestWarehouse.NOW,
                        List.of(new PutBack.Line(GOODS, Quantity.of(units), RACK))));
        putBack(1, RACK);
        assertThat(canBeSold()).as("a part was put back").isEqualTo(ALL - units + 1);
        FloorEvent rest = putBack(units - 1, OTHER_RACK);
        assertThat(canBeSold()).as("all of it was put back").isEqualTo(ALL);
        one.undo(null, rest);
        one.push();
        assertThat(canBeSold()).as("the rest lies in the tote again").isEqualTo(ALL - units + 1);
        assertThat(waiting()).extracting(PutBack::units).containsExactly(Quantity.of(units - 1));
        assertThat(warehouse.order("O-2", Map.of("A", ALL))).isFalse();
        putBack(units - 1, OTHER_RACK);
        assertThat(state("O-2")).as("it waited for just these units").isEqualTo(OrderState.RELEASED);
    }

    private void isCalledOff() {
        order.come(Far.PICKED);
        warehouse.orders.cancel(warehouse.site, ORDER);
        answers();
    }

    /** A station without a network packs on: what is in the box is not in the tote. */
    @Test
    void aBoxThatWasClosedAfterTheCancelIsPutBackOnceItIsOpenedAgain() {
        order.come(Far.LABELLED);
        warehouse.orders.cancel(warehouse.site, ORDER);
        FloorEvent packed = one.packed(order.task);
        assertThat(pushed(packed)).isEqualTo(Push.Status.EXCEPTION);
        assertThat(exceptions()).contains(ExceptionKind.SHIPPED_AFTER_CANCEL);
        assertThat(waiting()).isEmpty();
        one.undo(order.task, packed);
        answers();
        assertThat(waiting()).extracting(PutBack::units).containsExactly(Quantity.of(ALL));
        assertThat(canBeSold()).isZero();
        putBack(ALL, RACK);
        assertThat(canBeSold()).isEqualTo(ALL);
    }

    /** The parcel is open again, then its order is called off. */
    @Test
    void aParcelThatWasOpenedIsPickedAgainAndCanBeCalledOff() {
        order.come(Far.PACKED);
        one.undo(order.task, one.events.getLast());
        one.push();
        assertThat(state("O-1")).isEqualTo(OrderState.PICKED);
        assertThat(warehouse.orders.cancel(warehouse.site, ORDER)).isEqualTo(Orders.Cancelled.CANCELLED);
        answers();
        putBack(ALL, RACK);
        assertThat(canBeSold()).isEqualTo(ALL);
    }

    @Test
    void whatIsPutToDamagedGoodsCannotBeSold() {
        isCalledOff();
        putBack(1, new LocationCode("D1"));
        assertThat(canBeSold()).isZero();
        putBack(2, RACK);
        assertThat(canBeSold()).isEqualTo(2);
    }

    @Test
    void noMoreIsPutBackThanLiesThere() {
        isCalledOff();
        assertThat(pushed(one.putBack(GOODS, ALL + 1, RACK))).isEqualTo(Push.Status.QUARANTINED);
        assertThat(pushed(one.putBack(Goods.of(TestWarehouse.id("B")), 1, RACK)))
                .isEqualTo(Push.Status.QUARANTINED);
        assertThat(exceptions()).containsExactly(ExceptionKind.MISFIT_EVENT, ExceptionKind.MISFIT_EVENT);
        assertThat(canBeSold()).isZero();
        assertThat(waiting()).extracting(PutBack::units).containsExactly(Quantity.of(ALL));
    }

    /** What was done counts, and the order that has too few now is a supervisor's case. */
    @Test
    void whatAnOpenOrderWantsIsTold() {
        order.come(Far.PICKED);
        putBack(1, RACK);
        assertThat(warehouse.openExceptions())
                .extracting(ExceptionRecord::kind, ExceptionRecord::about)
                .containsExactly(tuple(ExceptionKind.SHORT_PICK, ORDER.value()));
    }

    /** The same tote serves the next order once it is empty. */
    @Test
    void aToteThatWasEmptiedWaitsForNothing() {
        isCalledOff();
        putBack(ALL, RACK);
        warehouse.order("O-2", Map.of("A", ALL));
        order.grant(Far.PICKED);
        assertThat(waiting()).as("another order's goods lie in it").isEmpty();
        one.packed(order.task);
        one.push();
        assertThat(waiting()).isEmpty();
        assertThat(state("O-2")).isEqualTo(OrderState.PACKED);
    }
}
