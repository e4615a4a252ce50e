package dev.dockhand.server.stock;

import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.Lot;
import dev.dockhand.model.id.Sku;
import dev.dockhand.model.protocol.Feed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One item, lot and expiry at one place: the key of a balance. Its order is the order in which balances are locked.
 *
 * @param place where
 * @param sku item
 * @param lot lot; empty for none
 * @param expiry expiry date in ISO form; empty for none
 */
public record StockKey(Place place, Sku sku, String lot, String expiry) implements Comparable<StockKey> {

    private static final Comparator<StockKey> ORDER = Comparator.comparing((StockKey key) -> key.place.toString())
            .thenComparing(key -> key.sku.value())
            .thenComparing(StockKey::lot)
            .thenComparing(StockKey::expiry);

    /** The key of an item with its lot and expiry at a place. */
    public static StockKey of(Place place, Sku sku, @Nullable Lot lot, @Nullable LocalDate expiry) {
        return new StockKey(place, sku, lot == null ? "" : lot.value(), expiry == null ? "" : expiry.toString());
    }

    /** The key of an item with its lot and expiry at a location. */
    public static StockKey of(LocationCode location, Sku sku, @Nullable Lot lot, @Nullable LocalDate expiry) {
        return of(Place.of(location), sku, lot, expiry);
    }

    /** The balance that a movement takes from. */
    public static StockKey from(Movement movement) {
        return of(movement.from(), movement.sku(), movement.lot(), movement.expiry());
    }

    /** The balance that a movement adds to. */
    public static StockKey to(Movement movement) {
        return of(movement.to(), movement.sku(), movement.lot(), movement.expiry());
    }

    /** The lot as a type, absent for none. */
    public @Nullable Lot lotOrNull() {
        return lot.isEmpty() ? null : new Lot(lot);
    }

    /** The expiry as a date, absent for none. */
    public @Nullable LocalDate expiryOrNull() {
        return expiry.isEmpty() ? null : LocalDate.parse(expiry);
    }

    /**
     * Reads the columns place, sku, lot and expiry of a row.
     *
     * @throws SQLException when the row cannot be read
     */
    public static StockKey read(ResultSet row) throws SQLException {
        return new StockKey(
                Place.parse(row.getString("place")),
                new Sku(row.getString("sku")),
                row.getString("lot"),
                row.getString("expiry"));
    }

    static StockKey of(Feed.StockChanged balance) {
        return of(balance.place(), balance.sku(), balance.lot(), balance.expiry());
    }

    Feed.StockChanged change(long balance) {
        return new Feed.StockChanged(place, sku, lotOrNull(), expiryOrNull(), Math.toIntExact(balance));
    }

    @Override
    public int compareTo(StockKey other) {
        return ORDER.compare(this, other);
    }
}
