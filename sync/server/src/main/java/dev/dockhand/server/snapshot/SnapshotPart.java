package dev.dockhand.server.feed;

import dev.dockhand.model.protocol.Feed;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The sorts of things that a snapshot holds, in the order in which they are written. */
enum SnapshotPart {
    WAREHOUSE(
            "SELECT settings FROM warehouse WHERE company = :company AND warehouse = :warehouse",
            SnapshotRows::warehouse),

    ITEMS("""
        SELECT i.*, p.picture, ARRAY(
            SELECT b.barcode FROM item_barcode b
            WHERE b.company = i.company AND b.warehouse = i.warehouse AND b.item = i.item
            ORDER BY b.position) AS barcodes
        FROM item i LEFT JOIN picture_source p
            ON p.company = i.company AND p.warehouse = i.warehouse AND p.source = i.picture_source
        WHERE i.company = :company AND i.warehouse = :warehouse\
        """, SnapshotRows::item),

    LOCATIONS("SELECT * FROM location WHERE company = :company AND warehouse = :warehouse", SnapshotRows::location),

    OPERATORS("SELECT * FROM operator WHERE company = :company AND warehouse = :warehouse", SnapshotRows::operator),

    ASNS("""
        SELECT a.*,
            ARRAY(SELECT concat_ws(E'\\t', l.line, l.expected, l.received, l.item, l.lot, l.expiry) FROM asn_line l
                  WHERE l.company = a.company AND l.warehouse = a.warehouse AND l.asn = a.asn
                  ORDER BY l.line) AS lines
        FROM asn a WHERE a.company = :company AND a.warehouse = :warehouse
            AND (NOT a.closed OR a.expected_on >= CAST(:recent AS date))\
        """, SnapshotRows::asn),

    PLATES("""
        SELECT p.plate, p.condition, p.location FROM plate p
        WHERE p.company = :company AND p.warehouse = :warehouse AND (p.made_at >= :recent OR EXISTS (
            SELECT 1 FROM balance b
            WHERE b.company = p.company AND b.warehouse = p.warehouse AND b.place = 'LICENSE_PLATE:' || p.plate
                AND b.quantity <> 0))\
        """, SnapshotRows::plate),

    STOCK(
            "SELECT * FROM balance WHERE company = :company AND warehouse = :warehouse AND quantity <> 0",
            SnapshotRows::stock),

    TASKS("""
        SELECT task, shipment, order_id, stage, holder, token, tote, waybill, closed_at, closed_by
        FROM shipment s
        WHERE company = :company AND warehouse = :warehouse
            AND (stage IN ('RELEASED', 'PICKED') OR closed_at >= :recent OR released_at >= :recent
                OR stage = 'CANCELLED' AND (NOT cancel_seen OR EXISTS (
                    SELECT 1 FROM balance b
                    WHERE b.company = s.company AND b.warehouse = s.warehouse AND b.place = 'TOTE:' || s.tote
                        AND b.quantity <> 0)))\
        """, SnapshotRows::task),

    STATIONS(
            "SELECT * FROM station_head WHERE company = :company AND warehouse = :warehouse AND last_seq > 0",
            SnapshotRows::station),

    EXCEPTIONS(
            "SELECT * FROM exception WHERE company = :company AND warehouse = :warehouse AND settled_at IS NULL",
            SnapshotRows::exception);

    private final String sql;
    private final Reader reader;

    /** Reads a row. */
    private interface Reader {
        Feed.Change read(ResultSet row) throws SQLException;
    }

    SnapshotPart(String sql, Reader reader) {
        // Every part binds the same names; one that does not need a name must still mention it.
        this.sql = sql.contains(":recent") ? sql : sql + " AND CAST(:recent AS timestamptz) IS NOT NULL";
        this.reader = reader;
    }

    String sql() {
        return sql;
    }

    /** Without the rows that a digest leaves out in any case and that are many: parcels that left the house stay for ever. */
    String comparedSql() {
        return this == STOCK ? sql + " AND split_part(place, ':', 1) IN ('LOCATION', 'LICENSE_PLATE', 'TOTE')" : sql;
    }

    Feed.Change change(ResultSet row) throws SQLException {
        return reader.read(row);
    }
}
