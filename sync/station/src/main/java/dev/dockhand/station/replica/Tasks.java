package dev.dockhand.station.replica;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.id.Identifier;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.protocol.Leases;
import dev.dockhand.model.task.Progress;
import dev.dockhand.model.task.Shipment;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.model.task.TaskStage;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The work that this station holds. Every row keeps its progress, reckoned anew when something about it changes. */
final class Tasks {

    private static final int FINISHED_KEPT = 100;

    private final Sql sql;
    private final TaskActs acts;
    private final StationId station;
    private final int epoch;
    private final List<String> taken = new ArrayList<>();
    private boolean touched;
    private boolean finishedChanged;

    Tasks(Database database, StationId station, int epoch) {
        this.sql = database.writer();
        this.acts = database.taskActs();
        this.station = station;
        this.epoch = epoch;
    }

    /**
     * A row.
     *
     * @param mark what is known of it
     * @param task the grant; without a recipient once that is not needed any more
     */
    record Held(Mark mark, ShipmentTask task) {}

    /** Whether anything but progress changed, so that the file beside must be written. */
    boolean isTouched() {
        return touched;
    }

    /** Whether the list of unfinished work may have changed. */
    boolean isListChanged() {
        return finishedChanged || touched;
    }

    List<Held> all() throws SQLException {
        return sql.list("SELECT mark, json FROM task ORDER BY id", row -> held(row.getString(1), row.getString(2)));
    }

    Optional<Held> one(TaskId id) throws SQLException {
        return sql.first(
                "SELECT mark, json FROM task WHERE id = ?",
                row -> held(row.getString(1), row.getString(2)),
                id.value());
    }

    static Held held(String mark, String json) throws SQLException {
        return new Held(Mark.valueOf(mark), JsonText.read(json, ShipmentTask.class));
    }

    /**
     * Takes over what happened to the leases while this file was made.
     *
     * @param before the leases when that began; what became of them here since, the snapshot told
     * @param present the leases now
     */
    void carryOver(List<Held> before, List<Held> present) throws SQLException {
        Set<TaskId> listed = new HashSet<>();
        for (Held held : present) {
            listed.add(held.task().id());
            Optional<Held> here = one(held.task().id());
            boolean told = here.isPresent()
                    && here.get().mark() != Mark.HELD
                    && here.get().task().lease().token() >= held.task().lease().token();
            if (!told && !before.contains(held)) {
                put(held);
            }
        }
        for (Held held : all()) {
            if (!listed.contains(held.task().id())) {
                drop(held.task().id());
            }
        }
    }

    /** The server's list of everything that this station holds takes the place of the one before. */
    void granted(Leases.Grant grant) throws SQLException {
        Set<TaskId> listed = new HashSet<>();
        Skipped skipped = new Skipped(sql);
        for (Leases.Listed each : grant.listed()) {
            skipped.note(each.unknown());
            // Work that is listed and cannot be read is still held here, as it was known before.
            Identifier.read(each.id(), TaskId::new).ifPresent(listed::add);
        }
        for (ShipmentTask task : grant.tasks()) {
            long token = task.lease().token();
            Optional<Held> before =
                    one(task.id()).filter(held -> held.task().lease().token() >= token);
            if (before.isEmpty() || before.get().mark() == Mark.HELD) {
                put(new Held(Mark.of(task.stage()), task));
            } else {
                put(new Held(before.get().mark(), task));
            }
        }
        for (Held held : all()) {
            boolean gone = !listed.contains(held.task().id());
            if (gone && (held.mark() == Mark.RETURNING || held.mark() == Mark.HELD && !isPackedHere(held.task()))) {
                drop(held.task().id());
            }
        }
        touched |= Spares.told(sql, grant.spare());
        forgetOldest();
    }

    /** Finished work stays a while to be looked at, not for ever. */
    private void forgetOldest() throws SQLException {
        int gone = sql.update("""
            DELETE FROM task WHERE finished AND mark IN ('PACKED', 'CANCELLED') AND id NOT IN (
                SELECT id FROM task WHERE finished AND mark IN ('PACKED', 'CANCELLED')
                ORDER BY cut_off DESC, id LIMIT ?)
            """, FINISHED_KEPT);
        touched |= gone > 0;
        Shipments.forgetOldest(sql);
    }

    private boolean isPackedHere(ShipmentTask task) throws SQLException {
        return progress(task.id()).packedOut();
    }

    /** The feed told a new state of some shipment's work; older news than the grant say nothing. */
    void changed(Shipment change) throws SQLException {
        Optional<Held> known = one(change.task());
        if (known.isEmpty() || change.token() < known.get().task().lease().token()) {
            return;
        }
        ShipmentTask task = known.get().task();
        boolean sameGrant = change.token() == task.lease().token();
        if (change.stage() == TaskStage.CANCELLED) {
            put(new Held(Mark.CANCELLED, task));
        } else if (change.stage() == TaskStage.PACKED && sameGrant) {
            put(new Held(Mark.PACKED, task));
        } else if (!station.equals(change.holder())) {
            if (!sameGrant && known.get().mark().isBegun(progress(change.task()))) {
                taken.add(change.order().value());
            }
            drop(change.task());
        }
    }

    /**
     * A snapshot tells how far some shipment is: what a server that came back from a backup has not called off yet is not called off.
     * The list of leases, which is asked for behind each snapshot, brings the address again.
     */
    void snapshot(Shipment shipment) throws SQLException {
        Optional<Held> known = one(shipment.task());
        boolean isOpen = shipment.stage() == TaskStage.RELEASED || shipment.stage() == TaskStage.PICKED;
        if (isOpen
                && station.equals(shipment.holder())
                && known.isPresent()
                && known.get().mark() == Mark.CANCELLED
                && known.get().task().lease().token() == shipment.token()) {
            put(new Held(Mark.HELD, known.get().task()));
        } else {
            changed(shipment);
        }
    }

    /** Orders that were begun here and that somebody else has now; a picked tote that went to its bench is not among them. */
    List<String> taken() {
        return taken;
    }

    /** The server has this station's events up to a number: who packed and told needs no address any more. */
    void told(int ofEpoch, long seq) throws SQLException {
        if (ofEpoch != epoch) {
            return;
        }
        for (Held held : sql.list(
                "SELECT mark, json FROM task WHERE mark = 'HELD' AND finished",
                row -> held(row.getString(1), row.getString(2)))) {
            boolean packed = events(held.task().id()).stream()
                    .anyMatch(event -> event.seq() <= seq && event.act() instanceof Act.ShipmentPacked);
            if (packed) {
                put(new Held(Mark.PACKED, held.task()));
            }
        }
    }

    /** Writes a row and reckons its progress. */
    void put(Held held) throws SQLException {
        ShipmentTask task = held.mark() == Mark.CANCELLED ? Recipients.erased(held.task()) : held.task();
        sql.update(
                "MERGE INTO task(id, mark, cut_off, finished, order_key, waybill_key, json, progress) KEY(id)"
                        + " VALUES(?, ?, ?, FALSE, ?, ?, ?, '{}')",
                task.id().value(),
                held.mark().name(),
                task.cutOff().toEpochMilli(),
                Shipments.key(task.order()),
                Shipments.key(task.waybill()),
                JsonText.of(task));
        if (held.mark() == Mark.PACKED) {
            Recipients.forgetOldest(sql, task.id());
        }
        reckon(task.id());
        touched = true;
    }

    void drop(TaskId id) throws SQLException {
        touched |= sql.update("DELETE FROM task WHERE id = ?", id.value()) > 0;
    }

    /** The operator gave it back. */
    void returning(TaskId id) throws SQLException {
        Optional<Held> held = one(id);
        if (held.isPresent() && held.get().mark() == Mark.HELD) {
            put(new Held(Mark.RETURNING, held.get().task()));
        }
    }

    /** Reckons the progress of a piece of work anew, if it is held. */
    void reckon(TaskId id) throws SQLException {
        Optional<Held> known = one(id);
        if (known.isEmpty()) {
            return;
        }
        Held held = known.get();
        Progress progress = new Reckoning(events(id)).progress(held.task(), held.mark() == Mark.CANCELLED);
        boolean finished = held.mark().isFinished(progress);
        finishedChanged |= sql.update(
                        "UPDATE task SET finished = ? WHERE id = ? AND finished <> ?", finished, id.value(), finished)
                > 0;
        sql.update(
                "UPDATE task SET progress = ?, tote_key = ? WHERE id = ?",
                JsonText.of(progress),
                Shipments.key(progress.tote()),
                id.value());
        Shipments.boxes(sql, id, progress.waybills());
    }

    Progress progress(TaskId id) throws SQLException {
        return sql.first("SELECT progress FROM task WHERE id = ?", JsonText.row(Progress.class), id.value())
                .orElse(Progress.NONE);
    }

    private List<FloorEvent> events(TaskId id) throws SQLException {
        return acts.of(epoch, id);
    }
}
