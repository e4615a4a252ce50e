package dev.dockhand.server.dispatch;

import dev.dockhand.model.id.EventId;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.ShipmentId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.server.store.Instants;
import dev.dockhand.server.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parcels that were closed, and the labels that were printed for them. */
public final class Shipments {

    private static final String PACKED = """
        SELECT s.order_id, s.shipment, s.waybill, s.carrier, s.packed_by, s.packed_at,
            (SELECT e.station FROM event e
             WHERE e.company = s.company AND e.warehouse = s.warehouse AND e.event_id = s.packed_by) AS station,
            (SELECT count(DISTINCT l.copy) FROM label_print l
             WHERE l.company = s.company AND l.warehouse = s.warehouse AND l.waybill = s.waybill) AS labels
        FROM shipment s
        WHERE s.company = :company AND s.warehouse = :warehouse AND s.stage = 'PACKED' AND s.shipment > :after
        ORDER BY s.shipment LIMIT :limit\
        """;

    private static final String LABELS = """
        SELECT waybill, event_id, station, copy, outcome, proof, reason, at FROM label_print
        WHERE company = :company AND warehouse = :warehouse AND waybill = :waybill
            AND (at, event_id) > (:afterAt, :afterEvent)
        ORDER BY at, event_id LIMIT :limit\
        """;

    /**
     * A closed parcel.
     *
     * @param order order
     * @param shipment shipment
     * @param waybill number on the box; absent where the box carries the number of another shipment, as after a restore
     * @param carrier code of the carrier
     * @param station where it was closed
     * @param event the act that closed it
     * @param packedAt when the server learnt of it
     * @param labels how many copies of its label were sent to a printer
     */
    public record Packed(
            OrderId order,
            ShipmentId shipment,
            @Nullable WaybillNumber waybill,
            String carrier,
            StationId station,
            EventId event,
            Instant packedAt,
            int labels) {}

    /**
     * A label that was sent to a printer.
     *
     * @param waybill number on it
     * @param event the act that told of it
     * @param station where
     * @param copy 1 for the first, 2, 3 … for a reprint
     * @param outcome SENT, CONFIRMED, UNKNOWN or FAILED
     * @param proof how far the printing was proved
     * @param reason why it was printed again; empty for the first
     * @param at when, by the station's clock
     */
    public record Label(
            WaybillNumber waybill,
            EventId event,
            StationId station,
            int copy,
            String outcome,
            String proof,
            String reason,
            Instant at) {}

    /**
     * What labels are sorted by.
     *
     * @param at when it was printed
     * @param event the act that told of it
     */
    public record LabelKey(Instant at, String event) {

        /** Before every label. */
        public static final LabelKey START = new LabelKey(Instant.parse("0001-01-01T00:00:00Z"), "");

        /** That of a label. */
        public static LabelKey of(Label label) {
            return new LabelKey(label.at(), label.event().value());
        }
    }

    /**
     * Closed parcels in the order of their keys.
     *
     * @param after last shipment of the page before; empty for the first page
     * @param limit most rows
     */
    public List<Packed> packed(Tx tx, String after, int limit) {
        return tx.query(PACKED)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> packed(row))
                .list();
    }

    private static Packed packed(ResultSet row) throws SQLException {
        @Nullable String waybill = row.getString("waybill");
        return new Packed(
                new OrderId(row.getString("order_id")),
                new ShipmentId(row.getString("shipment")),
                waybill == null ? null : new WaybillNumber(waybill),
                row.getString("carrier"),
                new StationId(row.getString("station")),
                new EventId(row.getString("packed_by")),
                Instants.read(row, "packed_at"),
                row.getInt("labels"));
    }

    /**
     * Labels that were sent to a printer for a number, oldest first.
     *
     * @param after key of the last one of the page before
     * @param limit most rows
     */
    public List<Label> labels(Tx tx, WaybillNumber waybill, LabelKey after, int limit) {
        return tx.query(LABELS)
                .bind("waybill", waybill.value())
                .bind("afterAt", after.at())
                .bind("afterEvent", after.event())
                .bind("limit", limit)
                .map((row, context) -> new Label(
                        new WaybillNumber(row.getString("waybill")),
                        new EventId(row.getString("event_id")),
                        new StationId(row.getString("station")),
                        row.getInt("copy"),
                        row.getString("outcome"),
                        row.getString("proof"),
                        row.getString("reason"),
                        Instants.read(row, "at")))
                .list();
    }
}
