package dev.dockhand.server.stock;

import dev.dockhand.model.event.Place;
import dev.dockhand.model.protocol.StockBalance;
import dev.dockhand.server.store.Tx;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Changes balances by what was moved and claimed, in the order of their keys. */
final class Balances {

    private static final String BALANCES = """
        INSERT INTO balance AS b (company, warehouse, place, item, lot, expiry, quantity, expired)
        SELECT :company, :warehouse, place, item, lot, expiry, quantity, expiry <> '' AND expiry < :today
        FROM unnest(:places, :items, :lots, :expiries, :quantities) AS d (place, item, lot, expiry, quantity)
        ON CONFLICT (company, warehouse, place, item, lot, expiry)
        DO UPDATE SET quantity = b.quantity + excluded.quantity
        RETURNING b.place, b.item, b.lot, b.expiry, b.quantity, b.expired\
        """;

    private static final String CLAIMS = """
        UPDATE balance b SET allocated = b.allocated + d.units
        FROM unnest(:places, :items, :lots, :expiries, :quantities) AS d (place, item, lot, expiry, units)
        WHERE b.company = :company AND b.warehouse = :warehouse AND b.place = d.place AND b.item = d.item
            AND b.lot = d.lot AND b.expiry = d.expiry\
        """;

    /** A tote or a plate comes and goes: it has no row while nothing lies in it. */
    private static final String EMPTIED = """
        DELETE FROM balance b USING unnest(:places, :items, :lots, :expiries) AS d (place, item, lot, expiry)
        WHERE b.company = :company AND b.warehouse = :warehouse AND b.place = d.place AND b.item = d.item
            AND b.lot = d.lot AND b.expiry = d.expiry AND b.quantity = 0 AND b.allocated = 0\
        """;

    private Balances() {}

    /**
     * What was changed.
     *
     * @param balances as they are now
     * @param expired those whose lot counts as expired
     */
    record Changed(List<StockBalance> balances, Set<StockKey> expired) {}

    static Changed change(Tx tx, Posting posting, String today) {
        SortedMap<StockKey, Integer> touched = new TreeMap<>(posting.quantities());
        posting.claims().keySet().forEach(key -> touched.putIfAbsent(key, 0));
        if (touched.isEmpty()) {
            return new Changed(List.of(), Set.of());
        }
        List<StockBalance> changed = new ArrayList<>();
        Set<StockKey> expired = new HashSet<>();
        StockKey.columns(touched.keySet())
                .in(tx.query(BALANCES))
                .bindArray("quantities", Integer.class, List.copyOf(touched.values()))
                .bind("today", today)
                .map((row, context) -> {
                    if (row.getBoolean("expired")) {
                        expired.add(StockKey.read(row));
                    }
                    return StockKey.read(row).balance(row.getLong("quantity"));
                })
                .filter(balance -> posting.quantities().containsKey(StockKey.of(balance)))
                .forEach(changed::add);
        if (!posting.claims().isEmpty()) {
            StockKey.columns(posting.claims().keySet())
                    .in(tx.update(CLAIMS))
                    .bindArray(
                            "quantities",
                            Integer.class,
                            List.copyOf(posting.claims().values()))
                    .execute();
        }
        Set<StockKey> emptied = changed.stream()
                .filter(balance -> balance.balance() == 0 && balance.place().kind() != Place.Kind.LOCATION)
                .map(StockKey::of)
                .collect(Collectors.toSet());
        if (!emptied.isEmpty()) {
            StockKey.columns(emptied).in(tx.update(EMPTIED)).execute();
        }
        return new Changed(changed, expired);
    }
}
