package dev.dockhand.server.snapshot;

import dev.dockhand.model.protocol.Feed;
import dev.dockhand.server.access.Operators;
import dev.dockhand.server.access.Warehouses;
import dev.dockhand.server.catalogue.Items;
import dev.dockhand.server.catalogue.Locations;
import dev.dockhand.server.dispatch.Shipments;
import dev.dockhand.server.exception.Exceptions;
import dev.dockhand.server.inbound.Asns;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The sorts of things that a snapshot holds, in the order in which they are written. */
enum SnapshotPart {
    WAREHOUSE(
            "SELECT settings FROM warehouse WHERE company = :company AND warehouse = :warehouse",
            row -> new Feed.WarehouseChanged(Warehouses.read(row))),

    ITEMS(Items.ALL, row -> new Feed.ItemChanged(Items.read(row))),

    LOCATIONS(
            "SELECT * FROM location WHERE company = :company AND warehouse = :warehouse",
            row -> new Feed.LocationChanged(Locations.read(row))),

    OPERATORS(
            "SELECT * FROM operator WHERE company = :company AND warehouse = :warehouse",
            row -> new Feed.OperatorChanged(Operators.read(row).forStations())),

    ASNS(
            Asns.ALL + " AND (NOT a.closed OR a.expected_on >= CAST(:recent AS date))",
            row -> new Feed.AsnChanged(Asns.read(row))),

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
        SELECT task, shipment, order_id, stage, holder, token, tote, %s, closed_at, closed_by
        FROM shipment s
        WHERE company = :company AND warehouse = :warehouse
            AND (stage IN ('RELEASED', 'PICKED') OR closed_at >= :recent OR released_at >= :recent
                OR stage = 'CANCELLED' AND (NOT cancel_seen OR EXISTS (
                    SELECT 1 FROM balance b
                    WHERE b.company = s.company AND b.warehouse = s.warehouse AND b.place = 'TOTE:' || s.tote
                        AND b.quantity <> 0)))\
        """.formatted(Shipments.WAYBILLS), SnapshotRows::task),

    STATIONS(
            "SELECT * FROM station_head WHERE company = :company AND warehouse = :warehouse AND last_seq > 0",
            SnapshotRows::station),

    EXCEPTIONS(
            "SELECT *, FALSE AS settled FROM exception WHERE company = :company AND warehouse = :warehouse"
                    + " AND settled_at IS NULL",
            row -> new Feed.ExceptionChanged(Exceptions.read(row)));

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
