package dev.dockhand.server.stock;

import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.protocol.StockBalance;
import dev.dockhand.server.store.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;

/**
 * Some goods at one place: the key of a balance. Its order is the order in which balances are locked.
 *
 * @param place where
 * @param goods what
 */
public record StockKey(Place place, Goods goods) implements Comparable<StockKey> {

    private static final Comparator<StockKey> ORDER = Comparator.comparing((StockKey key) -> key.place.toString())
            .thenComparing(key -> key.goods.item().value())
            .thenComparing(key -> key.goods.lotKey())
            .thenComparing(key -> key.goods.expiryKey());

    /** Goods at a location. */
    public static StockKey of(LocationCode location, Goods goods) {
        return new StockKey(Place.of(location), goods);
    }

    /** The balance that a movement takes from. */
    public static StockKey from(Movement movement) {
        return new StockKey(movement.from(), movement.goods());
    }

    /** The balance that a movement adds to. */
    public static StockKey to(Movement movement) {
        return new StockKey(movement.to(), movement.goods());
    }

    /** Kind of item. */
    public ItemId item() {
        return goods.item();
    }

    /**
     * Reads the columns place, item, lot and expiry of a row.
     *
     * @throws SQLException when the row cannot be read
     */
    public static StockKey read(ResultSet row) throws SQLException {
        return new StockKey(Place.parse(row.getString("place")), goods(row));
    }

    /**
     * Reads the columns item, lot and expiry of a row.
     *
     * @throws SQLException when the row cannot be read
     */
    public static Goods goods(ResultSet row) throws SQLException {
        return Goods.ofKey(row.getString("item"), row.getString("lot"), row.getString("expiry"));
    }

    /** Balances as the columns places, items, lots and expiries. */
    static Columns<StockKey> columns(Collection<StockKey> keys) {
        return Columns.of(keys)
                .text("places", StockKey::place)
                .text("items", StockKey::item)
                .text("lots", key -> key.goods.lotKey())
                .text("expiries", key -> key.goods.expiryKey());
    }

    static StockKey of(StockBalance balance) {
        return new StockKey(balance.place(), balance.goods());
    }

    StockBalance balance(long units) {
        return new StockBalance(place, goods, Math.toIntExact(units));
    }

    @Override
    public int compareTo(StockKey other) {
        return ORDER.compare(this, other);
    }
}
