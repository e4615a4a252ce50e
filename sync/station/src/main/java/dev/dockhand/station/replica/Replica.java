package dev.dockhand.station.replica;

import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.protocol.Digest;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.protocol.Leases;
import dev.dockhand.model.site.Warehouse;
import dev.dockhand.model.task.Progress;
import dev.dockhand.model.task.Shipment;
import dev.dockhand.model.task.TaskStage;
import dev.dockhand.station.Health;
import dev.dockhand.station.MemoryException;
import dev.dockhand.station.ReadModel;
import dev.dockhand.station.journal.EventSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The read model and the one thread that writes it. Own acts come from the journal, the rest from the link. Thread-safe.
 */
public final class Replica implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Store store;
    private final Owner owner;
    private final View view;
    private final EventSource journal;
    private final StationId station;

    private Replica(Store store, Owner owner, Parts parts) {
        this.store = store;
        this.owner = owner;
        this.journal = parts.journals().getLast();
        this.station = parts.station();
        this.view = new View(this::read, journal.epoch(), store.revisions(), parts.warehouse());
    }

    /**
     * What a replica is made of.
     *
     * @param folder its own folder
     * @param settings its bounds
     * @param station whose acts come on top
     * @param warehouse how the warehouse worked at enrolment
     * @param journals the old epochs that still hold events and, last, the one that is written to
     * @param notices is told what happened; must not block
     */
    public record Parts(
            Path folder,
            ReplicaSettings settings,
            StationId station,
            Warehouse warehouse,
            List<EventSource> journals,
            BiConsumer<Health.Kind, String> notices) {}

    /**
     * Where the feed goes on.
     *
     * @param serverEpoch life of the server's data
     * @param cursor cursor, 0 before the first snapshot
     * @param mark of the server's transaction at the cursor
     */
    public record Position(long serverEpoch, long cursor, String mark) {

        static Position after(Feed.Page page) {
            return new Position(page.serverEpoch(), page.cursor(), page.mark());
        }
    }

    /**
     * Opens the read model, and makes it anew when it is missing, damaged or does not open in time.
     *
     * @throws MemoryException when it cannot be made either
     */
    public static Replica open(Parts parts) throws MemoryException {
        Store store = Store.open(parts);
        return new Replica(store, new Owner(store), parts);
    }

    /** Look-ups. */
    public ReadModel view() {
        return view;
    }

    /** Another number after every change of the catalogue. */
    public long catalogueRevision() {
        return store.revisions().catalogue.get();
    }

    /** Tells that the journal has grown; the new events show soon after. */
    public void journalGrew() {
        owner.catchUp();
    }

    /** Waits until everything that is in the journal now shows; at most some seconds, and says whether it does. */
    public boolean awaitApplied() {
        return owner.awaitApplied(journal.lastSeq(), PATIENCE);
    }

    /** Where the feed goes on. */
    public Position position() {
        return store.position();
    }

    /** Applies a stretch of the feed together with its cursor. */
    public void apply(Feed.Page page, Consumer<Feed.Change> listener) throws MemoryException, InterruptedException {
        run(() -> store.apply(page));
        page.changes().forEach(listener);
    }

    /** Takes a snapshot file in the place of all that the server told before. The file is moved away. */
    public void load(Path snapshot) throws MemoryException, InterruptedException {
        Store.Prepared fresh;
        try {
            fresh = store.prepare(snapshot);
        } catch (SQLException | IOException e) {
            throw new MemoryException(
                    MemoryException.Reason.DISK_FAILED, "no read model could be made of a snapshot", e);
        }
        run(() -> store.adopt(fresh, snapshot));
    }

    /** Takes the server's list of everything that this station holds. */
    public void granted(Leases.Grant grant) throws MemoryException, InterruptedException {
        run(() -> store.change(tasks -> tasks.granted(grant)));
    }

    /** The operator gives work back: it leaves the list soon after, when the answer is complete. */
    public CompletableFuture<Void> returning(TaskId task) {
        return owner.submit(() -> store.change(tasks -> tasks.returning(task)));
    }

    /** The server took work back. */
    public void returned(TaskId task) throws MemoryException, InterruptedException {
        run(() -> store.change(tasks -> tasks.drop(task)));
    }

    /** Work that is to be given back as soon as the server answers. */
    public List<TaskId> waitingToReturn() {
        return read(sql -> sql.list(
                "SELECT id FROM task WHERE mark = 'RETURNING' ORDER BY id", row -> new TaskId(row.getString(1))));
    }

    /** The newest token that is known of a piece of work, 0 when it is not held. */
    public long tokenOf(TaskId task) {
        return view.task(task).map(held -> held.lease().token()).orElse(0L);
    }

    /** Whether the server may know more of a piece of work than the grant that is held: what becomes of missing units, or that some were found. */
    public boolean isBehind(Shipment change) {
        Progress progress = view.progress(change.task());
        return view.task(change.task()).isPresent()
                && (progress.waitsForAnswer() || change.stage() == TaskStage.PICKED && !progress.pickFinished());
    }

    /** Saves what lasts longer than the journal, before it forgets events up to a number. */
    public void beforeForgetting(int epoch, long upTo) throws MemoryException, InterruptedException {
        run(() -> store.forget(epoch, upTo));
    }

    /** What this version does not know of what the server told and the journal holds; it is kept, for a later version to read. */
    public List<String> skipped() {
        return read(sql -> new Skipped(sql).all());
    }

    /** Whether the pages since the last snapshot are many, and only the server can say in fewer lines what they say. */
    public boolean wantsSnapshot() {
        return store.wantsSnapshot();
    }

    /** Up to which of this station's events of an epoch the server has told everything, 0 for none. */
    public long toldUpTo(int epoch) {
        return read(sql -> sql.number("SELECT seq FROM head WHERE epoch = ?", epoch));
    }

    /**
     * Sums up what the server told, as it is in the tables: own acts are not in it. Whoever scans goes on meanwhile.
     *
     * @param since parcels that ended before this are left out
     */
    public Digest digest(Instant since) throws InterruptedException {
        return read(sql -> new Compared(sql, station, since).digest()).orElseThrow(InterruptedException::new);
    }

    /** Bytes of the H2 file. */
    public long bytes() {
        return store.bytes();
    }

    private void run(Owner.Work work) throws MemoryException, InterruptedException {
        CompletableFuture<Void> done = owner.submit(work);
        try {
            done.get();
        } catch (ExecutionException e) {
            throw new MemoryException(
                    MemoryException.Reason.DISK_FAILED, "the read model could not be written", e.getCause());
        }
    }

    private <T> T read(Database.Question<T> question) {
        SQLException first;
        Database asked = store.database();
        try {
            return asked.read(question);
        } catch (SQLException e) {
            first = e;
        }
        try {
            if (!asked.isClosed()) {
                owner.submit(() -> store.heal(asked, first)).get(60, TimeUnit.SECONDS);
            }
            return store.database().read(question);
        } catch (ExecutionException | TimeoutException | SQLException e) {
            first.addSuppressed(e);
            throw new IllegalStateException("the read model cannot be read, and could not be made anew", first);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the read model was made anew", first);
        }
    }

    @Override
    public void close() {
        owner.close();
        store.close();
    }

    /** Stops without closing anything, as a crash would; for tests of what a crash leaves. */
    void crash() throws InterruptedException {
        owner.close();
        // Opened again before that, the file would be the same one to H2, and would be closed under its new user.
        store.database().abandon().join();
    }
}
