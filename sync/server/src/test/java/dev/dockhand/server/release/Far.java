package dev.dockhand.server.release;

import dev.dockhand.model.order.OrderState;

/** How far an order of three units is, with all that can lie between two of its states. */
enum Far {
    WAITING(OrderState.WAITING, 0),
    PROMISED(OrderState.PROMISED, 0),
    GRANTED(OrderState.RELEASED, 0),
    PARTLY_PICKED(OrderState.RELEASED, 2),
    PICKED(OrderState.PICKED, 3),
    CHECKED(OrderState.PICKED, 3),
    WEIGHED(OrderState.PICKED, 3),
    LABELLED(OrderState.PICKED, 3),
    PACKED(OrderState.PACKED, 0),
    HANDED_OVER(OrderState.HANDED_OVER, 0),
    DELIVERED(OrderState.DELIVERED, 0),
    RETURNED(OrderState.RETURNED, 0),
    CANCELLED(OrderState.CANCELLED, 0);

    final OrderState state;
    final int inTote;

    Far(OrderState state, int inTote) {
        this.state = state;
        this.inTote = inTote;
    }

    boolean isAtLeast(Far other) {
        return compareTo(other) >= 0 && this != CANCELLED;
    }
}
