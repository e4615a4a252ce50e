package dev.dockhand.server.order;

import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.order.LineQuantities;
import dev.dockhand.model.order.OrderState;
import dev.dockhand.server.store.Columns;
import dev.dockhand.server.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What moves the units of orders from one quantity to the next, and derives the orders' states from them. */
public final class OrderQuantities {

    private static final Map<OrderState, String> COLUMNS = new EnumMap<>(Map.of(OrderState.RELEASED, "allocated"));

    private static final String ADD = """
        UPDATE order_line l SET cancelled = l.cancelled + d.cancelled, promised = l.promised + d.promised,
            allocated = l.allocated + d.allocated, picked = l.picked + d.picked, packed = l.packed + d.packed,
            handed_over = l.handed_over + d.handed_over
        FROM unnest(:orders, :lines, :cancelled, :promised, :allocated, :picked, :packed, :handed_over)
            AS d (order_id, line, cancelled, promised, allocated, picked, packed, handed_over)
        WHERE l.company = :company AND l.warehouse = :warehouse AND l.order_id = d.order_id AND l.line = d.line\
        """;

    private static final String SETTLE = """
        UPDATE orders o SET state = q.state, lacking = q.lacking, ready = q.ready
        FROM (
            SELECT l.order_id, %s AS state, bool_or(l.quantity - l.cancelled > l.promised) AS lacking,
                bool_or(LEAST(l.promised, l.quantity - l.cancelled) > l.allocated) AND NOT EXISTS (
                    SELECT 1 FROM order_hold h
                    WHERE h.company = :company AND h.warehouse = :warehouse AND h.order_id = l.order_id
                        AND h.lifted_at IS NULL) AS ready
            FROM order_line l
            WHERE l.company = :company AND l.warehouse = :warehouse AND l.order_id = ANY(:orders)
            GROUP BY l.order_id) AS q
        WHERE o.company = :company AND o.warehouse = :warehouse AND o.order_id = q.order_id
            AND (o.state, o.lacking, o.ready) IS DISTINCT FROM (q.state, q.lacking, q.ready)\
        """.formatted(derived());

    private static final String LOCK = """
        SELECT state FROM orders
        WHERE company = :company AND warehouse = :warehouse AND order_id = :order FOR UPDATE\
        """;

    private static final String PROMISE = """
        UPDATE order_line SET promised = quantity - cancelled
        WHERE company = :company AND warehouse = :warehouse AND order_id = :order\
        """;

    private static final String CALL_OFF = """
        WITH lines AS (
            UPDATE order_line SET cancelled = quantity, promised = 0
            WHERE company = :company AND warehouse = :warehouse AND order_id = :order)
        UPDATE orders SET cancelled_at = :at
        WHERE company = :company AND warehouse = :warehouse AND order_id = :order\
        """;

    private final Map<Key, Units> changes = new TreeMap<>();

    private record Key(String order, int line) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int byOrder = order.compareTo(other.order);
            return byOrder == 0 ? Integer.compare(line, other.line) : byOrder;
        }
    }

    /**
     * Units of a line of an order in each of its quantities, or more or fewer of them.
     *
     * @param cancelled called off
     * @param promised of what can be sold
     * @param allocated on pick lists
     * @param picked in totes, or past them
     * @param packed in parcels
     * @param handedOver with the carrier
     */
    public record Units(int cancelled, int promised, int allocated, int picked, int packed, int handedOver) {

        /** Nothing. */
        public static final Units NONE = new Units(0, 0, 0, 0, 0, 0);

        /** What work on it means. */
        public static Units worked(int allocated, int picked, int packed) {
            return new Units(0, 0, allocated, picked, packed, 0);
        }

        /** What a decision about it means. */
        public static Units decided(int cancelled, int promised) {
            return new Units(cancelled, promised, 0, 0, 0, 0);
        }

        /** What the carrier took. */
        public static Units handedOver(int units) {
            return new Units(0, 0, 0, 0, 0, units);
        }

        private Units plus(Units more) {
            return new Units(
                    cancelled + more.cancelled,
                    promised + more.promised,
                    allocated + more.allocated,
                    picked + more.picked,
                    packed + more.packed,
                    handedOver + more.handedOver);
        }

        /** So many fewer. */
        public Units minus(Units fewer) {
            return new Units(
                    cancelled - fewer.cancelled,
                    promised - fewer.promised,
                    allocated - fewer.allocated,
                    picked - fewer.picked,
                    packed - fewer.packed,
                    handedOver - fewer.handedOver);
        }
    }

    /** The state that all lines have reached, the farthest first. */
    private static String derived() {
        StringBuilder cases = new StringBuilder("CASE WHEN bool_and(l.quantity = l.cancelled) THEN 'CANCELLED'");
        OrderState[] states = OrderState.values();
        for (int i = OrderState.RETURNED.ordinal(); i > 0; i--) {
            cases.append(" WHEN bool_and(l.%s >= l.quantity - l.cancelled) THEN '%s'"
                    .formatted(COLUMNS.getOrDefault(states[i], states[i].name().toLowerCase(Locale.ROOT)), states[i]));
        }
        return cases.append(" ELSE 'WAITING' END").toString();
    }

    /** Reads the quantities of a row of {@code order_line}. */
    public static LineQuantities read(ResultSet row) throws SQLException {
        return new LineQuantities(
                row.getInt("quantity"),
                row.getInt("cancelled"),
                row.getInt("promised"),
                row.getInt("allocated"),
                row.getInt("picked"),
                row.getInt("packed"),
                row.getInt("handed_over"),
                row.getInt("delivered"),
                row.getInt("returned"));
    }

    /** Moves units of a line. */
    public void add(OrderId order, int line, Units more) {
        if (!more.equals(Units.NONE)) {
            changes.merge(new Key(order.value(), line), more, Units::plus);
        }
    }

    /** Writes what was added, and what follows from it. */
    public void save(Tx tx) {
        if (changes.isEmpty()) {
            return;
        }
        Columns.of(changes.entrySet())
                .text("orders", change -> change.getKey().order())
                .ints("lines", change -> change.getKey().line())
                .ints("cancelled", change -> change.getValue().cancelled())
                .ints("promised", change -> change.getValue().promised())
                .ints("allocated", change -> change.getValue().allocated())
                .ints("picked", change -> change.getValue().picked())
                .ints("packed", change -> change.getValue().packed())
                .ints("handed_over", change -> change.getValue().handedOver())
                .in(tx.update(ADD))
                .execute();
        settle(tx, changes.keySet().stream().map(Key::order).distinct().toList());
    }

    /** All that is wanted of an order is promised to it. */
    public static void promise(Tx tx, OrderId order) {
        tx.update(PROMISE).bind("order", order.value()).execute();
        settle(tx, order);
    }

    /** All of an order is called off. */
    public static void callOff(Tx tx, OrderId order, Instant at) {
        tx.update(CALL_OFF).bind("order", order.value()).bind("at", at).execute();
        settle(tx, order);
    }

    /** Derives the state of an order anew, after its quantities or holds were changed. */
    public static void settle(Tx tx, OrderId order) {
        settle(tx, List.of(order.value()));
    }

    private static void settle(Tx tx, Collection<String> orders) {
        tx.update(SETTLE).bindArray("orders", String.class, List.copyOf(orders)).execute();
    }

    /** The state of an order that nobody else changes now; nothing where there is no such order. */
    public static Optional<OrderState> lock(Tx tx, OrderId order) {
        return tx.query(LOCK)
                .bind("order", order.value())
                .mapTo(String.class)
                .findOne()
                .map(OrderState::valueOf);
    }

    /**
     * The state of an order that nobody else changes now.
     *
     * @throws OrderRefusedException when there is no such order
     */
    public static OrderState lockKnown(Tx tx, OrderId order) {
        return lock(tx, order).orElseThrow(() -> OrderRefusedException.unknown("order " + order));
    }
}
