package dev.dockhand.server.stock;

import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.server.exception.Exceptions;
import dev.dockhand.server.store.Columns;
import dev.dockhand.server.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes the stock ledger and what is derived from it. Balances are locked in the order of their keys, then availability
 * in the order of items, so that two transactions never wait for each other in a circle. Each balance keeps whether its lot
 * counts as expired, so what a movement does to the sellable units is right whether the sweep came before or after it.
 */
public final class Ledger {

    private static final String MOVEMENTS = """
        INSERT INTO movement (company, warehouse, cause, line, item, lot, expiry, quantity, from_place, to_place,
            event_id, at)
        SELECT :company, :warehouse, cause, line, item, lot, expiry, quantity, from_place, to_place,
            event, :at
        FROM unnest(:causes, :lines, :items, :lots, :expiries, :quantities, :froms, :tos, :events)
            AS m (cause, line, item, lot, expiry, quantity, from_place, to_place, event)\
        """;

    private static final String SELLABLE = """
        INSERT INTO availability AS a (company, warehouse, item, sellable, promised)
        SELECT :company, :warehouse, item, units, 0 FROM unnest(:items, :units) AS d (item, units)
        ON CONFLICT (company, warehouse, item) DO UPDATE SET sellable = a.sellable + excluded.sellable
        RETURNING a.item, a.sellable, a.promised\
        """;

    private static final String PROMISES = """
        UPDATE availability a SET promised = a.promised + d.units
        FROM unnest(:items, :units) AS d (item, units)
        WHERE a.company = :company AND a.warehouse = :warehouse AND a.item = d.item
        RETURNING a.item, a.sellable, a.promised\
        """;

    private static final String STORAGE = """
        SELECT location FROM location
        WHERE company = :company AND warehouse = :warehouse AND kind = 'STORAGE' AND location = ANY(:locations)\
        """;

    private final Calendar calendar;
    private final Shortages shortages;

    /** The calendar says what has expired. */
    public Ledger(Calendar calendar, Exceptions exceptions) {
        this.calendar = calendar;
        this.shortages = new Shortages(exceptions);
    }

    /**
     * Writes a posting and tells the stations. Nothing is refused: where a balance becomes negative, or more is promised
     * than can be sold, a supervisor is told.
     *
     * @return items of which more can be promised than before
     */
    public Set<ItemId> post(Tx tx, Posting posting, Instant at) {
        insertMovements(tx, posting.entries(), at);
        Set<String> storage = storage(tx, posting);
        Balances.Changed changed =
                Balances.change(tx, posting, calendar.day(tx.site(), at).toString());
        SortedMap<String, Integer> sellable = sellable(posting, storage, changed.expired());
        List<Availability.Level> levels = changeAvailability(tx, posting, sellable);
        changed.balances().forEach(balance -> tx.tell(new Feed.StockChanged(balance)));
        shortages.balances(tx, changed.balances(), posting);
        shortages.levels(tx, levels, posting);
        return levels.stream()
                .map(Availability.Level::item)
                .filter(item -> sellable.getOrDefault(item.value(), 0)
                        > posting.promises().getOrDefault(item, 0))
                .collect(Collectors.toSet());
    }

    private static void insertMovements(Tx tx, List<Posting.Entry> entries, Instant at) {
        if (entries.isEmpty()) {
            return;
        }
        Columns.of(entries)
                .text("causes", entry -> entry.cause().key())
                .ints("lines", Posting.Entry::line)
                .text("items", entry -> entry.movement().item())
                .text("lots", entry -> entry.movement().goods().lotKey())
                .text("expiries", entry -> entry.movement().goods().expiryKey())
                .ints("quantities", entry -> entry.movement().quantity().units())
                .text("froms", entry -> entry.movement().from())
                .text("tos", entry -> entry.movement().to())
                .text("events", entry -> entry.cause().event())
                .in(tx.update(MOVEMENTS))
                .bind("at", at)
                .execute();
    }

    /** The levels of the items that were touched, as they are now. */
    private static List<Availability.Level> changeAvailability(
            Tx tx, Posting posting, SortedMap<String, Integer> sellable) {
        SortedMap<String, Integer> promised = new TreeMap<>();
        posting.promises().forEach((item, units) -> promised.put(item.value(), units));
        SortedMap<String, Integer> touched = new TreeMap<>(sellable);
        promised.keySet().forEach(item -> touched.putIfAbsent(item, 0));
        if (touched.isEmpty()) {
            return List.of();
        }
        SortedMap<String, Availability.Level> levels = new TreeMap<>();
        Availability.levels(units(tx.query(SELLABLE), touched))
                .forEach(level -> levels.put(level.item().value(), level));
        if (!promised.isEmpty()) {
            Availability.levels(units(tx.query(PROMISES), promised))
                    .forEach(level -> levels.put(level.item().value(), level));
        }
        return List.copyOf(levels.values());
    }

    private static <S extends org.jdbi.v3.core.statement.SqlStatement<S>> S units(
            S statement, SortedMap<String, Integer> units) {
        return statement
                .bindArray("items", String.class, List.copyOf(units.keySet()))
                .bindArray("units", Integer.class, List.copyOf(units.values()));
    }

    private static Set<String> storage(Tx tx, Posting posting) {
        Set<String> locations = new TreeSet<>();
        posting.quantities().keySet().stream()
                .map(StockKey::place)
                .filter(place -> place.kind() == Place.Kind.LOCATION)
                .forEach(place -> locations.add(place.code()));
        return locations.isEmpty()
                ? Set.of()
                : Set.copyOf(tx.query(STORAGE)
                        .bindArray("locations", String.class, List.copyOf(locations))
                        .mapTo(String.class)
                        .list());
    }

    private static SortedMap<String, Integer> sellable(Posting posting, Set<String> storage, Set<StockKey> expired) {
        SortedMap<String, Integer> units = new TreeMap<>();
        posting.quantities().forEach((key, change) -> {
            if (key.place().kind() == Place.Kind.LOCATION
                    && storage.contains(key.place().code())
                    && !expired.contains(key)) {
                units.merge(key.item().value(), change, Math::addExact);
            }
        });
        units.values().removeIf(change -> change == 0);
        return units;
    }
}
