package dev.dockhand.server.dispatch;

import dev.dockhand.model.id.CarrierCode;
import dev.dockhand.server.store.Tx;
import java.util.List;

/**
 * How many numbers of a carrier there are.
 *
 * @param carrier carrier
 * @param free not yet bound, those of ranges among them
 * @param bound bound to a shipment that is not closed, or waiting at a station for a further box
 * @param used on a closed parcel
 * @param voided bound to a shipment that was called off or carries another, or left by an enrolment; never used again, a label may be
 *     printed already
 * @param mark fewer than these free ones raise an exception; 0 where none was told
 */
public record WaybillLevel(CarrierCode carrier, long free, long bound, long used, long voided, int mark) {

    /** Counted from indexes; numbers that are bound are few beside those that were used. */
    private static final String ALL = """
        WITH counted AS (
            SELECT carrier, count(*) FILTER (WHERE state = 'FREE') AS free,
                count(*) FILTER (WHERE state IN ('BOUND', 'RESERVED')) AS bound,
                count(*) FILTER (WHERE state = 'USED') AS used, count(*) FILTER (WHERE state = 'VOID') AS void
            FROM waybill_pool WHERE company = :company AND warehouse = :warehouse GROUP BY carrier),
        voided AS (
            SELECT w.carrier, count(*) AS units FROM waybill_pool w
            JOIN shipment s ON s.company = :company AND s.warehouse = :warehouse AND s.shipment = w.shipment
            LEFT JOIN parcel p ON p.company = :company AND p.warehouse = :warehouse AND p.waybill = w.waybill
            WHERE w.company = :company AND w.warehouse = :warehouse AND w.state = 'BOUND'
                AND (s.stage = 'CANCELLED' OR s.waybill IS DISTINCT FROM w.waybill AND p.waybill IS NULL)
            GROUP BY w.carrier),
        ranges AS (
            SELECT carrier, sum(high - low + 1)::bigint AS free FROM waybill_range
            WHERE company = :company AND warehouse = :warehouse GROUP BY carrier)
        SELECT carrier, COALESCE(counted.free, 0) + COALESCE(ranges.free, 0) AS free,
            COALESCE(bound - COALESCE(units, 0), 0) AS bound, COALESCE(used, 0) AS used,
            COALESCE(void, 0) + COALESCE(units, 0) AS void, COALESCE((
                SELECT mark FROM waybill_mark m
                WHERE m.company = :company AND m.warehouse = :warehouse AND m.carrier = found.carrier), 0) AS mark
        FROM (counted LEFT JOIN voided USING (carrier)) FULL JOIN ranges USING (carrier) AS found ORDER BY carrier\
        """;

    /** Those of all carriers. */
    public static List<WaybillLevel> all(Tx tx) {
        return tx.query(ALL)
                .map((row, context) -> new WaybillLevel(
                        new CarrierCode(row.getString("carrier")),
                        row.getLong("free"),
                        row.getLong("bound"),
                        row.getLong("used"),
                        row.getLong("void"),
                        row.getInt("mark")))
                .list();
    }
}
