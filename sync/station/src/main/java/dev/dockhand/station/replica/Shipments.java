package dev.dockhand.station.replica;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.id.Identifier;
import dev.dockhand.model.id.OrderNumber;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.model.task.Progress;
import dev.dockhand.model.task.Shipment;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.model.task.TaskStage;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Every shipment of the warehouse by its order number, its waybill and its tote: the server's rows, own acts on top. */
final class Shipments {

    /** A month of a large warehouse. */
    private static final int ENDED_KEPT = 100_000;

    private static final int SPARE = 1_000;
    private static final String COLUMNS = "shipment(task, order_key, waybill_key, tote_key, ended, json)";

    /** For a snapshot, whose tables are empty. */
    static final String NEW = "INSERT INTO " + COLUMNS + " VALUES(?, ?, ?, ?, ?, ?)";

    private static final String NEWEST = "MERGE INTO " + COLUMNS + " KEY(task) VALUES(?, ?, ?, ?, ?, ?)";

    private static final String NAMED = """
        SELECT task FROM shipment WHERE order_key = ? UNION SELECT task FROM shipment WHERE waybill_key = ?
        UNION SELECT task FROM shipment WHERE tote_key = ? UNION SELECT id FROM task WHERE order_key = ?
        UNION SELECT id FROM task WHERE waybill_key = ? UNION SELECT id FROM task WHERE tote_key = ?
        UNION SELECT s.task FROM box b JOIN shipment s ON s.task = b.task WHERE b.waybill_key = ?
        UNION SELECT t.id FROM box b JOIN task t ON t.id = b.task WHERE b.waybill_key = ?
        """;

    private static final String FORGET = """
        DELETE FROM shipment WHERE ended <= (
            SELECT ended FROM shipment WHERE ended IS NOT NULL ORDER BY ended DESC LIMIT 1 OFFSET ?)
        """;

    private static final Comparator<Shipment> OPEN_FIRST_THEN_NEWEST = Comparator.comparing(
                    (Shipment shipment) -> shipment.stage() == TaskStage.CANCELLED)
            .thenComparing(shipment -> shipment.stage() == TaskStage.PACKED)
            .thenComparing(Shipments::ended, Comparator.reverseOrder())
            .thenComparing(shipment -> shipment.task().value());

    private Shipments() {}

    /** How a code stands in a key: whoever scans does not know upper from lower case. */
    static @Nullable String key(@Nullable Identifier code) {
        return code == null ? null : code.value().toUpperCase(Locale.ROOT);
    }

    private static long ended(Shipment shipment) {
        return shipment.closing() == null
                ? Long.MAX_VALUE
                : shipment.closing().at().toEpochMilli();
    }

    /** The server told a new state. */
    static void told(Sql sql, Shipment shipment) throws SQLException {
        sql.update(NEWEST, row(shipment));
        boxes(sql, shipment.task(), shipment.waybills());
    }

    /** A row of a snapshot. */
    static void load(Sql sql, Shipment shipment) throws SQLException {
        sql.add(NEW, row(shipment));
        boxes(sql, shipment.task(), shipment.waybills());
    }

    /** A label of any box names its shipment; what is no box any more is left, since it is looked at whether it still is. */
    static void boxes(Sql sql, TaskId task, List<WaybillNumber> waybills) throws SQLException {
        for (WaybillNumber further : waybills.subList(Math.min(1, waybills.size()), waybills.size())) {
            sql.update("MERGE INTO box(waybill_key, task) KEY(waybill_key) VALUES(?, ?)", key(further), task.value());
        }
    }

    /** The columns of a shipment; its record comes last. */
    static @Nullable Object[] row(Shipment shipment) {
        return new @Nullable Object[] {
            shipment.task().value(),
            key(shipment.order().number()),
            shipment.waybills().isEmpty() ? null : key(shipment.waybills().getFirst()),
            key(shipment.tote()),
            shipment.closing() == null ? null : ended(shipment),
            JsonText.of(shipment)
        };
    }

    /** Ended ones are kept for a while, not for ever. */
    static void forgetOldest(Sql sql) throws SQLException {
        if (sql.number("SELECT COUNT(*) FROM shipment") > ENDED_KEPT + SPARE) {
            sql.update(FORGET, ENDED_KEPT);
        }
    }

    /** Everything that a code may name, open ones first, then the newest. */
    static List<Shipment> named(Sql sql, String code) throws SQLException {
        String order = key(read(code, OrderNumber::new));
        String waybill = key(read(code, WaybillNumber::new));
        String tote = key(read(code, ToteCode::new));
        Set<String> tasks = new LinkedHashSet<>(
                sql.list(NAMED, row -> row.getString(1), order, waybill, tote, order, waybill, tote, waybill, waybill));
        List<Shipment> found = new ArrayList<>();
        for (String task : tasks) {
            Shipment now = now(sql, task);
            if (Objects.equals(key(now.order().number()), order)
                    || waybill != null && now.waybills().stream().anyMatch(number -> waybill.equals(key(number)))
                    || tote != null && tote.equals(key(now.tote()))) {
                found.add(now);
            }
        }
        found.sort(OPEN_FIRST_THEN_NEWEST);
        return List.copyOf(found);
    }

    private static @Nullable Identifier read(String code, Function<String, ? extends Identifier> kind) {
        return Identifier.<Identifier>read(code, kind::apply).orElse(null);
    }

    private static Shipment now(Sql sql, String task) throws SQLException {
        Optional<Shipment> told =
                sql.first("SELECT json FROM shipment WHERE task = ?", JsonText.row(Shipment.class), task);
        Optional<Held> held = sql.first(
                "SELECT mark, json, progress FROM task WHERE id = ?",
                row -> new Held(
                        row.getString(1),
                        JsonText.read(row.getString(2), ShipmentTask.class),
                        JsonText.read(row.getString(3), Progress.class)),
                task);
        // Of what has ended nothing of this station's own is newer, and it may lack acts of an earlier enrolment.
        boolean ended = told.map(Shipment::closing).isPresent();
        return held.isPresent() && !ended ? with(sql, held.get()) : told.orElseThrow();
    }

    private record Held(String mark, ShipmentTask task, Progress progress) {}

    private static Shipment with(Sql sql, Held held) throws SQLException {
        ShipmentTask task = held.task();
        Progress progress = held.progress();
        return new Shipment(
                task.id(),
                task.shipment(),
                task.order(),
                stage(progress),
                held.mark().equals(Mark.RETURNING.name()) ? null : task.lease().station(),
                task.lease().token(),
                progress.tote(),
                progress.waybills(),
                progress.packedOut() ? closedHere(sql, task) : null);
    }

    private static TaskStage stage(Progress progress) {
        if (progress.cancelled()) {
            return TaskStage.CANCELLED;
        }
        if (progress.packedOut()) {
            return TaskStage.PACKED;
        }
        return progress.pickFinished() ? TaskStage.PICKED : TaskStage.RELEASED;
    }

    private static Shipment.@Nullable Closing closedHere(Sql sql, ShipmentTask task) throws SQLException {
        List<FloorEvent> events = sql.list(
                "SELECT json FROM own_event WHERE task = ? ORDER BY epoch, seq",
                JsonText.row(FloorEvent.class),
                task.id().value());
        return events.reversed().stream()
                .filter(event -> event.act() instanceof Act.ShipmentPacked)
                .findFirst()
                .map(event -> new Shipment.Closing(event.at(), event.operator()))
                .orElse(null);
    }
}
