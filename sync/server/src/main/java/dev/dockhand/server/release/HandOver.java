package dev.dockhand.server.release;

import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.ShipmentId;
import dev.dockhand.model.order.OrderEvent;
import dev.dockhand.model.order.OrderLife;
import dev.dockhand.model.order.OrderState;
import dev.dockhand.model.order.Transition;
import dev.dockhand.model.task.TaskStage;
import dev.dockhand.server.feed.FeedWriter;
import dev.dockhand.server.order.OrderQuantities;
import dev.dockhand.server.order.OrderRefusedException;
import dev.dockhand.server.store.Site;
import dev.dockhand.server.store.Tx;
import java.time.InstantSource;
import java.util.Map;

/** Closed parcels go to their carrier, each once. */
public final class HandOver {

    private static final String LOCK = """
        SELECT order_id, stage, handed_over_at IS NOT NULL AS gone FROM shipment
        WHERE company = :company AND warehouse = :warehouse AND shipment = :shipment FOR UPDATE\
        """;

    private static final String GONE = """
        UPDATE shipment SET handed_over_at = :at, handed_over_by = :by
        WHERE company = :company AND warehouse = :warehouse AND shipment = :shipment\
        """;

    private static final String UNITS = """
        SELECT order_line, sum(picked) AS units FROM pick_line
        WHERE company = :company AND warehouse = :warehouse AND shipment = :shipment GROUP BY order_line\
        """;

    private final FeedWriter feed;
    private final InstantSource time;

    /** Works with these services. */
    public HandOver(FeedWriter feed, InstantSource time) {
        this.feed = feed;
        this.time = time;
    }

    private record Parcel(OrderId order, OrderState state) {}

    /**
     * The carrier took a parcel.
     *
     * @param by who gave it
     * @return the order that it is of
     * @throws OrderRefusedException when it is not closed, or gone
     */
    public OrderId take(Site site, ShipmentId shipment, String by) {
        return feed.inTransaction(site, tx -> {
            Parcel parcel = lock(tx, shipment);
            if (OrderLife.of(parcel.state(), OrderEvent.HAND_OVER)
                    instanceof Transition.Refused(Transition.Refusal why)) {
                throw new OrderRefusedException(why.name(), "shipment %s cannot be handed over".formatted(shipment));
            }
            tx.update(GONE)
                    .bind("shipment", shipment.value())
                    .bind("at", time.instant())
                    .bind("by", by)
                    .execute();
            OrderQuantities quantities = new OrderQuantities();
            tx.query(UNITS)
                    .bind("shipment", shipment.value())
                    .map((row, context) -> Map.entry(row.getInt("order_line"), row.getInt("units")))
                    .forEach(line -> quantities.add(
                            parcel.order(), line.getKey(), OrderQuantities.Units.handedOver(line.getValue())));
            quantities.save(tx);
            return parcel.order();
        });
    }

    private static Parcel lock(Tx tx, ShipmentId shipment) {
        return tx.query(LOCK)
                .bind("shipment", shipment.value())
                .map((row, context) -> new Parcel(
                        new OrderId(row.getString("order_id")),
                        row.getBoolean("gone")
                                ? OrderState.HANDED_OVER
                                : state(TaskStage.valueOf(row.getString("stage")))))
                .findOne()
                .orElseThrow(() -> OrderRefusedException.unknown("shipment " + shipment));
    }

    private static OrderState state(TaskStage stage) {
        return switch (stage) {
            case RELEASED -> OrderState.RELEASED;
            case PICKED -> OrderState.PICKED;
            case PACKED -> OrderState.PACKED;
            case CANCELLED -> OrderState.CANCELLED;
            case UNKNOWN -> throw new IllegalStateException("the server knows its own stages");
        };
    }
}
