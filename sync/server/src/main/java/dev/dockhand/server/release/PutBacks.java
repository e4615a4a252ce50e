package dev.dockhand.server.release;

import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.task.PutBack;
import dev.dockhand.server.stock.StockKey;
import dev.dockhand.server.store.Instants;
import dev.dockhand.server.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Totes with goods that no open order wants: derived from what lies where, so that none is forgotten. */
public final class PutBacks {

    private static final String WAITING = """
        WITH tote AS (
            SELECT DISTINCT b.place, substr(b.place, 6) AS tote FROM balance b
            WHERE b.company = :company AND b.warehouse = :warehouse AND starts_with(b.place, 'TOTE:')
                AND b.place > 'TOTE:' || :after AND b.quantity > 0 AND NOT EXISTS (
                    SELECT 1 FROM shipment s
                    WHERE s.company = :company AND s.warehouse = :warehouse AND s.tote = substr(b.place, 6)
                        AND s.stage IN ('RELEASED', 'PICKED'))
            ORDER BY b.place LIMIT :limit)
        SELECT t.tote, s.order_id, s.closed_at, b.item, b.lot, b.expiry, b.quantity, (
                SELECT p.location FROM pick_line p
                WHERE p.company = :company AND p.warehouse = :warehouse AND p.shipment = s.shipment
                    AND p.item = b.item AND p.lot = b.lot AND p.expiry = b.expiry
                ORDER BY p.line LIMIT 1) AS location
        FROM tote t
        JOIN balance b ON b.company = :company AND b.warehouse = :warehouse AND b.place = t.place AND b.quantity > 0
        LEFT JOIN LATERAL (
            SELECT order_id, shipment, closed_at FROM shipment
            WHERE company = :company AND warehouse = :warehouse AND tote = t.tote
            ORDER BY closed_at DESC NULLS LAST LIMIT 1) s ON TRUE
        ORDER BY t.place, b.item, b.lot, b.expiry\
        """;

    private PutBacks() {}

    /**
     * Totes in the order of their codes.
     *
     * @param after last tote of the page before; empty for the first page
     * @param limit most totes
     */
    public static List<PutBack> list(Tx tx, String after, int limit) {
        Map<ToteCode, PutBack> totes = new LinkedHashMap<>();
        tx.query(WAITING)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> putBack(row))
                .forEach(line -> totes.merge(line.tote(), line, PutBacks::together));
        return List.copyOf(totes.values());
    }

    private static PutBack together(PutBack one, PutBack more) {
        List<PutBack.Line> lines = new ArrayList<>(one.lines());
        lines.addAll(more.lines());
        return new PutBack(one.tote(), one.order(), one.since(), lines);
    }

    private static PutBack putBack(ResultSet row) throws SQLException {
        @Nullable String order = row.getString("order_id");
        @Nullable String location = row.getString("location");
        return new PutBack(
                new ToteCode(row.getString("tote")),
                order == null ? null : new OrderId(order),
                Instants.find(row, "closed_at"),
                List.of(new PutBack.Line(
                        StockKey.goods(row),
                        Quantity.of(row.getInt("quantity")),
                        location == null ? null : new LocationCode(location))));
    }
}
