package dev.dockhand.server.dispatch;

import dev.dockhand.model.id.CarrierCode;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.model.protocol.Leases;
import dev.dockhand.server.store.Tx;
import java.util.List;

/**
 * Numbers that wait at a station for further boxes, so that one can be begun with the cable pulled. They belong to the station's present
 * enrolment: what an earlier one had is void, since a machine that was lost may have used it.
 */
public final class SpareWaybills {

    private static final int AT_HAND = 4;

    /** A carrier with fewer free numbers has none for further boxes: orders come first. */
    private static final int PLENTY = 50;

    private static final String EPOCH =
            "SELECT epoch FROM station WHERE company = :company AND warehouse = :warehouse AND station = :station";

    private static final String VOID = """
        UPDATE waybill_pool SET state = 'VOID'
        WHERE company = :company AND warehouse = :warehouse AND station = :station AND state = 'RESERVED'
            AND epoch IS DISTINCT FROM :epoch\
        """;

    private static final String WANTED = """
        SELECT s.carrier, :most - (
            SELECT count(*) FROM waybill_pool w
            WHERE w.company = :company AND w.warehouse = :warehouse AND w.station = :station AND w.state = 'RESERVED'
                AND w.carrier = s.carrier) AS units
        FROM shipment s
        WHERE s.company = :company AND s.warehouse = :warehouse AND s.holder = :station
            AND s.stage IN ('RELEASED', 'PICKED')
        GROUP BY s.carrier
        HAVING COALESCE((
            SELECT sum(r.high - r.low + 1) FROM waybill_range r
            WHERE r.company = :company AND r.warehouse = :warehouse AND r.carrier = s.carrier), 0) + (
            SELECT count(*) FROM (
                SELECT FROM waybill_pool w
                WHERE w.company = :company AND w.warehouse = :warehouse AND w.carrier = s.carrier AND w.state = 'FREE'
                LIMIT :plenty) AS free) >= :plenty\
        """;

    private static final String RESERVE = """
        WITH free AS (
            SELECT waybill FROM waybill_pool
            WHERE company = :company AND warehouse = :warehouse AND carrier = :carrier AND state = 'FREE'
            ORDER BY waybill %s LIMIT :units FOR UPDATE SKIP LOCKED)
        UPDATE waybill_pool w SET state = 'RESERVED', station = :station, epoch = :epoch FROM free
        WHERE w.company = :company AND w.warehouse = :warehouse AND w.waybill = free.waybill\
        """;

    private static final String RESERVE_FIRST = RESERVE.formatted("ASC");
    private static final String RESERVE_LAST = RESERVE.formatted("DESC");

    private static final String RESERVE_NEW = """
        INSERT INTO waybill_pool (company, warehouse, waybill, carrier, state, station, epoch)
        SELECT :company, :warehouse, waybill, :carrier, 'RESERVED', :station, :epoch FROM unnest(:waybills) AS waybill
        ON CONFLICT DO NOTHING\
        """;

    private static final String HELD = """
        SELECT w.carrier, w.waybill FROM waybill_pool w
        JOIN station s ON s.company = w.company AND s.warehouse = w.warehouse AND s.station = w.station
            AND s.epoch = w.epoch
        WHERE w.company = :company AND w.warehouse = :warehouse AND w.station = :station AND w.state = 'RESERVED'
        ORDER BY w.carrier, w.waybill\
        """;

    private final WaybillRanges ranges;

    SpareWaybills(WaybillRanges ranges) {
        this.ranges = ranges;
    }

    private record Wanted(CarrierCode carrier, int units) {}

    /** Fills up what waits at a station, for the carriers of its work. */
    public void fill(Tx tx, WaybillPool.End end, StationId station) {
        int epoch = tx.query(EPOCH)
                .bind("station", station.value())
                .mapTo(Integer.class)
                .findFirst()
                .orElse(0);
        tx.update(VOID).bind("station", station.value()).bind("epoch", epoch).execute();
        List<Wanted> wanted = tx.query(WANTED)
                .bind("station", station.value())
                .bind("most", AT_HAND)
                .bind("plenty", PLENTY)
                .map((row, context) -> new Wanted(new CarrierCode(row.getString("carrier")), row.getInt("units")))
                .list();
        for (Wanted want : wanted) {
            if (want.units() > 0) {
                reserve(tx, end, station, epoch, want);
            }
        }
    }

    private void reserve(Tx tx, WaybillPool.End end, StationId station, int epoch, Wanted want) {
        int left = want.units()
                - tx.update(end == WaybillPool.End.FIRST ? RESERVE_FIRST : RESERVE_LAST)
                        .bind("carrier", want.carrier().value())
                        .bind("units", want.units())
                        .bind("station", station.value())
                        .bind("epoch", epoch)
                        .execute();
        if (left > 0) {
            tx.update(RESERVE_NEW)
                    .bind("carrier", want.carrier().value())
                    .bind("station", station.value())
                    .bind("epoch", epoch)
                    .bindArray(
                            "waybills",
                            String.class,
                            ranges.take(tx, end, want.carrier(), left).stream()
                                    .map(WaybillNumber::value)
                                    .toList())
                    .execute();
        }
    }

    /** What waits at a station. */
    public List<Leases.Spare> held(Tx tx, StationId station) {
        return tx.query(HELD)
                .bind("station", station.value())
                .map((row, context) -> new Leases.Spare(
                        new CarrierCode(row.getString("carrier")), new WaybillNumber(row.getString("waybill"))))
                .list();
    }
}
