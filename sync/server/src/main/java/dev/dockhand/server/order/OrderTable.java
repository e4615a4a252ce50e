package dev.dockhand.server.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dockhand.model.event.EventCodec;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.json.Json;
import dev.dockhand.model.order.Order;
import dev.dockhand.model.order.OrderLine;
import dev.dockhand.model.order.OrderState;
import dev.dockhand.model.order.Party;
import dev.dockhand.server.store.Columns;
import dev.dockhand.server.store.Tx;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Stores orders that were accepted. */
final class OrderTable {

    private static final ObjectMapper MAPPER = Json.mapper();

    private static final String ADD = """
        INSERT INTO orders (company, warehouse, order_id, carrier, service, cut_off, state, lacking,
            ready, content_hash, accepted_at)
        SELECT :company, :warehouse, order_id, carrier, service, cut_off::timestamptz, :state, NOT :promised, :promised,
            hash, :now
        FROM unnest(:orders, :carriers, :services, :cut_offs, :hashes) AS d (order_id, carrier, service, cut_off, hash)\
        """;

    private static final String ADD_PARTIES = """
        INSERT INTO order_party (company, warehouse, order_id, body)
        SELECT :company, :warehouse, order_id, body FROM unnest(:orders, :bodies) AS d (order_id, body)\
        """;

    private static final String ADD_LINES = """
        INSERT INTO order_line (company, warehouse, order_id, line, item, quantity, promised)
        SELECT :company, :warehouse, order_id, line, item, quantity, CASE WHEN :promised THEN quantity ELSE 0 END
        FROM unnest(:orders, :lines, :items, :quantities) AS d (order_id, line, item, quantity)\
        """;

    private OrderTable() {}

    /**
     * The personal data of an order, as it is stored.
     *
     * @param sender the shop
     * @param recipient the customer
     * @param message what the customer asks of the driver
     */
    private record Personal(Party sender, Party recipient, String message) {}

    /** What tells one content of an order from another. */
    static String hash(Order order) {
        return EventCodec.hash(json(order).getBytes(StandardCharsets.UTF_8));
    }

    private record Line(OrderId order, OrderLine line) {}

    /** Stores orders, all of them promised or none. */
    static void add(Tx tx, List<NewOrders.Fresh> orders, boolean promised, Instant now) {
        if (orders.isEmpty()) {
            return;
        }
        Columns.of(orders)
                .text("orders", NewOrders.Fresh::id)
                .text("carriers", fresh -> fresh.order().carrier())
                .text("services", fresh -> fresh.order().service())
                .text("cut_offs", NewOrders.Fresh::cutOff)
                .text("hashes", NewOrders.Fresh::hash)
                .in(tx.update(ADD))
                .bind("state", (promised ? OrderState.PROMISED : OrderState.WAITING).name())
                .bind("promised", promised)
                .bind("now", now)
                .execute();
        Columns.of(orders)
                .text("orders", NewOrders.Fresh::id)
                .text("bodies", fresh -> personal(fresh.order()))
                .in(tx.update(ADD_PARTIES))
                .execute();
        List<Line> lines = orders.stream()
                .map(NewOrders.Fresh::order)
                .flatMap(order -> order.lines().stream().map(line -> new Line(order.id(), line)))
                .toList();
        Columns.of(lines)
                .text("orders", Line::order)
                .ints("lines", one -> one.line().line())
                .text("items", one -> one.line().item())
                .ints("quantities", one -> one.line().quantity().units())
                .in(tx.update(ADD_LINES))
                .bind("promised", promised)
                .execute();
    }

    private static String personal(Order order) {
        return json(new Personal(order.sender(), order.recipient(), order.message()));
    }

    private static String json(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an order cannot be written as JSON", e);
        }
    }
}
