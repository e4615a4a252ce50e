package dev.dockhand.server.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dockhand.model.id.CarrierCode;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.ShipmentId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.model.json.Json;
import dev.dockhand.model.order.Party;
import dev.dockhand.model.task.Lease;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.model.task.TaskStage;
import dev.dockhand.server.dispatch.Routes;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Instants;
import dev.dockhand.server.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a station holds, with recipients. What was done is told as of the station's last accepted event, so that
 * the station can put its own later events on top; so it must be read in one view of the database.
 */
final class Desk {

    private static final ObjectMapper MAPPER = Json.mapper();
    private static final Party ERASED = new Party("", "", "", "");

    private static final String HELD = """
        SELECT s.task, s.shipment, s.order_id, s.stage, s.token, s.tote, s.carrier, s.waybill, s.cut_off,
            %s AS routing, o.service, p.body, l.granted_at
        FROM shipment s
        JOIN orders o ON o.company = s.company AND o.warehouse = s.warehouse AND o.order_id = s.order_id
        JOIN lease l ON l.company = s.company AND l.warehouse = s.warehouse AND l.task = s.task
            AND l.token = s.token
        LEFT JOIN order_party p ON p.company = s.company AND p.warehouse = s.warehouse
            AND p.order_id = s.order_id
        WHERE s.company = :company AND s.warehouse = :warehouse AND s.holder = :station
            AND (s.stage IN ('RELEASED', 'PICKED') AND NOT s.waiting OR s.stage = 'CANCELLED' AND NOT s.cancel_seen)
        ORDER BY s.cut_off, s.shipment\
        """.formatted(Routes.ROUTING);

    private static final String HEAD = """
        SELECT COALESCE(max(h.last_seq), 0) FROM station s
        JOIN station_head h ON h.company = s.company AND h.warehouse = s.warehouse AND h.station = s.station
            AND h.epoch = s.epoch
        WHERE s.company = :company AND s.warehouse = :warehouse AND s.station = :station\
        """;

    private Desk() {}

    /** The personal part of an order as it is stored. */
    record Parties(Party sender, Party recipient, @Nullable String message) {
        private static Parties read(@Nullable String body) {
            try {
                return body == null ? new Parties(ERASED, ERASED, "") : MAPPER.readValue(body, Parties.class);
            } catch (JsonProcessingException e) {
                e.clearLocation();
                throw new IllegalStateException("the stored parties of an order cannot be read");
            }
        }
    }

    /** Last accepted event of the station's current epoch. */
    static long lastSeq(Tx tx, StationId station) {
        return tx.query(HEAD).bind("station", station.value()).mapTo(Long.class).one();
    }

    /** Needs a transaction that sees one state of the database throughout, as {@link Database#read} gives. */
    static List<ShipmentTask> held(Tx tx, StationId station) {
        List<ShipmentTask> bare = tx.query(HELD)
                .bind("station", station.value())
                .map((row, context) -> task(row, station))
                .list();
        Map<ShipmentId, Map<Integer, WorkLine>> lines = Works.lines(
                tx, bare.stream().map(task -> task.shipment().value()).toList());
        long seq = lastSeq(tx, station);
        return bare.stream()
                .map(task -> listing(task, seq, lines.getOrDefault(task.shipment(), Map.of())))
                .toList();
    }

    private static ShipmentTask listing(ShipmentTask task, long seq, Map<Integer, WorkLine> lines) {
        return task.listed(
                seq, lines.values().stream().map(WorkLine::forStation).toList());
    }

    private static ShipmentTask task(ResultSet row, StationId station) throws SQLException {
        Parties parties = Parties.read(row.getString("body"));
        @Nullable String tote = row.getString("tote");
        return new ShipmentTask(
                new TaskId(row.getString("task")),
                new ShipmentId(row.getString("shipment")),
                new OrderId(row.getString("order_id")),
                new Lease(row.getLong("token"), station, Instants.read(row, "granted_at")),
                TaskStage.valueOf(row.getString("stage")),
                0,
                tote == null ? null : new ToteCode(tote),
                new CarrierCode(row.getString("carrier")),
                row.getString("service"),
                row.getString("routing") == null ? "" : row.getString("routing"),
                new WaybillNumber(row.getString("waybill")),
                Instants.read(row, "cut_off"),
                parties.sender(),
                parties.recipient(),
                parties.message() == null ? "" : parties.message(),
                List.of());
    }
}
