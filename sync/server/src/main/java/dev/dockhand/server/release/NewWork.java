package dev.dockhand.server.release;

import dev.dockhand.model.event.EventCodec;
import dev.dockhand.model.id.CarrierCode;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.ShipmentId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.task.Shipment;
import dev.dockhand.model.task.TaskStage;
import dev.dockhand.server.stock.Posting;
import dev.dockhand.server.store.Columns;
import dev.dockhand.server.store.Tx;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The shipments and pick lists of several orders, written at once. */
final class NewWork {

    private static final String SHIPMENTS = """
        INSERT INTO shipment (company, warehouse, shipment, order_id, task, stage, carrier, cut_off, token,
            released_at)
        SELECT :company, :warehouse, shipment, order_id, shipment, 'RELEASED', carrier, cut_off::timestamptz, 0, :at
        FROM unnest(:shipments, :orders, :carriers, :cut_offs) AS d (shipment, order_id, carrier, cut_off)\
        """;

    private static final String BEFORE = """
        SELECT order_id, count(*) AS shipments FROM shipment
        WHERE company = :company AND warehouse = :warehouse AND order_id = ANY(:orders) GROUP BY order_id\
        """;

    private final Map<String, Integer> before = new HashMap<>();
    private final List<Parcel> parcels = new ArrayList<>();
    private final NewLines lines = new NewLines();

    private record Parcel(ShipmentId id, OrderId order, CarrierCode carrier, Instant cutOff) {}

    /** For work of these orders. */
    NewWork(Tx tx, Collection<String> orders) {
        tx.query(BEFORE)
                .bindArray("orders", String.class, List.copyOf(orders))
                .map((row, context) -> Map.entry(row.getString("order_id"), row.getInt("shipments")))
                .forEach(count -> before.put(count.getKey(), count.getValue()));
    }

    /** One shipment of an order; what its lines claim goes into the posting. */
    void add(OrderId order, CarrierCode carrier, Instant cutOff, List<Need.Part> parts, Posting posting) {
        int number = before.merge(order.value(), 1, Integer::sum);
        Parcel parcel = new Parcel(shipmentOf(order, number), order, carrier, cutOff);
        parcels.add(parcel);
        int line = 1;
        for (Need.Part part : parts) {
            lines.add(parcel.id(), line, part, false, posting);
            line++;
        }
    }

    /** A number too long to be lengthened is cut and told apart by its hash. */
    private static ShipmentId shipmentOf(OrderId order, int number) {
        String text = order.value();
        String stem = text.length() <= 50
                ? text
                : text.substring(0, 40) + "~"
                        + EventCodec.hash(text.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
        return new ShipmentId(stem + "." + number);
    }

    /** Writes them and tells the stations. */
    void save(Tx tx, Instant now) {
        if (parcels.isEmpty()) {
            return;
        }
        Columns.of(parcels)
                .text("shipments", Parcel::id)
                .text("orders", Parcel::order)
                .text("carriers", Parcel::carrier)
                .text("cut_offs", Parcel::cutOff)
                .in(tx.update(SHIPMENTS))
                .bind("at", now)
                .execute();
        lines.save(tx);
        parcels.forEach(one -> tx.tell(new Feed.TaskChanged(new Shipment(
                new TaskId(one.id().value()),
                one.id(),
                one.order(),
                TaskStage.RELEASED,
                null,
                0,
                null,
                List.of(),
                null))));
    }
}
