package dev.dockhand.server.release;

import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.ShipmentId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.model.task.Shipment;
import dev.dockhand.model.task.TaskStage;
import dev.dockhand.server.stock.Posting;
import dev.dockhand.server.stock.StockKey;
import dev.dockhand.server.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Shipments and their pick lists in the database. Locked in the order of shipments, before any stock is locked. */
public final class Works {

    private static final String LOCK = """
        SELECT shipment, task, order_id, stage, holder, token, tote, waybill, cancel_seen, closed_at,
            closed_by FROM shipment
        WHERE company = :company AND warehouse = :warehouse
            AND (shipment = ANY(:shipments) OR task = ANY(:tasks) OR order_id = ANY(:orders))
        ORDER BY shipment COLLATE "C" FOR UPDATE\
        """;

    private static final String LINES = """
        SELECT shipment, line, item, lot, expiry, location, quantity, picked, shorted, written_off, lost,
            refill
        FROM pick_line
        WHERE company = :company AND warehouse = :warehouse AND shipment = ANY(:shipments)\
        """;

    private static final String SAVE = """
        UPDATE shipment SET stage = :stage, holder = :holder, token = :token, tote = :tote, cancel_seen = :seen,
            waiting = :waiting, closed_at = :closed_at, closed_by = :closed_by
        WHERE company = :company AND warehouse = :warehouse AND shipment = :shipment\
        """;

    private static final String SAVE_LINE = """
        UPDATE pick_line SET quantity = :quantity, picked = :picked, shorted = :shorted, written_off = :written,
            lost = :lost
        WHERE company = :company AND warehouse = :warehouse AND shipment = :shipment AND line = :line\
        """;

    private static final String LEASE_END = """
        UPDATE lease SET how_ended = NULLIF(:how, ''), ended_at = CASE WHEN :how <> '' THEN :at END
        WHERE company = :company AND warehouse = :warehouse AND task = :task AND token = :token\
        """;

    private static final String ORDER_STATE = """
        UPDATE orders SET state = :state
        WHERE company = :company AND warehouse = :warehouse AND order_id = :order AND state <> 'CANCELLED'\
        """;

    private final InstantSource time;

    /** Takes time from outside. */
    public Works(InstantSource time) {
        this.time = time;
    }

    /** Locks and reads work by its keys. Unknown keys are left out. */
    public List<Work> lock(Tx tx, Collection<TaskId> tasks, Collection<ShipmentId> shipments) {
        return lock(
                tx,
                tasks.stream().map(TaskId::value).toList(),
                shipments.stream().map(ShipmentId::value).toList(),
                List.of());
    }

    /** Locks and reads the work of an order; empty when none was released. */
    List<Work> lock(Tx tx, OrderId order) {
        return lock(tx, List.of(), List.of(), List.of(order.value()));
    }

    private static List<Work> lock(Tx tx, List<String> tasks, List<String> shipments, List<String> orders) {
        if (tasks.isEmpty() && shipments.isEmpty() && orders.isEmpty()) {
            return List.of();
        }
        List<Work> bare = tx.query(LOCK)
                .bindArray("tasks", String.class, tasks)
                .bindArray("shipments", String.class, shipments)
                .bindArray("orders", String.class, orders)
                .map((row, context) -> work(row))
                .list();
        Map<ShipmentId, Map<Integer, WorkLine>> lines =
                lines(tx, bare.stream().map(work -> work.shipment().value()).toList());
        return bare.stream()
                .map(work -> work.listing(lines.getOrDefault(work.shipment(), Map.of())))
                .toList();
    }

    static Map<ShipmentId, Map<Integer, WorkLine>> lines(Tx tx, List<String> shipments) {
        Map<ShipmentId, Map<Integer, WorkLine>> lines = new HashMap<>();
        if (shipments.isEmpty()) {
            return lines;
        }
        tx.query(LINES)
                .bindArray("shipments", String.class, shipments)
                .map((row, context) -> Map.entry(new ShipmentId(row.getString("shipment")), line(row)))
                .forEach(entry -> lines.computeIfAbsent(entry.getKey(), key -> new TreeMap<>())
                        .put(entry.getValue().line(), entry.getValue()));
        return lines;
    }

    /**
     * Writes what became of work, and tells the stations where what they know of it is another one. What its
     * lines claim and what its order is promised goes into the posting.
     */
    public void save(Tx tx, Posting posting, Work before, Work after) {
        if (before.equals(after)) {
            return;
        }
        Shipment.Closing end = after.closing();
        tx.update(SAVE)
                .bind("shipment", after.shipment().value())
                .bind("stage", after.stage().name())
                .bind("holder", after.holder() == null ? null : after.holder().value())
                .bind("token", after.token())
                .bind("tote", after.tote() == null ? null : after.tote().value())
                .bind("seen", after.cancelSeen())
                .bind("waiting", after.waits())
                .bind("closed_at", end == null ? null : OffsetDateTime.ofInstant(end.at(), ZoneOffset.UTC))
                .bind(
                        "closed_by",
                        end == null || end.by() == null ? null : end.by().value())
                .execute();
        after.lines().values().forEach(line -> saveLine(tx, posting, before, after, line));
        if (before.stage() != after.stage()) {
            saveOrder(tx, after);
        }
        if (!before.change().equals(after.change()) || !before.demand().equals(after.demand())) {
            tx.tell(after.change());
        }
    }

    private static void saveLine(Tx tx, Posting posting, Work before, Work after, WorkLine line) {
        WorkLine old = before.lines().getOrDefault(line.line(), line);
        int claimed = line.reserved(after.isPickable()) - old.reserved(before.isPickable());
        posting.claim(StockKey.of(line.location(), line.goods()), claimed);
        posting.promise(line.item(), claimed);
        if (!old.equals(line)) {
            tx.update(SAVE_LINE)
                    .bind("shipment", after.shipment().value())
                    .bind("line", line.line())
                    .bind("quantity", line.quantity())
                    .bind("picked", line.picked())
                    .bind("shorted", line.shorted())
                    .bind("written", line.writtenOff())
                    .bind("lost", line.lost())
                    .execute();
        }
    }

    private void saveOrder(Tx tx, Work after) {
        String state = after.isOpen() ? "RELEASED" : after.stage().name();
        tx.update(ORDER_STATE)
                .bind("order", after.order().value())
                .bind("state", state)
                .execute();
        String how = switch (after.stage()) {
            case RELEASED, PICKED -> "";
            case PACKED -> "DONE";
            case CANCELLED -> "CANCELLED";
            case UNKNOWN -> throw new IllegalStateException("the server knows its own stages");
        };
        tx.update(LEASE_END)
                .bind("task", after.task().value())
                .bind("token", after.token())
                .bind("how", how)
                .bind("at", OffsetDateTime.ofInstant(time.instant(), ZoneOffset.UTC))
                .execute();
    }

    private static Work work(ResultSet row) throws SQLException {
        @Nullable String holder = row.getString("holder");
        @Nullable String tote = row.getString("tote");
        @Nullable String waybill = row.getString("waybill");
        return new Work(
                new TaskId(row.getString("task")),
                new ShipmentId(row.getString("shipment")),
                new OrderId(row.getString("order_id")),
                TaskStage.valueOf(row.getString("stage")),
                holder == null ? null : new StationId(holder),
                row.getLong("token"),
                tote == null ? null : new ToteCode(tote),
                waybill == null ? null : new WaybillNumber(waybill),
                row.getBoolean("cancel_seen"),
                closing(row),
                Map.of());
    }

    private static Shipment.@Nullable Closing closing(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("closed_at", OffsetDateTime.class);
        @Nullable String by = row.getString("closed_by");
        return at == null ? null : new Shipment.Closing(at.toInstant(), by == null ? null : new OperatorId(by));
    }

    private static WorkLine line(ResultSet row) throws SQLException {
        return new WorkLine(
                row.getInt("line"),
                StockKey.goods(row),
                new LocationCode(row.getString("location")),
                row.getInt("quantity"),
                row.getInt("picked"),
                row.getInt("shorted"),
                row.getInt("written_off"),
                row.getInt("lost"),
                row.getBoolean("refill"));
    }
}
