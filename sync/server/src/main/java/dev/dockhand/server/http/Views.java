package dev.dockhand.server.http;

import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.protocol.Protocol;
import dev.dockhand.model.protocol.StockBalance;
import dev.dockhand.model.site.Warehouse;
import dev.dockhand.server.stock.StockKey;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Meta;
import dev.dockhand.server.store.Scope;
import dev.dockhand.server.store.Site;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads for administrators that span several rooms. */
final class Views {

    private static final String STOCK = """
        SELECT place, item, lot, expiry, quantity FROM balance
        WHERE company = :company AND warehouse = :warehouse AND quantity <> 0
            AND (place, item, lot, expiry) > (:afterPlace, :afterItem, :afterLot, :afterExpiry) %s
            AND (:brand = '' OR starts_with(item, :brand || '/'))
        ORDER BY place, item, lot, expiry LIMIT :limit\
        """;

    private static final String AVAILABILITY = """
        SELECT i.item, COALESCE(a.sellable, 0) AS sellable, COALESCE(a.promised, 0) AS promised
        FROM item i LEFT JOIN availability a
            ON a.company = i.company AND a.warehouse = i.warehouse AND a.item = i.item
        WHERE i.company = :company AND i.warehouse = :warehouse
            AND (:brand = '' OR starts_with(i.item, :brand || '/'))\
        """;

    private static final String STATES = """
        SELECT state, count(*) AS orders FROM orders
        WHERE company = :company AND warehouse = :warehouse GROUP BY state\
        """;

    private static final String COUNTS = """
        SELECT (SELECT count(*) FROM exception t
                WHERE t.company = m.company AND t.warehouse = m.warehouse AND t.settled_at IS NULL) AS exceptions,
            (SELECT count(*) FROM station s
                WHERE s.company = m.company AND s.warehouse = m.warehouse AND s.active) AS stations,
            (SELECT count(*) FROM item i WHERE i.company = m.company AND i.warehouse = m.warehouse) AS items,
            COALESCE((SELECT head FROM feed_head f
                WHERE f.company = m.company AND f.warehouse = m.warehouse), 0) AS feed
        FROM server_meta m WHERE m.company = :company AND m.warehouse = :warehouse\
        """;

    private final Database database;

    Views(Database database) {
        this.database = database;
    }

    /**
     * The server at a glance.
     *
     * @param version version of the server
     * @param protocol version of the station protocol
     * @param warehouse company and warehouse
     * @param serverEpoch life of the data
     * @param feed head of the feed
     * @param items how many items are known
     * @param stations how many stations have a key
     * @param openExceptions how many exceptions are open
     * @param orders how many orders there are, by state
     */
    record Status(
            String version,
            int protocol,
            String warehouse,
            ZoneId zone,
            LocalDate today,
            long serverEpoch,
            long feed,
            long items,
            long stations,
            long openExceptions,
            Map<String, Long> orders) {}

    /** What may be sold of an item; available is what may still be promised. */
    record AvailabilityView(ItemId item, long sellable, long promised, long available) {}

    Status status(Site site, String version, Warehouse warehouse, Instant now) {
        return database.read(site, tx -> {
            Map<String, Long> orders = new TreeMap<>();
            tx.query(STATES)
                    .map((row, context) -> Map.entry(row.getString("state"), row.getLong("orders")))
                    .forEach(state -> orders.put(state.getKey(), state.getValue()));
            return tx.query(COUNTS)
                    .map((row, context) -> new Status(
                            version,
                            Protocol.VERSION,
                            site.toString(),
                            warehouse.zone(),
                            warehouse.today(now),
                            Meta.serverEpoch(tx),
                            row.getLong("feed"),
                            row.getLong("items"),
                            row.getLong("stations"),
                            row.getLong("exceptions"),
                            orders))
                    .one();
        });
    }

    /** What balances are sorted by. */
    record BalanceKey(String place, String item, String lot, String expiry) {

        static final BalanceKey START = new BalanceKey("", "", "", "");

        static BalanceKey of(StockBalance row) {
            Goods goods = row.goods();
            return new BalanceKey(row.place().toString(), goods.item().value(), goods.lotKey(), goods.expiryKey());
        }
    }

    List<StockBalance> stock(Scope scope, String item, String place, BalanceKey after, int limit) {
        String only = (item.isEmpty() ? "" : "AND item = :item") + (place.isEmpty() ? "" : " AND place = :place");
        return database.readLarge(
                scope,
                tx -> tx.query(STOCK.formatted(only))
                        .bindMap(Map.of("item", item, "place", place, "limit", limit, "brand", scope.only()))
                        .bind("afterPlace", after.place())
                        .bind("afterItem", after.item())
                        .bind("afterLot", after.lot())
                        .bind("afterExpiry", after.expiry())
                        .map((row, context) -> balance(row))
                        .list());
    }

    private static StockBalance balance(ResultSet row) throws SQLException {
        return new StockBalance(Place.parse(row.getString("place")), StockKey.goods(row), row.getInt("quantity"));
    }

    Optional<AvailabilityView> availability(Scope scope, ItemId item) {
        return database.read(
                scope,
                tx -> tx.query(AVAILABILITY + " AND i.item = :item")
                        .bind("brand", scope.only())
                        .bind("item", item.value())
                        .map((row, context) -> available(row))
                        .findOne());
    }

    List<AvailabilityView> availability(Scope scope, String after, int limit) {
        return database.readLarge(
                scope,
                tx -> tx.query(AVAILABILITY + " AND i.item > :after ORDER BY i.item LIMIT :limit")
                        .bind("after", after)
                        .bind("limit", limit)
                        .bind("brand", scope.only())
                        .map((row, context) -> available(row))
                        .list());
    }

    private static AvailabilityView available(ResultSet row) throws SQLException {
        long sellable = row.getLong("sellable");
        long promised = row.getLong("promised");
        return new AvailabilityView(new ItemId(row.getString("item")), sellable, promised, sellable - promised);
    }
}
