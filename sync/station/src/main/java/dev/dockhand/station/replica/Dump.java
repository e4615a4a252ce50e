package dev.dockhand.station.replica;

import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.catalogue.Location;
import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.exception.ExceptionRecord;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.protocol.StockBalance;
import dev.dockhand.model.site.Warehouse;
import dev.dockhand.model.task.Shipment;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Writes the server's rows as a snapshot of the station's own making, so that the log of pages can start over. */
final class Dump {

    private static final int AT_ONCE = 2000;

    private final Sql sql;
    private final StationId station;

    Dump(Sql sql, StationId station) {
        this.sql = sql;
        this.station = station;
    }

    void write(Path file, Replica.Position at) throws IOException, SQLException {
        long count = 0;
        for (String table : List.of(
                "warehouse",
                "item",
                "location",
                "operator",
                "asn",
                "stock",
                "plate",
                "shipment",
                "exception",
                "head")) {
            count += sql.number("SELECT COUNT(*) FROM " + table);
        }
        FeedLog.write(file, new Feed.SnapshotHead(at.serverEpoch(), at.cursor(), at.mark(), count), this::each);
    }

    private void each(FeedLog.Changes into) throws IOException, SQLException {
        some(into, "SELECT json FROM warehouse", Warehouse.class, Feed.WarehouseChanged::new);
        List<Item> items = items(sql, "", AT_ONCE);
        while (!items.isEmpty()) {
            for (Item item : items) {
                into.add(Feed.Told.of(new Feed.ItemChanged(item)));
            }
            items = items(sql, items.getLast().id().value(), AT_ONCE);
        }
        some(into, "SELECT json FROM location", Location.class, Feed.LocationChanged::new);
        some(into, "SELECT json FROM operator", Operator.class, Feed.OperatorChanged::new);
        some(into, "SELECT json FROM asn", Asn.class, Feed.AsnChanged::new);
        some(into, "SELECT json FROM shipment", Shipment.class, Feed.TaskChanged::new);
        some(into, "SELECT json FROM exception", ExceptionRecord.class, Feed.ExceptionChanged::new);
        for (Feed.Change change : sql.list(
                "SELECT place, item, lot, expiry, balance FROM stock",
                row -> new Feed.StockChanged(new StockBalance(
                        Place.parse(row.getString(1)),
                        Goods.ofKey(row.getString(2), row.getString(3), row.getString(4)),
                        row.getInt(5))))) {
            into.add(Feed.Told.of(change));
        }
        for (Feed.Change change : sql.list(
                "SELECT place, state, location FROM plate",
                row -> new Feed.PlateChanged(
                        new LicensePlate(Place.parse(row.getString(1)).code()),
                        Act.Condition.valueOf(row.getString(2)),
                        row.getString(3) == null ? null : new LocationCode(row.getString(3))))) {
            into.add(Feed.Told.of(change));
        }
        for (Feed.Change change : sql.list(
                "SELECT epoch, seq FROM head", row -> new Feed.StationHead(station, row.getInt(1), row.getLong(2)))) {
            into.add(Feed.Told.of(change));
        }
    }

    /** Items in the order of their keys, from behind one on. */
    static List<Item> items(Sql sql, String after, int limit) throws SQLException {
        return sql.list(
                "SELECT json FROM item WHERE item > ? ORDER BY item LIMIT ?", JsonText.row(Item.class), after, limit);
    }

    private <T> void some(FeedLog.Changes into, String query, Class<T> type, Told<T> told)
            throws IOException, SQLException {
        for (T value : sql.list(query, JsonText.row(type))) {
            into.add(Feed.Told.of(told.of(value)));
        }
    }

    private interface Told<T> {
        Feed.Change of(T value);
    }
}
