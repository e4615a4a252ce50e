package dev.dockhand.server.release;

import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.order.LineQuantities;
import dev.dockhand.model.order.OrderState;
import dev.dockhand.server.store.Columns;
import dev.dockhand.server.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What moves the units of orders from one quantity to the next, and derives the orders' states from them. */
public final class OrderQuantities {

    private static final Map<OrderState, String> COLUMNS = new EnumMap<>(Map.of(OrderState.RELEASED, "allocated"));

    private static final String ADD = """
        UPDATE order_line l SET allocated = l.allocated + d.allocated, picked = l.picked + d.picked,
            packed = l.packed + d.packed
        FROM unnest(:orders, :lines, :allocated, :picked, :packed) AS d (order_id, line, allocated, picked, packed)
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

    private final Map<Key, Units> changes = new TreeMap<>();

    private record Key(String order, int line) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int byOrder = order.compareTo(other.order);
            return byOrder == 0 ? Integer.compare(line, other.line) : byOrder;
        }
    }

    /**
     * Units of a line of an order on pick lists, in totes and in parcels, or more or fewer of them.
     *
     * @param allocated on pick lists
     * @param picked in totes, or past them
     * @param packed in parcels
     */
    record Units(int allocated, int picked, int packed) {

        static final Units NONE = new Units(0, 0, 0);

        Units plus(Units more) {
            return new Units(allocated + more.allocated, picked + more.picked, packed + more.packed);
        }

        Units minus(Units fewer) {
            return new Units(allocated - fewer.allocated, picked - fewer.picked, packed - fewer.packed);
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

    void add(OrderId order, int line, Units more) {
        if (!more.equals(Units.NONE)) {
            changes.merge(new Key(order.value(), line), more, Units::plus);
        }
    }

    /** Writes what was added, and what follows from it. */
    void save(Tx tx) {
        if (changes.isEmpty()) {
            return;
        }
        Columns.of(changes.entrySet())
                .text("orders", change -> change.getKey().order())
                .ints("lines", change -> change.getKey().line())
                .ints("allocated", change -> change.getValue().allocated())
                .ints("picked", change -> change.getValue().picked())
                .ints("packed", change -> change.getValue().packed())
                .in(tx.update(ADD))
                .execute();
        settle(tx, changes.keySet().stream().map(Key::order).distinct().toList());
    }

    /** Derives the states of orders anew, after their quantities or holds were changed. */
    static void settle(Tx tx, Collection<String> orders) {
        tx.update(SETTLE).bindArray("orders", String.class, List.copyOf(orders)).execute();
    }
}
