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
import dev.dockhand.server.stock.StockKey;
import dev.dockhand.server.store.Tx;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** The shipments and pick lists of several orders, written at once. */
final class NewWork {

    private static final String SHIPMENTS = """
        INSERT INTO shipment (company, warehouse, shipment, order_id, task, stage, carrier, cut_off, token,
            routing, released_at)
        SELECT :company, :warehouse, shipment, order_id, shipment, 'RELEASED', carrier, cut_off::timestamptz, 0, '', :at
        FROM unnest(:shipments, :orders, :carriers, :cut_offs) AS d (shipment, order_id, carrier, cut_off)\
        """;

    private static final String BEFORE = """
        SELECT order_id, count(*) AS shipments FROM shipment
        WHERE company = :company AND warehouse = :warehouse AND order_id = ANY(:orders) GROUP BY order_id\
        """;

    private static final String LINES = """
        INSERT INTO pick_line (company, warehouse, shipment, line, item, lot, expiry, location, quantity, picked,
            shorted, order_line)
        SELECT :company, :warehouse, shipment, line, item, lot, expiry, location, quantity, 0, 0, order_line
        FROM unnest(:shipments, :lines, :items, :lots, :expiries, :locations, :quantities, :order_lines)
            AS d (shipment, line, item, lot, expiry, location, quantity, order_line)\
        """;

    private final Map<String, Integer> before = new HashMap<>();
    private final List<Parcel> parcels = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    private record Parcel(ShipmentId id, OrderId order, CarrierCode carrier, Instant cutOff) {}

    private record Line(ShipmentId shipment, int number, Need.Part part) {

        private StockKey key() {
            return part.take().from().key();
        }
    }

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
            posting.claim(part.take().from().key(), part.take().units());
            lines.add(new Line(parcel.id(), line, part));
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
        tx.update(SHIPMENTS)
                .bindArray(
                        "shipments",
                        String.class,
                        texts(parcels, one -> one.id().value()))
                .bindArray(
                        "orders",
                        String.class,
                        texts(parcels, one -> one.order().value()))
                .bindArray(
                        "carriers",
                        String.class,
                        texts(parcels, one -> one.carrier().value()))
                .bindArray(
                        "cut_offs",
                        String.class,
                        texts(parcels, one -> one.cutOff().toString()))
                .bind("at", now)
                .execute();
        tx.update(LINES)
                .bindArray(
                        "shipments",
                        String.class,
                        texts(lines, one -> one.shipment().value()))
                .bindArray("lines", Integer.class, numbers(Line::number))
                .bindArray(
                        "items",
                        String.class,
                        texts(lines, one -> one.key().item().value()))
                .bindArray(
                        "lots",
                        String.class,
                        texts(lines, one -> one.key().goods().lotKey()))
                .bindArray(
                        "expiries",
                        String.class,
                        texts(lines, one -> one.key().goods().expiryKey()))
                .bindArray(
                        "locations",
                        String.class,
                        texts(lines, one -> one.part().take().from().location().value()))
                .bindArray(
                        "quantities",
                        Integer.class,
                        numbers(one -> one.part().take().units()))
                .bindArray(
                        "order_lines", Integer.class, numbers(one -> one.part().line()))
                .execute();
        parcels.forEach(one -> tx.tell(new Feed.TaskChanged(new Shipment(
                new TaskId(one.id().value()), one.id(), one.order(), TaskStage.RELEASED, null, 0, null, null, null))));
    }

    private static <T> List<String> texts(List<T> rows, Function<T, String> value) {
        return rows.stream().map(value).toList();
    }

    private List<Integer> numbers(ToIntFunction<Line> value) {
        return lines.stream().map(line -> value.applyAsInt(line)).toList();
    }
}
