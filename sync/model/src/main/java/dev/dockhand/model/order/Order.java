package dev.dockhand.model.order;

import dev.dockhand.model.id.CarrierCode;
import dev.dockhand.model.id.OrderId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paid order.
 *
 * @param id key
 * @param carrier who brings it
 * @param service the carrier's service, for instance standard
 * @param cutOff when the carrier's truck leaves; absent for the next time that its warehouse knows
 * @param sender the shop
 * @param recipient the customer
 * @param message what the customer asks of the driver; empty for none
 * @param lines what was ordered
 */
public record Order(
        OrderId id,
        CarrierCode carrier,
        String service,
        @Nullable Instant cutOff,
        Party sender,
        Party recipient,
        String message,
        List<OrderLine> lines) {

    /** Copies the list. */
    public Order {
        lines = List.copyOf(lines);
    }
}
