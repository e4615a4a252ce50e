package dev.dockhand.model.order;

import static dev.dockhand.model.order.OrderState.CANCELLED;
import static dev.dockhand.model.order.OrderState.DELIVERED;
import static dev.dockhand.model.order.OrderState.HANDED_OVER;
import static dev.dockhand.model.order.OrderState.PACKED;
import static dev.dockhand.model.order.OrderState.PICKED;
import static dev.dockhand.model.order.OrderState.PROMISED;
import static dev.dockhand.model.order.OrderState.RELEASED;
import static dev.dockhand.model.order.OrderState.RETURNED;
import static dev.dockhand.model.order.OrderState.WAITING;

import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.order.Transition.Refusal;
import java.util.EnumMap;
import java.util.Map;

/** The one table of what may befall an order in which state. A row without a state, or with one twice, fails at the start. */
public final class OrderLife {

    private static final Map<OrderEvent, Map<OrderState, Transition>> TABLE = new EnumMap<>(OrderEvent.class);

    static {
        on(OrderEvent.PROMISE)
                .to(PROMISED, WAITING)
                .refused(Refusal.ALREADY_PROMISED, PROMISED, RELEASED, PICKED, PACKED, HANDED_OVER, DELIVERED, RETURNED)
                .refused(Refusal.ALREADY_CANCELLED, CANCELLED)
                .end();
        on(OrderEvent.RELEASE)
                .to(RELEASED, PROMISED)
                .refused(Refusal.NOT_PROMISED, WAITING)
                .refused(Refusal.ALREADY_RELEASED, RELEASED, PICKED, PACKED, HANDED_OVER, DELIVERED, RETURNED)
                .refused(Refusal.ALREADY_CANCELLED, CANCELLED)
                .end();
        on(OrderEvent.PICK)
                .to(PICKED, RELEASED, PICKED)
                .exception(ExceptionKind.STALE_LEASE, WAITING, PROMISED, CANCELLED)
                .exception(ExceptionKind.ALREADY_SHIPPED, PACKED, HANDED_OVER, DELIVERED, RETURNED)
                .end();
        // After a restore the box is right, not the backup: it closes an order that was not released yet.
        on(OrderEvent.PACK)
                .to(PACKED, WAITING, PROMISED, RELEASED, PICKED)
                .exception(ExceptionKind.ALREADY_SHIPPED, PACKED, HANDED_OVER, DELIVERED, RETURNED)
                .exception(ExceptionKind.SHIPPED_AFTER_CANCEL, CANCELLED)
                .end();
        on(OrderEvent.OPEN)
                .to(PICKED, PACKED)
                .refused(Refusal.NOT_PACKED, WAITING, PROMISED, RELEASED, PICKED, CANCELLED)
                .refused(Refusal.ALREADY_HANDED_OVER, HANDED_OVER, DELIVERED, RETURNED)
                .end();
        on(OrderEvent.HAND_OVER)
                .to(HANDED_OVER, PACKED)
                .refused(Refusal.NOT_PACKED, WAITING, PROMISED, RELEASED, PICKED)
                .refused(Refusal.ALREADY_HANDED_OVER, HANDED_OVER, DELIVERED, RETURNED)
                .refused(Refusal.ALREADY_CANCELLED, CANCELLED)
                .end();
        on(OrderEvent.DELIVER)
                .to(DELIVERED, PACKED, HANDED_OVER)
                .refused(Refusal.NOT_PACKED, WAITING, PROMISED, RELEASED, PICKED)
                .refused(Refusal.ALREADY_DELIVERED, DELIVERED)
                .refused(Refusal.ALREADY_RETURNED, RETURNED)
                .refused(Refusal.ALREADY_CANCELLED, CANCELLED)
                .end();
        on(OrderEvent.RETURN)
                .to(RETURNED, HANDED_OVER, DELIVERED)
                .refused(Refusal.NOT_HANDED_OVER, WAITING, PROMISED, RELEASED, PICKED, PACKED)
                .refused(Refusal.ALREADY_RETURNED, RETURNED)
                .refused(Refusal.ALREADY_CANCELLED, CANCELLED)
                .end();
        on(OrderEvent.CANCEL)
                .to(CANCELLED, WAITING, PROMISED, RELEASED, PICKED)
                .refused(Refusal.ALREADY_PACKED, PACKED)
                .refused(Refusal.ALREADY_HANDED_OVER, HANDED_OVER, DELIVERED, RETURNED)
                .refused(Refusal.ALREADY_CANCELLED, CANCELLED)
                .end();
        on(OrderEvent.HOLD)
                .to(WAITING, WAITING)
                .to(PROMISED, PROMISED)
                .refused(Refusal.ALREADY_RELEASED, RELEASED, PICKED)
                .refused(Refusal.ALREADY_PACKED, PACKED)
                .refused(Refusal.ALREADY_HANDED_OVER, HANDED_OVER, DELIVERED, RETURNED)
                .refused(Refusal.ALREADY_CANCELLED, CANCELLED)
                .end();
    }

    private OrderLife() {}

    /** What becomes of an order. */
    public static Transition of(OrderState state, OrderEvent event) {
        Transition found = TABLE.getOrDefault(event, Map.of()).get(state);
        if (found == null) {
            throw new IllegalStateException("the table has all states and events");
        }
        return found;
    }

    private static Row on(OrderEvent event) {
        return new Row(event, new EnumMap<>(OrderState.class));
    }

    /** A row of the table while it is written. */
    private record Row(OrderEvent event, Map<OrderState, Transition> cells) {

        Row to(OrderState next, OrderState... from) {
            return put(new Transition.To(next), from);
        }

        Row refused(Refusal why, OrderState... in) {
            return put(new Transition.Refused(why), in);
        }

        Row exception(ExceptionKind kind, OrderState... in) {
            return put(new Transition.Exceptional(kind), in);
        }

        private Row put(Transition transition, OrderState... states) {
            for (OrderState state : states) {
                if (cells.put(state, transition) != null) {
                    throw new IllegalStateException("%s stands twice in the row of %s".formatted(state, event));
                }
            }
            return this;
        }

        void end() {
            if (cells.size() != OrderState.values().length) {
                throw new IllegalStateException("the row of %s lacks states".formatted(event));
            }
            TABLE.put(event, cells);
        }
    }
}
