package dev.dockhand.server.dispatch;

import dev.dockhand.model.id.CarrierCode;
import dev.dockhand.model.id.Identifier;
import dev.dockhand.model.id.ShipmentId;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.server.exception.Exceptions;
import dev.dockhand.server.store.Meta;
import dev.dockhand.server.store.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Numbers that carriers gave us, one by one or as ranges. A number is free, then bound to one shipment for ever, and used once its
 * parcel is closed. One of a range stands here from when it is bound on.
 */
public final class WaybillPool {

    private static final String CLAIM = """
        WITH taken AS (
            UPDATE waybill_pool SET state = 'BOUND', shipment = :shipment
            WHERE company = :company AND warehouse = :warehouse AND waybill = :waybill AND state = 'FREE'
            RETURNING waybill)
        UPDATE shipment SET waybill = taken.waybill FROM taken
        WHERE company = :company AND warehouse = :warehouse AND shipment = :shipment\
        """;

    /** A number that a station named before its range came to it is left out: it belongs to somebody. */
    private static final String BIND_NEW = """
        WITH taken AS (
            INSERT INTO waybill_pool (company, warehouse, waybill, carrier, state, shipment)
            SELECT :company, :warehouse, waybill, :carrier, 'BOUND', shipment
            FROM unnest(:waybills, :shipments) AS d (waybill, shipment)
            ON CONFLICT DO NOTHING RETURNING waybill, shipment)
        UPDATE shipment s SET waybill = taken.waybill FROM taken
        WHERE s.company = :company AND s.warehouse = :warehouse AND s.shipment = taken.shipment
        RETURNING s.shipment\
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
            RETURNING w.waybill, w.shipment)
        UPDATE shipment s SET waybill = taken.waybill FROM taken
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

    private static final String LEVELS = """
        WITH pool AS (
            SELECT w.carrier, count(*) FILTER (WHERE w.state = 'FREE') AS free,
                count(*) FILTER (WHERE w.state = 'BOUND'
                    AND COALESCE(s.stage <> 'CANCELLED' AND s.waybill = w.waybill, true)) AS bound,
                count(*) FILTER (WHERE w.state = 'USED') AS used,
                count(*) FILTER (WHERE w.state = 'BOUND' AND (s.stage = 'CANCELLED' OR s.waybill <> w.waybill)) AS void
            FROM waybill_pool w
            LEFT JOIN shipment s ON s.company = w.company AND s.warehouse = w.warehouse AND s.shipment = w.shipment
            WHERE w.company = :company AND w.warehouse = :warehouse GROUP BY w.carrier),
        ranges AS (
            SELECT carrier, sum(high - low + 1)::bigint AS free FROM waybill_range
            WHERE company = :company AND warehouse = :warehouse GROUP BY carrier)
        SELECT carrier, COALESCE(pool.free, 0) + COALESCE(ranges.free, 0) AS free, COALESCE(bound, 0) AS bound,
            COALESCE(used, 0) AS used, COALESCE(void, 0) AS void, COALESCE((
                SELECT mark FROM waybill_mark m
                WHERE m.company = :company AND m.warehouse = :warehouse AND m.carrier = found.carrier), 0) AS mark
        FROM pool FULL JOIN ranges USING (carrier) AS found ORDER BY carrier\
        """;

    private final WaybillRanges ranges = new WaybillRanges();
    private final WaybillMarks marks;

    /** Asks a supervisor where numbers come to an end. */
    public WaybillPool(Exceptions exceptions) {
        this.marks = new WaybillMarks(exceptions);
    }

    /**
     * How many numbers of a carrier there are.
     *
     * @param carrier carrier
     * @param free not yet bound, those of ranges among them
     * @param bound bound to a shipment whose parcel is not closed
     * @param used on a closed parcel
     * @param voided bound to a shipment that was called off or carries another; never used again, its label may be printed already
     * @param mark fewer than these free ones raise an exception; 0 where none was told
     */
    public record Level(CarrierCode carrier, long free, long bound, long used, long voided, int mark) {}

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
        Set<ShipmentId> bound = tx.query(end.bind)
                .bind("carrier", carrier.value())
                .bindArray("shipments", String.class, texts(shipments))
                .mapTo(String.class)
                .map(ShipmentId::new)
                .collect(Collectors.toCollection(HashSet::new));
        while (bound.size() < shipments.size()) {
            List<ShipmentId> left =
                    shipments.stream().filter(one -> !bound.contains(one)).toList();
            List<WaybillNumber> numbers = ranges.take(tx, end, carrier, left.size());
            if (numbers.isEmpty()) {
                break;
            }
            tx.query(BIND_NEW)
                    .bind("carrier", carrier.value())
                    .bindArray("waybills", String.class, texts(numbers))
                    .bindArray("shipments", String.class, texts(left.subList(0, numbers.size())))
                    .mapTo(String.class)
                    .map(ShipmentId::new)
                    .forEach(bound::add);
        }
        return bound;
    }

    /** Binds this number to a shipment whose box carries it already; false when it is not free any more. */
    public boolean claim(Tx tx, WaybillNumber number, ShipmentId shipment) {
        boolean claimed = tx.update(CLAIM)
                        .bind("waybill", number.value())
                        .bind("shipment", shipment.value())
                        .execute()
                == 1;
        return claimed
                || ranges.all(tx).stream()
                        .filter(left -> WaybillRanges.isLeft(List.of(left), number))
                        .findFirst()
                        .flatMap(left -> tx.query(BIND_NEW)
                                .bind("carrier", left.range().carrier().value())
                                .bindArray("waybills", String.class, List.of(number.value()))
                                .bindArray("shipments", String.class, List.of(shipment.value()))
                                .mapTo(String.class)
                                .findFirst())
                        .isPresent();
    }

    /** The parcels of these shipments were closed or opened: a number is used as long as its parcel is closed. */
    public void follow(Tx tx, List<String> shipments) {
        tx.update(FOLLOW).bindArray("shipments", String.class, shipments).execute();
    }

    /** Which of these numbers are in the pool, or left in a range. */
    public List<Known> known(Tx tx, Collection<WaybillNumber> waybills) {
        if (waybills.isEmpty()) {
            return List.of();
        }
        List<Known> known = new ArrayList<>(tx.query(KNOWN)
                .bindArray("waybills", String.class, texts(waybills))
                .map((row, context) -> new Known(
                        new WaybillNumber(row.getString("waybill")),
                        row.getString("state").equals("FREE")))
                .list());
        Set<WaybillNumber> others = new HashSet<>(waybills);
        known.forEach(one -> others.remove(one.number()));
        if (!others.isEmpty()) {
            List<WaybillRanges.Left> left = ranges.all(tx);
            others.stream()
                    .filter(number -> WaybillRanges.isLeft(left, number))
                    .forEach(number -> known.add(new Known(number, true)));
        }
        return known;
    }

    /** The contracts' ranges. */
    public WaybillRanges ranges() {
        return ranges;
    }

    /** When somebody is told that few are left. */
    public WaybillMarks marks() {
        return marks;
    }

    /** How many numbers of each carrier there are. */
    public List<Level> levels(Tx tx) {
        return tx.query(LEVELS)
                .map((row, context) -> new Level(
                        new CarrierCode(row.getString("carrier")),
                        row.getLong("free"),
                        row.getLong("bound"),
                        row.getLong("used"),
                        row.getLong("void"),
                        row.getInt("mark")))
                .list();
    }

    private static List<String> texts(Collection<? extends Identifier> identifiers) {
        return identifiers.stream().map(Identifier::value).toList();
    }
}
