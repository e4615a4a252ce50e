package dev.dockhand.server.dispatch;

import dev.dockhand.model.id.ShipmentId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.server.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Numbers that stations tell of: a box carries one already, or is to. */
public final class NamedWaybills {

    /** A station may take what is free, and what waits or waited there. */
    private static final String CLAIM = """
        WITH taken AS (
            UPDATE waybill_pool SET state = 'BOUND', shipment = :shipment, station = :station
            WHERE company = :company AND warehouse = :warehouse AND waybill = :waybill
                AND (state = 'FREE' OR state IN ('RESERVED', 'VOID') AND station = :station)
            RETURNING waybill),
        first AS (
            UPDATE shipment s SET waybill = taken.waybill FROM taken
            WHERE s.company = :company AND s.warehouse = :warehouse AND s.shipment = :shipment AND :box = 1),
        further AS (
            INSERT INTO parcel (company, warehouse, shipment, box, waybill)
            SELECT :company, :warehouse, :shipment, :box, waybill FROM taken WHERE :box > 1
            ON CONFLICT (company, warehouse, shipment, box) DO UPDATE SET waybill = excluded.waybill)
        SELECT waybill FROM taken\
        """;

    private static final String COME = """
        INSERT INTO waybill_pool (company, warehouse, waybill, carrier, state)
        VALUES (:company, :warehouse, :waybill, :carrier, 'FREE') ON CONFLICT DO NOTHING\
        """;

    private static final String RETURN = """
        WITH gone AS (
            DELETE FROM parcel
            WHERE company = :company AND warehouse = :warehouse AND shipment = :shipment AND waybill = :waybill
            RETURNING waybill)
        UPDATE waybill_pool w SET state = 'RESERVED', shipment = NULL FROM gone
        WHERE w.company = :company AND w.warehouse = :warehouse AND w.waybill = gone.waybill AND w.state = 'BOUND'\
        """;

    private static final String KNOWN = """
        SELECT waybill, state, shipment, station FROM waybill_pool
        WHERE company = :company AND warehouse = :warehouse AND waybill = ANY(:waybills)\
        """;

    private final WaybillRanges ranges;

    NamedWaybills(WaybillRanges ranges) {
        this.ranges = ranges;
    }

    /**
     * A number that there is.
     *
     * @param number the number
     * @param free whether it belongs to no shipment and waits nowhere
     * @param shipment the shipment that it is bound to
     * @param station the station where it waits or waited, or whose word bound it
     */
    public record Known(
            WaybillNumber number,
            boolean free,
            @Nullable ShipmentId shipment,
            @Nullable StationId station) {

        /** Whether a station may bind it. */
        public boolean isFreeFor(StationId asking) {
            return free || shipment == null && asking.equals(station);
        }
    }

    /** Binds this number to a box that carries it already, by a station's word; false when the station may not. */
    public boolean claim(Tx tx, WaybillNumber number, ShipmentId shipment, int box, StationId station) {
        return take(tx, number, shipment, box, station)
                || ranges.all(tx).stream()
                                        .filter(left -> WaybillRanges.isLeft(List.of(left), number))
                                        .mapToInt(left -> tx.update(COME)
                                                .bind("waybill", number.value())
                                                .bind(
                                                        "carrier",
                                                        left.range().carrier().value())
                                                .execute())
                                        .sum()
                                == 1
                        && take(tx, number, shipment, box, station);
    }

    private static boolean take(Tx tx, WaybillNumber number, ShipmentId shipment, int box, StationId station) {
        return tx.query(CLAIM)
                .bind("waybill", number.value())
                .bind("shipment", shipment.value())
                .bind("box", box)
                .bind("station", station.value())
                .mapTo(String.class)
                .findFirst()
                .isPresent();
    }

    /** That a further box was begun is taken back: its number waits again at its station. */
    public void giveBack(Tx tx, WaybillNumber number, ShipmentId shipment) {
        tx.update(RETURN)
                .bind("waybill", number.value())
                .bind("shipment", shipment.value())
                .execute();
    }

    /** Which of these numbers are in the pool, or left in a range. */
    public List<Known> known(Tx tx, Collection<WaybillNumber> waybills) {
        if (waybills.isEmpty()) {
            return List.of();
        }
        List<Known> known = new ArrayList<>(tx.query(KNOWN)
                .bindArray(
                        "waybills",
                        String.class,
                        waybills.stream().map(WaybillNumber::value).toList())
                .map((row, context) -> known(row))
                .list());
        Set<WaybillNumber> others = new HashSet<>(waybills);
        known.forEach(one -> others.remove(one.number()));
        if (!others.isEmpty()) {
            List<WaybillRanges.Left> left = ranges.all(tx);
            others.stream()
                    .filter(number -> WaybillRanges.isLeft(left, number))
                    .forEach(number -> known.add(new Known(number, true, null, null)));
        }
        return known;
    }

    private static Known known(ResultSet row) throws SQLException {
        @Nullable String shipment = row.getString("shipment");
        @Nullable String station = row.getString("station");
        return new Known(
                new WaybillNumber(row.getString("waybill")),
                row.getString("state").equals("FREE"),
                shipment == null ? null : new ShipmentId(shipment),
                station == null ? null : new StationId(station));
    }
}
