package dev.dockhand.server;

import dev.dockhand.model.order.LineQuantities;
import dev.dockhand.model.order.OrderState;
import java.util.Collection;
import java.util.Map;
import java.util.function.ToIntFunction;

/** What state an order must be in by the quantities of its lines: what PostgreSQL derives, said once more. */
public final class OrderLines {

    /** How many units of a line have come so far, for the states between the first and the last. */
    private static final Map<OrderState, ToIntFunction<LineQuantities>> REACHED = Map.of(
            OrderState.PROMISED, LineQuantities::promised,
            OrderState.RELEASED, LineQuantities::allocated,
            OrderState.PICKED, LineQuantities::picked,
            OrderState.PACKED, LineQuantities::packed,
            OrderState.HANDED_OVER, LineQuantities::handedOver,
            OrderState.DELIVERED, LineQuantities::delivered,
            OrderState.RETURNED, LineQuantities::returned);

    private OrderLines() {}

    /** The state of an order with these lines. */
    public static OrderState state(Collection<LineQuantities> lines) {
        if (lines.stream().allMatch(line -> line.ordered() == line.cancelled())) {
            return OrderState.CANCELLED;
        }
        OrderState[] all = OrderState.values();
        for (int i = OrderState.RETURNED.ordinal(); i > 0; i--) {
            ToIntFunction<LineQuantities> reached = REACHED.get(all[i]);
            if (lines.stream().allMatch(line -> reached.applyAsInt(line) >= line.ordered() - line.cancelled())) {
                return all[i];
            }
        }
        return OrderState.WAITING;
    }
}
