package dev.dockhand.server.release;

import dev.dockhand.model.id.ItemId;
import dev.dockhand.server.store.Tx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Units that a line of an order needs.
 *
 * @param line the line
 * @param item item
 * @param units how many
 */
record Need(int line, ItemId item, int units) {

    private static final String LACKING = """
        SELECT line, item, quantity - cancelled - promised AS units FROM order_line
        WHERE company = :company AND warehouse = :warehouse AND order_id = :order AND quantity - cancelled > promised
        ORDER BY line FOR UPDATE\
        """;

    private static final String KEPT = """
        SELECT line, item, promised - allocated AS units FROM order_line
        WHERE company = :company AND warehouse = :warehouse AND order_id = :order AND promised > allocated\
        """;

    /** What is wanted of an order and not promised yet. */
    static List<Need> lacking(Tx tx, String order) {
        return read(tx, LACKING, order);
    }

    /** What is promised to an order and stands on no pick list yet. */
    static List<Need> kept(Tx tx, String order) {
        return read(tx, KEPT, order);
    }

    private static List<Need> read(Tx tx, String sql, String order) {
        return tx.query(sql)
                .bind("order", order)
                .map((row, context) ->
                        new Need(row.getInt("line"), new ItemId(row.getString("item")), row.getInt("units")))
                .list();
    }

    /** What is taken for a line of an order. */
    record Part(int line, Allocation.Take take) {}

    /** The units of all of them, by item. */
    static Map<ItemId, Integer> units(Collection<Need> needs) {
        Map<ItemId, Integer> units = new TreeMap<>(Comparator.comparing(ItemId::value));
        needs.forEach(need -> units.merge(need.item(), need.units(), Integer::sum));
        return units;
    }

    /** What was taken for the items, parted among the lines that need them; in the order of the takes. */
    static List<Part> parted(List<Need> needs, List<Allocation.Take> takes) {
        Map<ItemId, Deque<Need>> open = new HashMap<>();
        needs.forEach(need ->
                open.computeIfAbsent(need.item(), item -> new ArrayDeque<>()).add(need));
        List<Part> parts = new ArrayList<>();
        for (Allocation.Take take : takes) {
            Deque<Need> lines = open.getOrDefault(take.from().key().item(), new ArrayDeque<>());
            int left = take.units();
            while (left > 0) {
                Need need = lines.removeFirst();
                int units = Math.min(left, need.units());
                parts.add(new Part(need.line(), new Allocation.Take(take.from(), units)));
                left -= units;
                if (need.units() > units) {
                    lines.addFirst(new Need(need.line(), need.item(), need.units() - units));
                }
            }
        }
        return parts;
    }
}
