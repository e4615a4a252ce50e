package dev.dockhand.server.dispatch;

import dev.dockhand.model.id.CarrierCode;
import dev.dockhand.model.id.ShipmentId;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.server.store.Meta;
import dev.dockhand.server.store.Tx;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Numbers that carriers gave us. A number is free, then bound to one shipment for ever, and used once its parcel is closed. */
public final class WaybillPool {

    private static final String CLAIM = """
        WITH taken AS (
            UPDATE waybill_pool SET state = 'BOUND', shipment = :shipment
            WHERE company = :company AND warehouse = :warehouse AND waybill = :waybill AND state = 'FREE'
            RETURNING waybill, routing)
        UPDATE shipment SET waybill = taken.waybill, routing = taken.routing FROM taken
        WHERE company = :company AND warehouse = :warehouse AND shipment = :shipment\
        """;

    private static final String BIND = """
        WITH free AS (
            SELECT waybill FROM waybill_pool
            WHERE company = :company AND warehouse = :warehouse AND carrier = :carrier AND state = 'FREE'
            ORDER BY waybill %1$s LIMIT cardinality(:shipments) FOR UPDATE SKIP LOCKED),
        pair AS (
            SELECT f.waybill, d.shipment FROM (
                SELECT waybill, row_number() OVER (ORDER BY waybill %1$s) AS n FROM free) AS f
            JOIN unnest(:shipments) WITH ORDINALITY AS d (shipment, n) ON d.n = f.n),
        taken AS (
            UPDATE waybill_pool w SET state = 'BOUND', shipment = pair.shipment FROM pair
            WHERE w.company = :company AND w.warehouse = :warehouse AND w.waybill = pair.waybill
            RETURNING w.waybill, w.routing, w.shipment)
        UPDATE shipment s SET waybill = taken.waybill, routing = taken.routing FROM taken
        WHERE s.company = :company AND s.warehouse = :warehouse AND s.shipment = taken.shipment
        RETURNING s.shipment\
        """;

    private static final String FOLLOW = """
        UPDATE waybill_pool w SET state = CASE WHEN s.packed_by IS NULL THEN 'BOUND' ELSE 'USED' END FROM shipment s
        WHERE s.company = :company AND s.warehouse = :warehouse AND s.shipment = ANY(:shipments)
            AND w.company = :company AND w.warehouse = :warehouse AND w.waybill = s.waybill AND w.shipment = s.shipment\
        """;

    private static final String KNOWN = """
        SELECT waybill, state FROM waybill_pool
        WHERE company = :company AND warehouse = :warehouse AND waybill = ANY(:waybills)\
        """;

    /** Counted from indexes; numbers that are bound are few beside those that were used. */
    private static final String LEVELS = """
        WITH counted AS (
            SELECT carrier, count(*) FILTER (WHERE state = 'FREE') AS free,
                count(*) FILTER (WHERE state = 'BOUND') AS bound, count(*) FILTER (WHERE state = 'USED') AS used
            FROM waybill_pool WHERE company = :company AND warehouse = :warehouse GROUP BY carrier),
        voided AS (
            SELECT w.carrier, count(*) AS void FROM waybill_pool w
            JOIN shipment s ON s.company = :company AND s.warehouse = :warehouse AND s.shipment = w.shipment
            WHERE w.company = :company AND w.warehouse = :warehouse AND w.state = 'BOUND'
                AND (s.stage = 'CANCELLED' OR s.waybill <> w.waybill)
            GROUP BY w.carrier)
        SELECT c.carrier, c.free, c.bound - COALESCE(v.void, 0) AS bound, c.used, COALESCE(v.void, 0) AS void
        FROM counted c LEFT JOIN voided v ON v.carrier = c.carrier ORDER BY c.carrier\
        """;

    /**
     * How many numbers a carrier's pool holds.
     *
     * @param carrier carrier
     * @param free not yet bound
     * @param bound bound to a shipment whose parcel is not closed
     * @param used on a closed parcel
     * @param voided bound to a shipment that was called off or carries another; never used again, its label may be printed already
     */
    public record Level(CarrierCode carrier, long free, long bound, long used, long voided) {}

    /**
     * A number of the pool.
     *
     * @param number the number
     * @param free whether it belongs to no shipment
     */
    public record Known(WaybillNumber number, boolean free) {}

    /** From which end of a pool numbers are taken. */
    public enum End {
        FIRST("ASC"),
        LAST("DESC");

        private final String bind;

        End(String order) {
            this.bind = BIND.formatted(order);
        }
    }

    /**
     * The end from which numbers are taken now. Each restore from a backup turns it: what was bound since the backup
     * stands at the other one, until the stations have told of it.
     */
    public End end(Tx tx) {
        return Meta.restores(tx) % 2 == 1 ? End.LAST : End.FIRST;
    }

    /** Binds the next free numbers of a carrier to shipments, in their order; says which got one. */
    public Set<ShipmentId> bind(Tx tx, End end, CarrierCode carrier, List<ShipmentId> shipments) {
        return tx.query(end.bind)
                .bind("carrier", carrier.value())
                .bindArray(
                        "shipments",
                        String.class,
                        shipments.stream().map(ShipmentId::value).toList())
                .mapTo(String.class)
                .map(ShipmentId::new)
                .set();
    }

    /** Binds this number to a shipment whose box carries it already; false when it is not free any more. */
    public boolean claim(Tx tx, WaybillNumber number, ShipmentId shipment) {
        return tx.update(CLAIM)
                        .bind("waybill", number.value())
                        .bind("shipment", shipment.value())
                        .execute()
                == 1;
    }

    /** The parcels of these shipments were closed or opened: a number is used as long as its parcel is closed. */
    public void follow(Tx tx, List<String> shipments) {
        tx.update(FOLLOW).bindArray("shipments", String.class, shipments).execute();
    }

    /** Which of these numbers are in the pool. */
    public List<Known> known(Tx tx, Collection<WaybillNumber> waybills) {
        if (waybills.isEmpty()) {
            return List.of();
        }
        return tx.query(KNOWN)
                .bindArray("waybills", String.class, texts(waybills))
                .map((row, context) -> new Known(
                        new WaybillNumber(row.getString("waybill")),
                        row.getString("state").equals("FREE")))
                .list();
    }

    /** How many numbers each carrier's pool holds. */
    public List<Level> levels(Tx tx) {
        return tx.query(LEVELS)
                .map((row, context) -> new Level(
                        new CarrierCode(row.getString("carrier")),
                        row.getLong("free"),
                        row.getLong("bound"),
                        row.getLong("used"),
                        row.getLong("void")))
                .list();
    }

    private static List<String> texts(Collection<WaybillNumber> waybills) {
        return waybills.stream().map(WaybillNumber::value).toList();
    }
}
