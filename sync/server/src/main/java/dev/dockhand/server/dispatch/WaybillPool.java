package dev.dockhand.server.dispatch;

import dev.dockhand.model.id.CarrierCode;
import dev.dockhand.model.id.Identifier;
import dev.dockhand.model.id.ShipmentId;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.server.exception.Exceptions;
import dev.dockhand.server.store.Meta;
import dev.dockhand.server.store.Tx;
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
        UPDATE waybill_pool w SET state = CASE WHEN p.packed THEN 'USED' ELSE 'BOUND' END FROM parcel p
        WHERE p.company = :company AND p.warehouse = :warehouse AND p.shipment = ANY(:shipments)
            AND w.company = :company AND w.warehouse = :warehouse AND w.waybill = p.waybill AND w.shipment = p.shipment\
        """;

    private final WaybillRanges ranges = new WaybillRanges();
    private final NamedWaybills named = new NamedWaybills(ranges);
    private final SpareWaybills spare = new SpareWaybills(ranges);
    private final WaybillMarks marks;

    /** Asks a supervisor where numbers come to an end. */
    public WaybillPool(Exceptions exceptions) {
        this.marks = new WaybillMarks(exceptions);
    }

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

    /** The parcels of these shipments were closed or opened: a number is used as long as its parcel is closed. */
    public void follow(Tx tx, List<String> shipments) {
        tx.update(FOLLOW).bindArray("shipments", String.class, shipments).execute();
    }

    /** What stations name. */
    public NamedWaybills named() {
        return named;
    }

    /** What waits at stations for further boxes. */
    public SpareWaybills spare() {
        return spare;
    }

    /** The contracts' ranges. */
    public WaybillRanges ranges() {
        return ranges;
    }

    /** When somebody is told that few are left. */
    public WaybillMarks marks() {
        return marks;
    }

    private static List<String> texts(Collection<? extends Identifier> identifiers) {
        return identifiers.stream().map(Identifier::value).toList();
    }
}
