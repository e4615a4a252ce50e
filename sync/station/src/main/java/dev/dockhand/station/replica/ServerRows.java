package dev.dockhand.station.replica;

import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.catalogue.Location;
import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.protocol.StockBalance;
import dev.dockhand.model.site.Warehouse;
import dev.dockhand.model.task.Shipment;
import java.sql.SQLException;
import java.util.List;

/** Writes what the server told into the tables. */
final class ServerRows {

    private static final String NEW_ITEM = "INSERT INTO item(item, json) VALUES(?, ?)";
    private static final String NEW_BARCODE = "INSERT INTO barcode(code, item) VALUES(?, ?)";
    private static final String NEW_LOCATION = "INSERT INTO location(place, walk, json) VALUES(?, ?, ?)";
    private static final String NEW_STOCK =
            "INSERT INTO stock(place, item, lot, expiry, balance) VALUES(?, ?, ?, ?, ?)";
    private static final List<String> BULK = List.of(NEW_ITEM, NEW_BARCODE, NEW_LOCATION, NEW_STOCK, Shipments.NEW);

    private final Sql sql;
    private final StationId station;
    private final Tasks tasks;
    private final Skipped skipped;

    ServerRows(Sql sql, StationId station, Tasks tasks) {
        this.sql = sql;
        this.station = station;
        this.tasks = tasks;
        this.skipped = new Skipped(sql);
    }

    /** A change of the feed: the newest state wins. */
    void apply(Feed.Told told) throws SQLException {
        skipped.note(told.unknown());
        apply(told.change());
    }

    private void apply(Feed.Change change) throws SQLException {
        switch (change) {
            case Feed.Unknown ignored -> {}
            case Feed.WarehouseChanged(Warehouse warehouse) ->
                sql.update(
                        "MERGE INTO warehouse(id, json) KEY(id) VALUES(?, ?)",
                        warehouse.id().value(),
                        JsonText.of(warehouse));
            case Feed.ItemChanged(Item item) -> {
                sql.update(
                        "MERGE INTO item(item, json) KEY(item) VALUES(?, ?)",
                        item.id().value(),
                        JsonText.of(item));
                sql.update("DELETE FROM barcode WHERE item = ?", item.id().value());
                for (String code : item.barcodes().stream().distinct().toList()) {
                    sql.update(NEW_BARCODE, code, item.id().value());
                }
            }
            case Feed.LocationChanged(Location location) ->
                sql.update(
                        "MERGE INTO location(place, walk, json) KEY(place) VALUES(?, ?, ?)",
                        Place.of(location.code()).toString(),
                        location.walk(),
                        JsonText.of(location));
            case Feed.OperatorChanged(Operator operator) ->
                sql.update(
                        "MERGE INTO operator(id, badge, json) KEY(id) VALUES(?, ?, ?)",
                        operator.id().value(),
                        operator.badge(),
                        JsonText.of(operator));
            case Feed.AsnChanged(Asn asn) ->
                sql.update(
                        "MERGE INTO asn(id, number, closed, json) KEY(id) VALUES(?, ?, ?, ?)",
                        asn.id().value(),
                        asn.id().number().value(),
                        asn.closed(),
                        JsonText.of(asn));
            case Feed.StockChanged(StockBalance stock) -> applyStock(stock);
            case Feed.PlateChanged plate ->
                sql.update(
                        "MERGE INTO plate(place, state, location) KEY(place) VALUES(?, ?, ?)",
                        Place.of(plate.plate()).toString(),
                        plate.condition().name(),
                        plate.location() == null ? null : plate.location().value());
            case Feed.TaskChanged(Shipment shipment) -> {
                Shipments.told(sql, shipment);
                tasks.changed(shipment);
            }
            case Feed.StationHead head -> applyHead(head);
            case Feed.ExceptionChanged(var exception) ->
                sql.update(
                        "MERGE INTO exception(id, settled, json) KEY(id) VALUES(?, ?, ?)",
                        exception.id().value(),
                        exception.settled(),
                        JsonText.of(exception));
        }
    }

    private void applyStock(StockBalance stock) throws SQLException {
        Goods goods = stock.goods();
        Object[] key = {stock.place().toString(), goods.item().value(), goods.lotKey(), goods.expiryKey()};
        if (stock.balance() == 0) {
            sql.update("DELETE FROM stock WHERE place = ? AND item = ? AND lot = ? AND expiry = ?", key);
        } else {
            sql.update(
                    "MERGE INTO stock(place, item, lot, expiry, balance) KEY(place, item, lot, expiry) VALUES(?, ?, ?,"
                            + " ?, ?)",
                    key[0],
                    key[1],
                    key[2],
                    key[3],
                    stock.balance());
        }
    }

    /** From here on the server's rows hold what this station did up to that number: its own copy goes. */
    private void applyHead(Feed.StationHead head) throws SQLException {
        if (!head.station().equals(station)) {
            return;
        }
        sql.update("MERGE INTO head(epoch, seq) KEY(epoch) VALUES(?, ?)", head.epoch(), head.seq());
        sql.update("DELETE FROM overlay WHERE epoch = ? AND seq <= ?", head.epoch(), head.seq());
        sql.update("DELETE FROM own_plate WHERE epoch = ? AND seq <= ?", head.epoch(), head.seq());
        tasks.told(head.epoch(), head.seq());
    }

    /** A line of a snapshot, into tables that have no keys yet; {@link #flush} writes what is many. */
    void load(Feed.Told told) throws SQLException {
        skipped.note(told.unknown());
        switch (told.change()) {
            case Feed.ItemChanged(Item item) -> {
                sql.add(NEW_ITEM, item.id().value(), JsonText.of(item));
                for (String code : item.barcodes().stream().distinct().toList()) {
                    sql.add(NEW_BARCODE, code, item.id().value());
                }
            }
            case Feed.LocationChanged(Location location) ->
                sql.add(NEW_LOCATION, Place.of(location.code()).toString(), location.walk(), JsonText.of(location));
            case Feed.TaskChanged(Shipment shipment) -> {
                Shipments.load(sql, shipment);
                tasks.snapshot(shipment);
            }
            case Feed.StockChanged(StockBalance stock) -> {
                if (stock.balance() != 0) {
                    sql.add(
                            NEW_STOCK,
                            stock.place().toString(),
                            stock.item().value(),
                            stock.goods().lotKey(),
                            stock.goods().expiryKey(),
                            stock.balance());
                }
            }
            case Feed.Change few -> apply(few);
        }
    }

    void flush() throws SQLException {
        for (String statement : BULK) {
            sql.flush(statement);
        }
        sql.commit();
    }
}
