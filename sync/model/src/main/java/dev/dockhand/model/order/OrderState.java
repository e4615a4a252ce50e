package dev.dockhand.model.order;

import java.util.Collection;
import java.util.function.ToIntFunction;

/** How far all that is still wanted of an order has come; derived from the quantities of its lines, and never set. */
public enum OrderState {
    /** Stock does not suffice yet. */
    WAITING(line -> Integer.MAX_VALUE),
    /** Its units are kept from being sold to others. */
    PROMISED(LineQuantities::promised),
    /** Its units stand on pick lists. */
    RELEASED(LineQuantities::allocated),
    /** Its units lie in totes. */
    PICKED(LineQuantities::picked),
    /** Its parcels are closed. */
    PACKED(LineQuantities::packed),
    /** Its parcels are with the carrier. */
    HANDED_OVER(LineQuantities::handedOver),
    /** The customer has it. */
    DELIVERED(LineQuantities::delivered),
    /** It came back. */
    RETURNED(LineQuantities::returned),
    /** Nothing of it is wanted any more. */
    CANCELLED(line -> line.open() == 0 ? Integer.MAX_VALUE : -1);

    private final ToIntFunction<LineQuantities> reached;

    OrderState(ToIntFunction<LineQuantities> reached) {
        this.reached = reached;
    }

    private boolean isReachedBy(LineQuantities line) {
        return reached.applyAsInt(line) >= line.open();
    }

    /**
     * The state of an order.
     *
     * @param lines the quantities of its lines
     */
    public static OrderState of(Collection<LineQuantities> lines) {
        OrderState[] all = values();
        for (int i = all.length - 1; i > 0; i--) {
            if (lines.stream().allMatch(all[i]::isReachedBy)) {
                return all[i];
            }
        }
        return WAITING;
    }
}
