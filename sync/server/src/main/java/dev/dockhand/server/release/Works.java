package dev.dockhand.server.release;

import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.ShipmentId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.task.TaskStage;
import dev.dockhand.server.dispatch.Shipments;
import dev.dockhand.server.order.OrderQuantities;
import dev.dockhand.server.stock.Posting;
import dev.dockhand.server.stock.StockKey;
import dev.dockhand.server.store.Columns;
import dev.dockhand.server.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Shipments and their pick lists in the database. Locked in the order of shipments, before any stock is locked. */
public final class Works {

    private static final String LOCK = """
        SELECT shipment, task, order_id, stage, holder, token, tote, %s, cancel_seen, waiting, closed_at,
            closed_by FROM shipment s
        WHERE company = :company AND warehouse = :warehouse
            AND (shipment = ANY(:shipments) OR task = ANY(:tasks) OR order_id = ANY(:orders))
        ORDER BY shipment COLLATE "C" FOR UPDATE\
        """.formatted(Shipments.WAYBILLS);

    private static final String LINES = """
        SELECT shipment, line, item, lot, expiry, location, quantity, picked, shorted, written_off, lost,
            replaced, given_up, refill, order_line
        FROM pick_line
        WHERE company = :company AND warehouse = :warehouse AND shipment = ANY(:shipments)\
        """;

    private static final String SAVE = """
        UPDATE shipment s SET stage = d.stage, holder = d.holder, token = d.token, tote = d.tote, cancel_seen = d.seen,
            waiting = d.waiting, closed_at = d.closed_at::timestamptz, closed_by = d.closed_by
        FROM unnest(:shipments, :stages, :holders, :tokens, :totes, :seen, :waiting, :closed_at, :closed_by)
            AS d (shipment, stage, holder, token, tote, seen, waiting, closed_at, closed_by)
        WHERE s.company = :company AND s.warehouse = :warehouse AND s.shipment = d.shipment\
        """;

    private static final String SAVE_LINES = """
        UPDATE pick_line l SET quantity = d.quantity, picked = d.picked, shorted = d.shorted, written_off = d.written,
            lost = d.lost, replaced = d.replaced, given_up = d.given_up
        FROM unnest(:shipments, :lines, :quantities, :picked, :shorted, :written, :lost, :replaced, :given_up)
            AS d (shipment, line, quantity, picked, shorted, written, lost, replaced, given_up)
        WHERE l.company = :company AND l.warehouse = :warehouse AND l.shipment = d.shipment AND l.line = d.line\
        """;

    private static final String LEASES_END = """
        UPDATE lease l SET how_ended = NULLIF(d.how, ''), ended_at = CASE WHEN d.how <> '' THEN :at END
        FROM unnest(:tasks, :tokens, :hows) AS d (task, token, how)
        WHERE l.company = :company AND l.warehouse = :warehouse AND l.task = d.task AND l.token = d.token\
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

    /** What became of one piece of work. */
    public record Change(Work before, Work after) {

        boolean isNone() {
            return before.equals(after);
        }

        private OrderQuantities.Units units(WorkLine line) {
            WorkLine old = before.lines().get(line.line());
            OrderQuantities.Units units = line.units(after.stage());
            return old == null ? units : units.minus(old.units(before.stage()));
        }
    }

    /** As {@link #save(Tx, Posting, List)}, of one piece of work. */
    public void save(Tx tx, Posting posting, Work before, Work after) {
        save(tx, posting, List.of(new Change(before, after)));
    }

    /**
     * Writes what became of work and of its orders, and tells the stations where what they know of it is another one. What the
     * lines claim and what the orders are promised goes into the posting.
     */
    public void save(Tx tx, Posting posting, List<Change> all) {
        List<Change> changes = all.stream().filter(change -> !change.isNone()).toList();
        if (changes.isEmpty()) {
            return;
        }
        Columns.of(changes.stream().map(Change::after).toList())
                .text("shipments", Work::shipment)
                .text("stages", Work::stage)
                .text("holders", Work::holder)
                .longs("tokens", Work::token)
                .text("totes", Work::tote)
                .flags("seen", Work::cancelSeen)
                .flags("waiting", Work::waits)
                .text(
                        "closed_at",
                        work -> work.closing() == null ? null : work.closing().at())
                .text(
                        "closed_by",
                        work -> work.closing() == null ? null : work.closing().by())
                .in(tx.update(SAVE))
                .execute();
        saveLines(tx, posting, changes);
        endLeases(tx, changes);
        changes.stream()
                .filter(change -> !change.before()
                                .change()
                                .equals(change.after().change())
                        || !change.before().demand().equals(change.after().demand()))
                .forEach(change -> tx.tell(change.after().change()));
    }

    private record Row(ShipmentId shipment, WorkLine line) {}

    private static void saveLines(Tx tx, Posting posting, List<Change> changes) {
        OrderQuantities quantities = new OrderQuantities();
        List<Row> rows = new ArrayList<>();
        for (Change change : changes) {
            for (WorkLine line : change.after().lines().values()) {
                WorkLine old = change.before().lines().getOrDefault(line.line(), line);
                int claimed = line.reserved(change.after().isPickable())
                        - old.reserved(change.before().isPickable());
                posting.claim(StockKey.of(line.location(), line.goods()), claimed);
                posting.promise(line.item(), claimed);
                quantities.add(change.after().order(), line.orderLine(), change.units(line));
                if (!old.equals(line)) {
                    rows.add(new Row(change.after().shipment(), line));
                }
            }
        }
        if (!rows.isEmpty()) {
            Columns.of(rows)
                    .text("shipments", Row::shipment)
                    .ints("lines", row -> row.line().line())
                    .ints("quantities", row -> row.line().quantity())
                    .ints("picked", row -> row.line().picked())
                    .ints("shorted", row -> row.line().shorted())
                    .ints("written", row -> row.line().writtenOff())
                    .ints("lost", row -> row.line().lost())
                    .ints("replaced", row -> row.line().replaced())
                    .ints("given_up", row -> row.line().givenUp())
                    .in(tx.update(SAVE_LINES))
                    .execute();
        }
        quantities.save(tx);
    }

    private void endLeases(Tx tx, List<Change> changes) {
        List<Work> moved = changes.stream()
                .filter(change -> change.before().stage() != change.after().stage())
                .map(Change::after)
                .toList();
        if (!moved.isEmpty()) {
            Columns.of(moved)
                    .text("tasks", Work::task)
                    .longs("tokens", Work::token)
                    .text("hows", work -> how(work.stage()))
                    .in(tx.update(LEASES_END))
                    .bind("at", time.instant())
                    .execute();
        }
    }

    private static String how(TaskStage stage) {
        return switch (stage) {
            case RELEASED, PICKED -> "";
            case PACKED -> "DONE";
            case CANCELLED -> "CANCELLED";
            case UNKNOWN -> throw new IllegalStateException("the server knows its own stages");
        };
    }

    private static Work work(ResultSet row) throws SQLException {
        @Nullable String holder = row.getString("holder");
        @Nullable String tote = row.getString("tote");
        return new Work(
                new TaskId(row.getString("task")),
                new ShipmentId(row.getString("shipment")),
                new OrderId(row.getString("order_id")),
                TaskStage.valueOf(row.getString("stage")),
                holder == null ? null : new StationId(holder),
                row.getLong("token"),
                tote == null ? null : new ToteCode(tote),
                Shipments.waybills(row),
                row.getBoolean("cancel_seen"),
                Shipments.closing(row),
                row.getBoolean("waiting"),
                Map.of());
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
                row.getInt("replaced"),
                row.getInt("given_up"),
                row.getBoolean("refill"),
                row.getInt("order_line"));
    }
}
