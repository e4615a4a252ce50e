package dev.dockhand.server.dispatch;

import dev.dockhand.model.id.EventId;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.ShipmentId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.model.measure.Grams;
import dev.dockhand.model.task.Shipment;
import dev.dockhand.server.store.Instants;
import dev.dockhand.server.store.Tx;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Parcels that were closed, and the labels that were printed for them. */
public final class Shipments {

    /** The numbers on the boxes of shipment {@code s}, from the first on. */
    public static final String WAYBILLS = """
        CASE WHEN s.waybill IS NULL THEN '{}' ELSE s.waybill || ARRAY(
            SELECT p.waybill FROM parcel p
            WHERE p.company = s.company AND p.warehouse = s.warehouse AND p.shipment = s.shipment AND p.box > 1
                AND p.waybill IS NOT NULL ORDER BY p.box) END AS waybills\
        """;

    private static final String PACKED = """
        WITH page AS MATERIALIZED (
            SELECT shipment, box, waybill, grams FROM parcel
            WHERE company = :company AND warehouse = :warehouse AND packed AND (shipment, box) > (:after, :afterBox)
            ORDER BY shipment, box LIMIT :limit)
        SELECT s.order_id, s.shipment, p.box, p.waybill, p.grams, s.carrier, s.packed_by, s.packed_at,
            (SELECT e.station FROM event e
             WHERE e.company = :company AND e.warehouse = :warehouse AND e.event_id = s.packed_by) AS station,
            (SELECT count(DISTINCT l.copy) FROM label_print l
             WHERE l.company = :company AND l.warehouse = :warehouse AND l.waybill = p.waybill) AS labels
        FROM page p JOIN shipment s ON s.company = :company AND s.warehouse = :warehouse AND s.shipment = p.shipment
        ORDER BY p.shipment, p.box\
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
     * @param box which box of the shipment, from 1 on
     * @param waybill number on the box; absent where the box carries the number of another shipment, as after a restore
     * @param grams what it weighs, absent where nobody weighed it
     * @param carrier code of the carrier
     * @param station where it was closed
     * @param event the act that closed it
     * @param packedAt when the server learnt of it
     * @param labels how many copies of its label were sent to a printer
     */
    public record Packed(
            OrderId order,
            ShipmentId shipment,
            int box,
            @Nullable WaybillNumber waybill,
            @Nullable Grams grams,
            String carrier,
            StationId station,
            EventId event,
            Instant packedAt,
            int labels) {}

    /**
     * What closed parcels are sorted by.
     *
     * @param shipment shipment
     * @param box which box of it
     */
    public record PackedKey(String shipment, int box) {

        /** Before every parcel. */
        public static final PackedKey START = new PackedKey("", 0);

        /** That of a parcel. */
        public static PackedKey of(Packed packed) {
            return new PackedKey(packed.shipment().value(), packed.box());
        }
    }

    /** Reads what {@link #WAYBILLS} selects. */
    public static List<WaybillNumber> waybills(ResultSet row) throws SQLException {
        return Stream.of((String[]) row.getArray("waybills").getArray())
                .map(WaybillNumber::new)
                .toList();
    }

    /** Reads {@code closed_at} and {@code closed_by}. */
    public static Shipment.@Nullable Closing closing(ResultSet row) throws SQLException {
        Instant at = Instants.find(row, "closed_at");
        @Nullable String by = row.getString("closed_by");
        return at == null ? null : new Shipment.Closing(at, by == null ? null : new OperatorId(by));
    }

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
     * @param after key of the last one of the page before
     * @param limit most rows
     */
    public List<Packed> packed(Tx tx, PackedKey after, int limit) {
        return tx.query(PACKED)
                .bind("after", after.shipment())
                .bind("afterBox", after.box())
                .bind("limit", limit)
                .map((row, context) -> packed(row))
                .list();
    }

    private static Packed packed(ResultSet row) throws SQLException {
        @Nullable String waybill = row.getString("waybill");
        @Nullable BigDecimal grams = row.getBigDecimal("grams");
        return new Packed(
                new OrderId(row.getString("order_id")),
                new ShipmentId(row.getString("shipment")),
                row.getInt("box"),
                waybill == null ? null : new WaybillNumber(waybill),
                grams == null ? null : new Grams(grams),
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
