package dev.dockhand.server.stock;

import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.Sku;
import dev.dockhand.model.protocol.Feed;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads keys of balances from rows. */
final class Rows {

    private Rows() {}

    static StockKey key(ResultSet row) throws SQLException {
        return new StockKey(
                Place.parse(row.getString("place")),
                new Sku(row.getString("sku")),
                row.getString("lot"),
                row.getString("expiry"));
    }

    static StockKey key(Feed.StockChanged change) {
        return StockKey.of(change.place(), change.sku(), change.lot(), change.expiry());
    }
}
