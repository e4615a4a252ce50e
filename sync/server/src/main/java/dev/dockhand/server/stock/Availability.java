package dev.dockhand.server.stock;

import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.server.exception.Exceptions;
import dev.dockhand.server.store.Tx;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.statement.Query;

/** Available-to-promise: what may still be sold of each item. Promising never brings it below zero. */
public final class Availability {

    private static final String PROMISE = """
        UPDATE availability a SET promised = a.promised + d.units FROM unnest(:items, :units) AS d (item, units)
        WHERE a.company = :company AND a.warehouse = :warehouse AND a.item = ANY(:items) AND a.item = d.item\
        """;

    private static final String AT_PLACES = """
        SELECT DISTINCT item FROM balance
        WHERE company = :company AND warehouse = :warehouse AND place = ANY(:places)\
        """;

    private static final String LOCK = """
        INSERT INTO availability (company, warehouse, item, sellable, promised)
        SELECT :company, :warehouse, item, 0, 0 FROM unnest(:items) AS s (item)
        ON CONFLICT (company, warehouse, item) DO UPDATE SET sellable = availability.sellable\
        """;

    private static final String RECOUNT = """
        UPDATE availability a SET sellable = COALESCE((
            SELECT sum(b.quantity) FROM balance b
            JOIN location l ON l.company = b.company AND l.warehouse = b.warehouse
                AND b.place = 'LOCATION:' || l.location
            WHERE b.company = a.company AND b.warehouse = a.warehouse AND b.item = a.item AND l.kind = 'STORAGE'
                AND NOT b.expired), 0)
        WHERE a.company = :company AND a.warehouse = :warehouse AND a.item = ANY(:items)
        RETURNING a.item, a.sellable, a.promised\
        """;

    private static final String SOME = """
        SELECT item, sellable, promised FROM availability
        WHERE company = :company AND warehouse = :warehouse AND item = ANY(:items)\
        """;

    private static final String FREE = SOME + " ORDER BY item FOR UPDATE";

    private static final String READ = """
        SELECT item, sellable, promised FROM availability
        WHERE company = :company AND warehouse = :warehouse AND item > :after ORDER BY item LIMIT :limit\
        """;

    private final Shortages shortages;

    /** Tells a supervisor where less can be sold than was promised. */
    public Availability(Exceptions exceptions) {
        this.shortages = new Shortages(exceptions);
    }

    /**
     * What may be sold of an item.
     *
     * @param item item
     * @param sellable units at storage locations of lots that have not expired; fewer than promised when facts from the floor took them away
     * @param promised units that orders have been promised and nobody has picked yet
     */
    public record Level(ItemId item, long sellable, long promised) {

        /** Units that may still be promised; negative when more is promised than there is. */
        public long availableToPromise() {
            return sellable - promised;
        }
    }

    /**
     * Promises units of several items, all or none.
     *
     * @param wanted units by item
     * @return whether everything was there; if not, nothing was promised
     */
    public boolean promise(Tx tx, Map<ItemId, Integer> wanted) {
        return promise(tx, List.of(wanted)) == 1;
    }

    /**
     * Promises several that come one after the other what they want, each all or none, until one falls short. Items are locked
     * in their order, so promises never block each other in a circle.
     *
     * @param wanted units by item, of each
     * @return how many were promised, from the first on
     */
    public int promise(Tx tx, List<Map<ItemId, Integer>> wanted) {
        Map<ItemId, Long> free = new HashMap<>();
        List<String> items = wanted.stream()
                .flatMap(one -> one.keySet().stream())
                .map(ItemId::value)
                .distinct()
                .sorted()
                .toList();
        levels(tx.query(FREE).bindArray("items", String.class, items))
                .forEach(level -> free.put(level.item(), level.availableToPromise()));
        SortedMap<String, Integer> promised = new TreeMap<>();
        int done = 0;
        for (Map<ItemId, Integer> one : wanted) {
            if (one.entrySet().stream().anyMatch(need -> free.getOrDefault(need.getKey(), 0L) < need.getValue())) {
                break;
            }
            one.forEach((item, units) -> {
                free.merge(item, (long) -units, Long::sum);
                promised.merge(item.value(), units, Math::addExact);
            });
            done++;
        }
        if (!promised.isEmpty()) {
            tx.update(PROMISE)
                    .bindArray("items", String.class, List.copyOf(promised.keySet()))
                    .bindArray("units", Integer.class, List.copyOf(promised.values()))
                    .execute();
        }
        return done;
    }

    /**
     * Promises of several items what there is, up to so many units. Items are locked in their order.
     *
     * @param wanted units by item
     * @return what was promised, by item
     */
    public Map<ItemId, Integer> promiseSome(Tx tx, Map<ItemId, Integer> wanted) {
        List<String> items =
                wanted.keySet().stream().map(ItemId::value).sorted().toList();
        Map<ItemId, Integer> there = new HashMap<>();
        levels(tx.query(FREE).bindArray("items", String.class, items)).forEach(level -> {
            int units = (int) Math.min(level.availableToPromise(), wanted.getOrDefault(level.item(), 0));
            if (units > 0) {
                there.put(level.item(), units);
            }
        });
        promise(tx, there);
        return there;
    }

    /**
     * Counts again what may be sold of everything that lies at these locations. To be called in the transaction that
     * makes a location or changes what it is for.
     */
    public void recount(Tx tx, Collection<LocationCode> locations) {
        List<ItemId> items = tx.query(AT_PLACES)
                .bindArray(
                        "places",
                        String.class,
                        locations.stream()
                                .map(code -> Place.of(code).toString())
                                .toList())
                .mapTo(String.class)
                .map(ItemId::new)
                .list();
        recountItems(tx, items);
    }

    /** Counts again what may be sold of these items. To be called after their balances were locked and changed. */
    void recountItems(Tx tx, Collection<ItemId> items) {
        List<String> keys =
                items.stream().map(ItemId::value).distinct().sorted().toList();
        if (keys.isEmpty()) {
            return;
        }
        tx.update(LOCK).bindArray("items", String.class, keys).execute();
        List<Level> levels = levels(tx.query(RECOUNT).bindArray("items", String.class, keys));
        shortages.levels(tx, levels, new Posting());
    }

    /**
     * What may be sold, by item.
     *
     * @param after the last item of the page before; empty for the first page
     * @param limit most rows, 1 to 10,000
     */
    public List<Level> levels(Tx tx, String after, int limit) {
        return levels(tx.query(READ).bind("after", after).bind("limit", Math.clamp(limit, 1, 10_000)));
    }

    /** What may be sold of some items; those that were never there are left out. */
    public List<Level> levels(Tx tx, Collection<ItemId> items) {
        return levels(tx.query(SOME)
                .bindArray(
                        "items", String.class, items.stream().map(ItemId::value).toList()));
    }

    /** Reads rows of item, sellable and promised units. */
    static List<Level> levels(Query query) {
        return query.map((row, context) ->
                        new Level(new ItemId(row.getString("item")), row.getLong("sellable"), row.getLong("promised")))
                .list();
    }
}
