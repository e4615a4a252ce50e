package dev.dockhand.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.server.store.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Eyes that look into a server's tables.
 *
 * @param address where its database is now
 */
record Tables(Supplier<DatabaseAddress> address) {

    /** Waybills of all parcels that the server knows of. */
    List<String> packed() {
        return rows("SELECT waybill FROM shipment WHERE stage = 'PACKED'");
    }

    /** The first column of every row. */
    List<String> rows(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect() throws SQLException {
        DatabaseAddress now = address.get();
        return DriverManager.getConnection(now.url(), now.user(), now.password());
    }

    /** Changes something behind the server's back. */
    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The one number that a query gives. */
    long number(String sql) {
        return Long.parseLong(rows(sql).getFirst());
    }

    /** The books are right: every balance is the sum of its movements, and no shipment was packed twice. */
    void checkBooks() {
        assertThat(rows("""
            WITH moved AS (
                SELECT to_place AS place, item, lot, expiry, quantity FROM movement
                UNION ALL SELECT from_place, item, lot, expiry, -quantity FROM movement),
            summed AS (SELECT place, item, lot, expiry, sum(quantity) AS quantity FROM moved
                WHERE split_part(place, ':', 1) IN ('LOCATION', 'LICENSE_PLATE', 'TOTE')
                GROUP BY place, item, lot, expiry)
            SELECT COALESCE(s.place, b.place) || ' ' || COALESCE(s.item, b.item) || ': '
                || COALESCE(s.quantity, 0) || ' <> ' || COALESCE(b.quantity, 0)
            FROM summed s FULL JOIN balance b USING (place, item, lot, expiry)
            WHERE COALESCE(s.quantity, 0) <> COALESCE(b.quantity, 0)
            """))
                .as("balances that are not the sum of their movements")
                .isEmpty();
        assertThat(rows("""
            SELECT h.station || '/' || h.epoch FROM station_head h WHERE h.last_seq <>
                (SELECT count(*) FROM event e WHERE e.station = h.station AND e.epoch = h.epoch)
            """)).as("stations whose events have a gap").isEmpty();
        assertThat(rows("""
            SELECT s.shipment FROM shipment s LEFT JOIN waybill_pool w ON w.waybill = s.waybill
            WHERE (s.stage = 'PACKED') <> (s.packed_by IS NOT NULL)
                OR s.packed_by IS NOT NULL AND w.state IS DISTINCT FROM 'USED'
            """))
                .as("shipments whose stage, parcel and waybill disagree")
                .isEmpty();
    }

    /** What was packed left the racks, to the unit, and nothing else did. */
    void checkStockLeft() {
        assertThat(rows("""
            SELECT b.item || ': ' || b.quantity || ' on the racks' FROM balance b
            JOIN opening_stock o ON o.item = b.item AND 'LOCATION:' || o.location = b.place
            WHERE b.quantity <> o.quantity - COALESCE((
                SELECT sum(l.quantity) FROM order_line l JOIN shipment s USING (order_id)
                WHERE s.stage = 'PACKED' AND l.item = b.item), 0)
            """))
                .as("items whose stock is not reduced by exactly what was packed")
                .isEmpty();
        assertThat(number("SELECT COALESCE(sum(quantity), 0) FROM balance WHERE place LIKE 'TOTE:%'"))
                .as("units that are left in totes")
                .isZero();
    }
}
