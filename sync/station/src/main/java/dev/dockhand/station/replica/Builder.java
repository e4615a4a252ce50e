package dev.dockhand.station.replica;

import dev.dockhand.model.id.StationId;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.station.MemoryException;
import dev.dockhand.station.journal.EventSource;
import dev.dockhand.station.journal.Stored;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the read model from nothing: snapshot, leases, own acts, then the feed's pages. */
final class Builder {

    private static final Logger LOG = LoggerFactory.getLogger(Builder.class);
    private static final int ROWS = 5000;
    private static final int EVENTS = 500;
    private static final int BYTES = 1 << 20;

    private final FeedLog log;
    private final Path kept;
    private final StationId station;
    private final List<EventSource> journals;
    private final Duration openLimit;

    /** Prepares to build; the last of the journals is the one that is written to. */
    Builder(FeedLog log, Path kept, StationId station, List<EventSource> journals, Duration openLimit) {
        this.log = log;
        this.kept = kept;
        this.station = station;
        this.journals = List.copyOf(journals);
        this.openLimit = openLimit;
    }

    int epoch() {
        return journals.getLast().epoch();
    }

    /** Makes the file of a generation from the snapshot and the pages beside it. The caller says that it is complete. */
    Database build(Path file) throws SQLException, IOException, MemoryException {
        return build(file, Database::open);
    }

    /** The same in memory, for a disk that takes no file. */
    Database buildInMemory(Path insteadOf) throws SQLException, IOException, MemoryException {
        return build(insteadOf, Database::inMemory);
    }

    private Database build(Path file, Opening opening) throws SQLException, IOException, MemoryException {
        try {
            return build(file, opening, log.snapshot(), true);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("the kept snapshot cannot be used, a fresh one is needed from the server: {}", e.toString());
            return build(file, opening, null, false);
        }
    }

    /** How an empty database comes to be. */
    private interface Opening {
        Database open(Path file, Duration limit) throws SQLException;
    }

    /** Makes the file of a generation from a snapshot that just came. */
    Database build(Path file, Path snapshot) throws SQLException, IOException, MemoryException {
        return build(file, Database::open, snapshot, false);
    }

    private Database build(Path file, Opening opening, @Nullable Path snapshot, boolean withPages)
            throws SQLException, IOException, MemoryException {
        Files.deleteIfExists(file);
        Database database = opening.open(file, openLimit);
        try {
            fill(database, snapshot, withPages);
            return database;
        } catch (SQLException | IOException | MemoryException | RuntimeException e) {
            database.close();
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private void fill(Database database, @Nullable Path snapshot, boolean withPages)
            throws SQLException, IOException, MemoryException {
        Sql sql = database.writer();
        Tasks tasks = new Tasks(database, station, epoch());
        ServerRows rows = new ServerRows(sql, station, tasks);
        Schema.create(sql);
        Meta meta = new Meta(sql);
        // Before the snapshot: it may tell that held work was cancelled or went to somebody else.
        Kept lasting = Kept.readable(kept);
        lasting.into(sql, tasks, epoch());
        if (snapshot != null && Files.exists(snapshot)) {
            load(snapshot, rows, meta, sql);
        }
        Schema.addKeys(sql);
        OwnActs acts = new OwnActs(database, tasks);
        for (EventSource journal : journals) {
            catchUp(journal, acts, lasting.countedUpTo(journal.epoch()));
            sql.commit();
        }
        if (withPages) {
            log.replay(meta.serverEpoch(), meta.cursor(), page -> {
                for (Feed.Told change : page.told()) {
                    rows.apply(change);
                }
                meta.stand(Replica.Position.after(page));
            });
        }
        database.commit();
    }

    private static void load(Path snapshot, ServerRows rows, Meta meta, Sql sql) throws SQLException, IOException {
        int[] count = {0};
        Feed.SnapshotHead head = FeedLog.read(snapshot, change -> {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("the station closes");
            }
            rows.load(change);
            if (++count[0] % ROWS == 0) {
                rows.flush();
            }
        });
        rows.flush();
        meta.stand(new Replica.Position(head.serverEpoch(), head.cursor(), head.mark()));
        sql.commit();
    }

    /** Adds what a journal holds beyond what is in the tables; the caller commits. */
    static int catchUp(EventSource journal, OwnActs acts, long countedUpTo) throws SQLException, MemoryException {
        int added = 0;
        long next = Math.max(acts.applied(journal.epoch()) + 1, journal.firstSeq());
        long last = journal.lastSeq();
        while (next <= last) {
            List<Stored> page = journal.read(next, EVENTS, BYTES);
            acts.add(journal.epoch(), page, countedUpTo);
            next += page.size();
            added += page.size();
        }
        return added;
    }
}
