package dev.dockhand.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.EventCodec;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.order.LineQuantities;
import dev.dockhand.server.order.OrderQuantities;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What must hold of a warehouse whatever happened: the invariants of the design, read from the tables. */
public final class Invariants {

    private final TestWarehouse warehouse;

    private Invariants(TestWarehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** Checks the tables, and that each of these stations finds there what it sent. */
    public static void check(TestWarehouse warehouse, TestStation... stations) {
        Invariants invariants = new Invariants(warehouse);
        for (TestStation station : stations) {
            invariants.everyAcknowledgedEventIsThereOnce(station);
        }
        invariants.everyMovementCountsOnce();
        invariants.balancesAreTheSumOfMovements();
        invariants.promisesAddUp();
        invariants.nothingIsOversoldWithoutAnException();
        invariants.atMostOneParcelAndOneWaybillAShipment();
        invariants.progressIsWhatWasDoneAndNotTakenBack();
        invariants.acceptedEventsHaveNoGap();
        invariants.feedHasNoGapAndAgreesWithTheSnapshot();
        invariants.everyExceptionalEventHasItsException();
    }

    private List<String> rows(String sql) {
        return warehouse.rows(sql, String.class);
    }

    private void none(String what, String sql) {
        assertThat(rows(sql)).as(what).isEmpty();
    }

    /** I1. */
    private void everyAcknowledgedEventIsThereOnce(TestStation station) {
        List<String> stored = rows("""
            SELECT hash FROM event WHERE company = :company AND warehouse = :warehouse AND station = '%s'
                AND epoch = %d ORDER BY seq\
            """.formatted(station.id, station.epoch));
        List<String> written = station.journal.stream().map(EventCodec::hash).toList();
        assertThat(stored.size()).as("what is acknowledged is stored").isGreaterThanOrEqualTo((int) station.acked);
        assertThat(written.subList(0, stored.size()))
                .as("what is stored was written, in this order")
                .isEqualTo(stored);
    }

    /** I1, for whatever counts: what cannot be read or does not fit moves nothing, and an undo only what it takes back. */
    private void everyMovementCountsOnce() {
        Set<String> takenBack = new HashSet<>(rows("""
            SELECT undone_by FROM event
            WHERE company = :company AND warehouse = :warehouse AND undone_by IS NOT NULL\
            """));
        Map<String, Integer> expected = new TreeMap<>();
        for (String raw : rows("""
            SELECT raw FROM event WHERE company = :company AND warehouse = :warehouse AND event_id IS NOT NULL
                AND status IN ('ACCEPTED', 'EXCEPTION')\
            """)) {
            FloorEvent event = decoded(raw);
            boolean counts = !(event.act() instanceof Act.ActUndone)
                    || takenBack.contains(event.id().value());
            if (counts && !event.movements().isEmpty()) {
                String cause = "%s/%d/%d".formatted(event.station(), event.epoch(), event.seq());
                expected.put(cause, event.movements().size());
            }
        }
        Map<String, Integer> counted = rows("""
            SELECT cause || ' ' || count(*) FROM movement
            WHERE company = :company AND warehouse = :warehouse AND split_part(cause, '/', 1) IN (
                SELECT station FROM event WHERE company = :company AND warehouse = :warehouse)
            GROUP BY cause\
            """).stream()
                .map(row -> row.split(" "))
                .collect(Collectors.toMap(row -> row[0], row -> Integer.valueOf(row[1])));
        assertThat(counted).as("the ledger holds every movement once").containsExactlyInAnyOrderEntriesOf(expected);
    }

    private static FloorEvent decoded(String raw) {
        try {
            return EventCodec.decode(raw.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** I2. */
    private void balancesAreTheSumOfMovements() {
        none("balances that are not the sum of their movements", """
            WITH moved AS (
                SELECT to_place AS place, item, lot, expiry, quantity FROM movement
                WHERE company = :company AND warehouse = :warehouse
                UNION ALL
                SELECT from_place, item, lot, expiry, -quantity FROM movement
                WHERE company = :company AND warehouse = :warehouse),
            summed AS (
                SELECT place, item, lot, expiry, sum(quantity) AS quantity FROM moved
                WHERE split_part(place, ':', 1) IN ('LOCATION', 'LICENSE_PLATE', 'TOTE')
                GROUP BY place, item, lot, expiry)
            SELECT COALESCE(s.place, b.place) || ' ' || COALESCE(s.item, b.item) || ': ' || COALESCE(s.quantity, 0)
                || ' <> ' || COALESCE(b.quantity, 0)
            FROM summed s
            FULL JOIN (SELECT * FROM balance WHERE company = :company AND warehouse = :warehouse) b
                ON b.place = s.place AND b.item = s.item AND b.lot = s.lot AND b.expiry = s.expiry
            WHERE COALESCE(s.quantity, 0) <> COALESCE(b.quantity, 0)\
            """);
        warehouse.expiry.sweep(warehouse.site);
        String today =
                LocalDate.ofInstant(warehouse.time.instant(), ZoneOffset.UTC).toString();
        none("items whose sellable units are not what lies at storage and has not expired", """
            SELECT a.item || ': ' || a.sellable FROM availability a
            WHERE a.company = :company AND a.warehouse = :warehouse AND a.sellable <> COALESCE((
                SELECT sum(b.quantity) FROM balance b JOIN location l ON l.company = b.company
                    AND l.warehouse = b.warehouse AND b.place = 'LOCATION:' || l.location AND l.kind = 'STORAGE'
                WHERE b.company = a.company AND b.warehouse = a.warehouse AND b.item = a.item
                    AND (b.expiry = '' OR b.expiry >= '%s')), 0)\
            """.formatted(today));
    }

    /** I11. */
    private void nothingIsOversoldWithoutAnException() {
        none("items of which more is promised than can be sold, and nobody was told", """
            SELECT a.item || ': ' || a.promised || ' > ' || a.sellable FROM availability a
            WHERE a.company = :company AND a.warehouse = :warehouse AND a.promised > GREATEST(a.sellable, 0)
                AND NOT EXISTS (
                    SELECT 1 FROM exception t
                    WHERE t.company = a.company AND t.warehouse = a.warehouse AND t.kind = 'OVERSOLD' AND t.about = a.item)\
            """);
    }

    /** Promised is what orders hold; allocated is what pick lists claim. */
    private void promisesAddUp() {
        String reserved = """
            WITH reserved AS (
                SELECT p.item, p.lot, p.expiry, 'LOCATION:' || p.location AS place, GREATEST(0,
                    CASE WHEN s.stage IN ('RELEASED', 'PICKED')
                        OR s.stage = 'CANCELLED' AND s.holder IS NOT NULL AND NOT s.cancel_seen
                    THEN p.quantity - p.lost - p.picked - p.written_off
                    ELSE p.shorted - p.written_off END) AS units
                FROM pick_line p JOIN shipment s USING (company, warehouse, shipment)
                WHERE p.company = :company AND p.warehouse = :warehouse)\
            """;
        none("items whose promised units are not what orders hold", reserved + """
            , held AS (
                SELECT item, sum(units) AS units FROM (
                    SELECT item, units FROM reserved
                    UNION ALL
                    SELECT item, promised - allocated FROM order_line
                    WHERE company = :company AND warehouse = :warehouse AND promised > allocated) AS two
                GROUP BY item)
            SELECT COALESCE(a.item, h.item) || ': ' || COALESCE(a.promised, 0) || ' <> ' || COALESCE(h.units, 0)
            FROM (SELECT * FROM availability WHERE company = :company AND warehouse = :warehouse) a
            FULL JOIN held h ON h.item = a.item
            WHERE COALESCE(a.promised, 0) <> COALESCE(h.units, 0)\
            """);
        none("balances whose allocated units are not what pick lists claim", reserved + """
            , claimed AS (
                SELECT place, item, lot, expiry, sum(units) AS units FROM reserved GROUP BY place, item, lot, expiry)
            SELECT COALESCE(b.place, c.place) || ' ' || COALESCE(b.item, c.item) || ': ' || COALESCE(b.allocated, 0)
                || ' <> ' || COALESCE(c.units, 0)
            FROM (SELECT * FROM balance WHERE company = :company AND warehouse = :warehouse) b
            FULL JOIN claimed c ON c.place = b.place AND c.item = b.item AND c.lot = b.lot AND c.expiry = b.expiry
            WHERE COALESCE(b.allocated, 0) <> COALESCE(c.units, 0)\
            """);
    }

    /** I3. */
    private void atMostOneParcelAndOneWaybillAShipment() {
        none("shipments whose stage, parcel and waybill disagree", """
            SELECT s.shipment || ' ' || s.stage FROM shipment s
            LEFT JOIN waybill_pool w ON w.company = s.company AND w.warehouse = s.warehouse AND w.waybill = s.waybill
            LEFT JOIN parcel p ON p.company = s.company AND p.warehouse = s.warehouse AND p.shipment = s.shipment
                AND p.packed AND (p.waybill = s.waybill OR p.waybill IS NULL)
            WHERE s.company = :company AND s.warehouse = :warehouse
                AND ((s.stage = 'PACKED') <> (s.packed_by IS NOT NULL)
                    OR s.packed_by IS NOT NULL AND p.box IS NULL
                    OR p.waybill IS NOT NULL AND w.state IS DISTINCT FROM 'USED'
                    -- Closed with a number that is another's: somebody is asked.
                    OR p.box IS NOT NULL AND p.waybill IS NULL AND NOT EXISTS (
                        SELECT 1 FROM exception x
                        WHERE x.company = s.company AND x.warehouse = s.warehouse AND x.about = s.order_id)
                    OR s.packed_by IS NULL AND w.state = 'USED'
                    OR s.waybill IS NOT NULL AND w.shipment IS DISTINCT FROM s.shipment
                    OR s.token > 0 AND s.waybill IS NULL)\
            """);
        none("boxes whose number is not their shipment's, or not used when they are closed", """
            SELECT p.shipment || ' ' || p.box FROM parcel p
            JOIN shipment s ON s.company = p.company AND s.warehouse = p.warehouse AND s.shipment = p.shipment
            LEFT JOIN waybill_pool w ON w.company = p.company AND w.warehouse = p.warehouse AND w.waybill = p.waybill
            WHERE p.company = :company AND p.warehouse = :warehouse
                AND (p.packed AND s.packed_by IS NULL
                    OR p.waybill IS NOT NULL AND (w.shipment IS DISTINCT FROM p.shipment
                        OR w.state IS DISTINCT FROM CASE WHEN p.packed THEN 'USED' ELSE 'BOUND' END))\
            """);
        none("used numbers on no closed box", """
            SELECT w.waybill FROM waybill_pool w
            LEFT JOIN parcel p ON p.company = w.company AND p.warehouse = w.warehouse AND p.waybill = w.waybill
                AND p.packed
            WHERE w.company = :company AND w.warehouse = :warehouse AND w.state = 'USED' AND p.box IS NULL\
            """);
    }

    /** What an order's lines say is what its pick lists do, and its state follows from it. */
    private void quantitiesAddUp() {
        none("lines of orders that disagree with their pick lists", """
            SELECT l.order_id || '/' || l.line || ': ' || concat_ws(' ', l.allocated, l.picked, l.packed) || ' <> '
                || concat_ws(' ', d.allocated, d.picked, d.packed)
            FROM order_line l LEFT JOIN (
                SELECT s.order_id, p.order_line, sum(CASE WHEN p.refill THEN 0 ELSE p.quantity END) AS allocated,
                    sum(p.picked) AS picked, sum(CASE WHEN s.stage = 'PACKED' THEN p.picked ELSE 0 END) AS packed
                FROM pick_line p JOIN shipment s USING (company, warehouse, shipment)
                WHERE p.company = :company AND p.warehouse = :warehouse AND s.stage <> 'CANCELLED'
                GROUP BY s.order_id, p.order_line) AS d ON d.order_id = l.order_id AND d.order_line = l.line
            WHERE l.company = :company AND l.warehouse = :warehouse
                AND (l.allocated, l.picked, l.packed)
                    <> (COALESCE(d.allocated, 0), COALESCE(d.picked, 0), COALESCE(d.packed, 0))\
            """);
        Map<String, String> states = new HashMap<>();
        Map<String, List<LineQuantities>> lines = new TreeMap<>();
        warehouse.database.read(
                warehouse.site,
                tx -> tx.query("""
                    SELECT * FROM order_line JOIN orders USING (company, warehouse, order_id)
                    WHERE company = :company AND warehouse = :warehouse\
                    """)
                        .map((row, context) -> {
                            String order = row.getString("order_id");
                            states.put(order, row.getString("state"));
                            return lines.computeIfAbsent(order, key -> new ArrayList<>())
                                    .add(OrderQuantities.read(row));
                        })
                        .list());
        lines.forEach((order, all) -> assertThat(states.get(order))
                .as("%s with %s", order, all)
                .isEqualTo(OrderLines.state(all).name()));
    }

    /** Counted from the stored events, without the decisions that the server took on the way. */
    private void progressIsWhatWasDoneAndNotTakenBack() {
        String counted = """
            WITH counted AS (
                SELECT task, type, raw::jsonb -> 'act' AS act FROM event
                WHERE company = :company AND warehouse = :warehouse AND type IN ('Picked', 'PackShorted')
                    AND status = 'ACCEPTED' AND undone_by IS NULL AND task IS NOT NULL),
            done AS (
                SELECT task, line, sum(picked) AS picked, sum(lost) AS lost FROM (
                    SELECT task, (act ->> 'line')::int AS line, (act ->> 'quantity')::int AS picked, 0 AS lost
                    FROM counted WHERE type = 'Picked'
                    UNION ALL
                    SELECT task, (part ->> 'line')::int, -(part ->> 'quantity')::int, (part ->> 'quantity')::int
                    FROM counted, jsonb_array_elements(act -> 'parts') AS part WHERE type = 'PackShorted') AS acts
                GROUP BY task, line)\
            """;
        none("pick lists that disagree with the accepted picks and losses at the bench", counted + """
            SELECT p.shipment || '/' || p.line || ': ' || p.picked || ' <> ' || COALESCE(d.picked, 0)
            FROM pick_line p JOIN shipment s USING (company, warehouse, shipment)
            LEFT JOIN done d ON d.task = s.task AND d.line = p.line
            WHERE p.company = :company AND p.warehouse = :warehouse
                AND (p.picked <> COALESCE(d.picked, 0) OR p.lost <> COALESCE(d.lost, 0))\
            """);
        none("parcels that wait without a shortage, or are short and do not wait", """
            WITH line AS (
                SELECT p.shipment, sum(lost + shorted - replaced - given_up) > 0 AS missed,
                    sum(lost - replaced - given_up) > 0 AS lost
                FROM pick_line p WHERE p.company = :company AND p.warehouse = :warehouse
                GROUP BY p.shipment, p.order_line),
            short AS (SELECT shipment, bool_or(missed) AS missed, bool_or(lost) AS lost FROM line GROUP BY shipment)
            SELECT s.shipment FROM shipment s JOIN short USING (shipment)
            WHERE s.company = :company AND s.warehouse = :warehouse AND (
                s.waiting AND NOT (s.stage IN ('RELEASED', 'PICKED') AND missed)
                OR NOT s.waiting AND (s.stage = 'PICKED' AND missed OR s.stage = 'RELEASED' AND lost))\
            """);
        none("notices that disagree with the accepted receipts", """
            SELECT l.asn || '/' || l.line || ': ' || l.received FROM asn_line l
            WHERE l.company = :company AND l.warehouse = :warehouse AND l.received <> COALESCE((
                SELECT sum((e.raw::jsonb -> 'act' ->> 'quantity')::int) FROM event e
                WHERE e.company = l.company AND e.warehouse = l.warehouse AND e.type = 'GoodsReceived'
                    AND e.status = 'ACCEPTED' AND e.undone_by IS NULL
                    AND e.raw::jsonb -> 'act' ->> 'asn' = l.asn
                    AND (e.raw::jsonb -> 'act' ->> 'line')::int = l.line), 0)\
            """);
        none("closed parcels that were accepted and are not the shipment's", """
            SELECT e.station || '/' || e.seq FROM event e
            WHERE e.company = :company AND e.warehouse = :warehouse AND e.type = 'ShipmentPacked'
                AND e.status = 'ACCEPTED' AND e.undone_by IS NULL AND NOT EXISTS (
                    SELECT 1 FROM shipment s
                    WHERE s.company = e.company AND s.warehouse = e.warehouse AND s.packed_by = e.event_id)\
            """);
    }

    /** I4. */
    private void acceptedEventsHaveNoGap() {
        none("stations whose events have a gap", """
            SELECT h.station || '/' || h.epoch FROM station_head h
            WHERE h.company = :company AND h.warehouse = :warehouse AND h.last_seq > 0 AND h.last_seq <> ALL (
                SELECT unnest(ARRAY[count(*), max(seq)]) FROM event e
                WHERE e.company = h.company AND e.warehouse = h.warehouse AND e.station = h.station
                    AND e.epoch = h.epoch)\
            """);
    }

    /** I5 and I6. */
    private void feedHasNoGapAndAgreesWithTheSnapshot() {
        none("a feed whose numbers have a gap", """
            SELECT h.head || ' ' || count(f.position) FROM feed_head h JOIN feed f USING (company, warehouse)
            WHERE h.company = :company AND h.warehouse = :warehouse
            GROUP BY h.head HAVING h.head <> count(f.position) OR h.head <> max(f.position)\
            """);
        FeedInvariants.check(warehouse);
    }

    /** I8. */
    private void everyExceptionalEventHasItsException() {
        none("exceptional events without an exception", """
            SELECT e.station || '/' || e.seq FROM event e
            LEFT JOIN exception t ON t.company = e.company AND t.warehouse = e.warehouse
                AND t.exception_id = e.exception_id
            WHERE e.company = :company AND e.warehouse = :warehouse AND e.status = 'EXCEPTION'
                AND t.exception_id IS NULL\
            """);
    }
}
