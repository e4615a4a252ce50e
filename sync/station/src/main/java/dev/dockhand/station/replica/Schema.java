package dev.dockhand.station.replica;

import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.json.Shape;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.task.ShipmentTask;
import java.sql.SQLException;
import java.util.List;

/**
 * The tables. There is no migration: a file of another version is made anew from the snapshot, the feed log and the
 * journal, by the same way as a damaged one. So a version that knows more words reads what the one before it skipped.
 */
final class Schema {

    private static final List<String> TABLES = List.of(
            "CREATE TABLE meta(name VARCHAR NOT NULL PRIMARY KEY, text VARCHAR NOT NULL)",
            "CREATE TABLE warehouse(id VARCHAR NOT NULL, json VARCHAR NOT NULL)",
            "CREATE TABLE item(item VARCHAR NOT NULL, json VARCHAR NOT NULL)",
            "CREATE TABLE barcode(code VARCHAR NOT NULL, item VARCHAR NOT NULL)",
            "CREATE TABLE location(place VARCHAR NOT NULL, walk INT NOT NULL, json VARCHAR NOT NULL)",
            "CREATE TABLE operator(id VARCHAR NOT NULL, badge VARCHAR NOT NULL, json VARCHAR NOT NULL)",
            "CREATE TABLE asn(id VARCHAR NOT NULL, number VARCHAR NOT NULL, closed BOOLEAN NOT NULL, json VARCHAR NOT"
                    + " NULL)",
            """
            CREATE TABLE stock(place VARCHAR NOT NULL, item VARCHAR NOT NULL, lot VARCHAR NOT NULL,
              expiry VARCHAR NOT NULL, balance INT NOT NULL)\
            """,
            "CREATE TABLE plate(place VARCHAR NOT NULL, state VARCHAR NOT NULL, location VARCHAR)",
            "CREATE TABLE exception(id VARCHAR NOT NULL, settled BOOLEAN NOT NULL, json VARCHAR NOT NULL)",
            "CREATE TABLE head(epoch INT NOT NULL PRIMARY KEY, seq BIGINT NOT NULL)",
            """
            CREATE TABLE task(id VARCHAR NOT NULL PRIMARY KEY, mark VARCHAR NOT NULL, cut_off BIGINT NOT NULL,
              finished BOOLEAN NOT NULL, order_key VARCHAR NOT NULL, waybill_key VARCHAR NOT NULL, tote_key VARCHAR,
              packed BIGINT, json VARCHAR NOT NULL, progress VARCHAR NOT NULL)\
            """,
            """
            CREATE TABLE shipment(task VARCHAR NOT NULL, order_key VARCHAR NOT NULL, waybill_key VARCHAR,
              tote_key VARCHAR, ended BIGINT, json VARCHAR NOT NULL)\
            """,
            """
            CREATE TABLE own_event(epoch INT NOT NULL, seq BIGINT NOT NULL, id VARCHAR NOT NULL, task VARCHAR,
              asn VARCHAR, json VARCHAR NOT NULL, PRIMARY KEY(epoch, seq))\
            """,
            """
            CREATE TABLE overlay(epoch INT NOT NULL, seq BIGINT NOT NULL, place VARCHAR NOT NULL,
              item VARCHAR NOT NULL, lot VARCHAR NOT NULL, expiry VARCHAR NOT NULL, delta INT NOT NULL)\
            """,
            """
            CREATE TABLE own_plate(epoch INT NOT NULL, seq BIGINT NOT NULL, place VARCHAR NOT NULL, state VARCHAR,
              location VARCHAR, PRIMARY KEY(epoch, seq))\
            """,
            "CREATE TABLE refused(epoch INT NOT NULL, seq BIGINT NOT NULL, badge VARCHAR NOT NULL)",
            """
            CREATE TABLE forgiven(operator VARCHAR NOT NULL PRIMARY KEY, epoch INT NOT NULL, seq BIGINT NOT NULL)\
            """,
            "CREATE TABLE made(epoch INT NOT NULL PRIMARY KEY, plates INT NOT NULL)",
            "CREATE TABLE applied(epoch INT NOT NULL PRIMARY KEY, seq BIGINT NOT NULL)",
            "CREATE TABLE spare(waybill VARCHAR NOT NULL PRIMARY KEY, carrier VARCHAR NOT NULL)",
            "CREATE TABLE begun(waybill VARCHAR NOT NULL PRIMARY KEY)",
            "CREATE TABLE box(waybill_key VARCHAR NOT NULL PRIMARY KEY, task VARCHAR NOT NULL)",
            "CREATE TABLE skipped(word VARCHAR NOT NULL PRIMARY KEY)");

    /** Made after the snapshot is in: a twelfth of the file and a quarter of the time. */
    private static final List<String> KEYS = List.of(
            "ALTER TABLE warehouse ADD PRIMARY KEY(id)",
            "ALTER TABLE item ADD PRIMARY KEY(item)",
            "ALTER TABLE barcode ADD PRIMARY KEY(code, item)",
            "CREATE INDEX barcode_item ON barcode(item)",
            "ALTER TABLE location ADD PRIMARY KEY(place)",
            "CREATE INDEX location_walk ON location(walk, place)",
            "ALTER TABLE operator ADD PRIMARY KEY(id)",
            "CREATE INDEX operator_badge ON operator(badge)",
            "ALTER TABLE asn ADD PRIMARY KEY(id)",
            "CREATE INDEX asn_number ON asn(number)",
            "ALTER TABLE stock ADD PRIMARY KEY(place, item, lot, expiry)",
            "CREATE INDEX stock_item ON stock(item)",
            "ALTER TABLE plate ADD PRIMARY KEY(place)",
            "ALTER TABLE exception ADD PRIMARY KEY(id)",
            "ALTER TABLE shipment ADD PRIMARY KEY(task)",
            "CREATE INDEX shipment_order ON shipment(order_key)",
            "CREATE INDEX shipment_waybill ON shipment(waybill_key)",
            "CREATE INDEX shipment_tote ON shipment(tote_key)",
            "CREATE INDEX shipment_ended ON shipment(ended)",
            "CREATE INDEX own_event_id ON own_event(id)",
            "CREATE INDEX own_event_task ON own_event(task)",
            "CREATE INDEX own_event_asn ON own_event(asn)",
            "CREATE INDEX overlay_item ON overlay(item)",
            "CREATE INDEX overlay_place ON overlay(place)",
            "CREATE INDEX overlay_seq ON overlay(epoch, seq)",
            "CREATE INDEX own_plate_place ON own_plate(place)",
            "CREATE INDEX refused_badge ON refused(badge)");

    /** Another one with every change of the tables, and of what can be told and journaled. */
    static final String VERSION = "%08x %s"
            .formatted(
                    List.of(TABLES, KEYS).hashCode(),
                    Shape.of(Feed.Change.class, ShipmentTask.class, FloorEvent.class));

    /** Reading every one of these touches every page that matters. */
    private static final List<String> CHECKS = List.of(
            "SELECT MAX(LENGTH(json)) FROM item",
            "SELECT MAX(LENGTH(code)) FROM barcode",
            "SELECT MAX(LENGTH(json)) FROM location",
            "SELECT MAX(LENGTH(json)) FROM operator",
            "SELECT MAX(LENGTH(json)) FROM asn",
            "SELECT SUM(balance) FROM stock",
            "SELECT MAX(LENGTH(state)) FROM plate",
            "SELECT MAX(LENGTH(json)) FROM exception",
            "SELECT MAX(seq) FROM head",
            "SELECT MAX(LENGTH(json) + LENGTH(progress)) FROM task",
            "SELECT MAX(LENGTH(json)) FROM shipment",
            "SELECT MAX(LENGTH(json)) FROM own_event",
            "SELECT SUM(delta) FROM overlay",
            "SELECT MAX(LENGTH(place)) FROM own_plate",
            "SELECT MAX(LENGTH(badge)) FROM refused",
            "SELECT MAX(seq) FROM forgiven",
            "SELECT MAX(plates) FROM made",
            "SELECT MAX(seq) FROM applied",
            "SELECT MAX(LENGTH(carrier)) FROM spare",
            "SELECT MAX(LENGTH(task)) FROM box");

    private Schema() {}

    static void create(Sql sql) throws SQLException {
        for (String table : TABLES) {
            sql.command(table);
        }
    }

    static void addKeys(Sql sql) throws SQLException {
        for (String key : KEYS) {
            sql.command(key);
        }
    }

    /** Reads everything once, so that damage shows at the start and not in the middle of a shift. */
    static void check(Sql sql) throws SQLException {
        for (String check : CHECKS) {
            sql.number(check);
        }
        sql.commit();
    }
}
