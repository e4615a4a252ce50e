package dev.dockhand.station.replica;

import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.protocol.StockBalance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;

/**
 * A balance with what it is sorted by.
 *
 * @param expiry as text; far away where there is none
 * @param walk place in the walking order; last where there is none
 * @param balance the balance
 */
record Ranked(String expiry, int walk, StockBalance balance) {

    /** Earliest expiry, then walking order. */
    static final Comparator<Ranked> BEST_FIRST = Comparator.comparing(Ranked::expiry)
            .thenComparingInt(Ranked::walk)
            .thenComparing(ranked -> ranked.balance().place().toString());

    /** Reads a row: place, lot, expiry, units, walk. */
    static Ranked of(ItemId item, ResultSet row) throws SQLException {
        String expiry = row.getString(3);
        int walk = row.getInt(5);
        boolean walked = !row.wasNull();
        return new Ranked(
                expiry.isEmpty() ? "9999" : expiry,
                walked ? walk : Integer.MAX_VALUE,
                new StockBalance(
                        Place.parse(row.getString(1)),
                        Goods.ofKey(item.value(), row.getString(2), expiry),
                        row.getInt(4)));
    }
}
