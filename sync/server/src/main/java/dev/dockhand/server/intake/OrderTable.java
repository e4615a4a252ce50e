package dev.dockhand.server.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dockhand.model.event.EventCodec;
import dev.dockhand.model.json.Json;
import dev.dockhand.model.order.Order;
import dev.dockhand.model.order.OrderLine;
import dev.dockhand.model.order.OrderState;
import dev.dockhand.model.order.Party;
import dev.dockhand.server.store.Tx;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Stores orders that were accepted. */
final class OrderTable {

    private static final ObjectMapper MAPPER = Json.mapper();

    private static final String ADD = """
        INSERT INTO orders (company, warehouse, order_id, carrier, service, cut_off, state, lacking,
            ready, content_hash, accepted_at)
        VALUES (:company, :warehouse, :order, :carrier, :service, :cut_off, :state, NOT :promised, :promised, :hash,
            :now)\
        """;

    private static final String ADD_PARTY = """
        INSERT INTO order_party (company, warehouse, order_id, body)
        VALUES (:company, :warehouse, :order, :body)\
        """;

    private static final String ADD_LINE = """
        INSERT INTO order_line (company, warehouse, order_id, line, item, quantity, promised)
        VALUES (:company, :warehouse, :order, :line, :item, :quantity, :promised)\
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

    static void add(Tx tx, Order order, Instant cutOff, String hash, boolean promised, Instant now) {
        tx.update(ADD)
                .bind("order", order.id().value())
                .bind("carrier", order.carrier().value())
                .bind("service", order.service())
                .bind("cut_off", cutOff)
                .bind("state", (promised ? OrderState.PROMISED : OrderState.WAITING).name())
                .bind("promised", promised)
                .bind("hash", hash)
                .bind("now", now)
                .execute();
        tx.update(ADD_PARTY)
                .bind("order", order.id().value())
                .bind("body", json(new Personal(order.sender(), order.recipient(), order.message())))
                .execute();
        addLines(tx, order, promised);
    }

    private static void addLines(Tx tx, Order order, boolean promised) {
        PreparedBatch batch = tx.batch(ADD_LINE);
        for (OrderLine line : order.lines()) {
            tx.bindTo(batch)
                    .bind("order", order.id().value())
                    .bind("line", line.line())
                    .bind("item", line.item().value())
                    .bind("quantity", line.quantity().units())
                    .bind("promised", promised ? line.quantity().units() : 0)
                    .add();
        }
        batch.execute();
    }

    private static String json(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an order cannot be written as JSON", e);
        }
    }
}
