package dev.dockhand.station.replica;

import dev.dockhand.model.id.StationId;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.station.Health;
import dev.dockhand.station.MemoryException;
import dev.dockhand.station.journal.EventSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The H2 file in use and the files beside it. After opening, one thread writes. */
final class Store {

    private static final Logger LOG = LoggerFactory.getLogger(Store.class);

    private final Path folder;
    private final Path kept;
    private final FeedLog log;
    private final Builder builder;
    private final ReplicaSettings settings;
    private final StationId station;
    private final EventSource journal;
    private final BiConsumer<Health.Kind, String> notices;
    private volatile Database database;
    private volatile Replica.Position position = new Replica.Position(0, 0, "");
    private volatile long applied;
    private long keptRevision;
    private volatile boolean wantsSnapshot;
    private final Set<String> toldSkipped = new HashSet<>();
    private final Generations generations;
    private final Revisions revisions = new Revisions();

    private Store(Replica.Parts parts) throws SQLException, IOException, MemoryException {
        this.folder = parts.folder();
        this.kept = folder.resolve("kept.json.gz");
        this.log = new FeedLog(folder);
        this.settings = parts.settings();
        this.station = parts.station();
        this.journal = parts.journals().getLast();
        this.notices = parts.notices();
        this.builder = new Builder(log, kept, station, parts.journals(), settings.openLimit());
        this.generations = new Generations(folder);
        this.keptRevision = Kept.readable(kept).revision();
        this.database = start();
        try {
            finishSwap();
            keep();
        } catch (SQLException e) {
            // Some damage shows in the first write only, or in what only the file beside is made of.
            heal(database, e);
            keep();
        }
        generations.deleteAllBut(database.file());
    }

    static Store open(Replica.Parts parts) throws MemoryException {
        try {
            return new Store(parts);
        } catch (SQLException | IOException e) {
            throw new MemoryException(
                    MemoryException.Reason.DISK_FAILED,
                    "the read model in %s cannot be made".formatted(parts.folder()),
                    e);
        }
    }

    /** A full disk keeps the file of before, which is as good: what it holds is asked of the server again. */
    private void keep() throws SQLException {
        try {
            writeKept();
        } catch (IOException e) {
            LOG.warn("{} could not be written: {}", kept, e.toString());
        }
    }

    private Database start() throws SQLException, IOException, MemoryException {
        Optional<Path> newest = generations.newest();
        boolean lost = newest.isEmpty() && (Files.exists(log.snapshot()) || Files.exists(kept));
        String why = "it was missing";
        if (newest.isPresent()) {
            try {
                Optional<Database> opened = openChecked(newest.get());
                if (opened.isPresent()) {
                    return opened.get();
                }
                LOG.info("{} is of another version or enrolment and is made anew", newest.get());
            } catch (SQLException e) {
                LOG.warn("the read model is damaged and is made anew", e);
                lost = true;
                why = newest.get().getFileName() + " is damaged: " + e.getMessage();
                generations.setAside(newest.get());
            }
        }
        return anew(lost ? why : "");
    }

    private Optional<Database> openChecked(Path file) throws SQLException, MemoryException {
        if (Generations.size(file) == 0) {
            throw new SQLException("the file is empty");
        }
        Database opened = Database.open(file, settings.openLimit());
        try {
            boolean complete = Database.within(settings.openLimit(), () -> {
                Meta meta = new Meta(opened.writer());
                if (!meta.isComplete(journal.epoch())) {
                    return false;
                }
                Schema.check(opened.writer());
                refuseOutOfDate(meta);
                return true;
            });
            if (!complete) {
                opened.close();
                return Optional.empty();
            }
            refuseLostEvents(opened);
            return Optional.of(opened);
        } catch (SQLException | RuntimeException e) {
            opened.abandon();
            throw e instanceof SQLException failure ? failure : new SQLException(e);
        }
    }

    /** A file that lost its end opens as what it was some time ago: without the leases that came since. */
    private void refuseOutOfDate(Meta meta) throws SQLException {
        if (meta.keptRevision() < keptRevision) {
            throw new SQLException("the file is older than the leases beside it");
        }
    }

    /** What was shown and is not in the journal any more is not shown any longer. */
    private void refuseLostEvents(Database opened) throws SQLException {
        long shown = new OwnActs(opened, tasks(opened)).applied(journal.epoch());
        if (shown > journal.lastSeq()) {
            String lost = "event %d was shown, but the journal ends at event %d".formatted(shown, journal.lastSeq());
            notices.accept(Health.Kind.JOURNAL_DAMAGED, lost);
            throw new SQLException(lost);
        }
    }

    /** Brings a file that was just opened or made up to date with the log and the journal. */
    private void finishSwap() throws SQLException, IOException, MemoryException {
        Meta meta = new Meta(database.writer());
        ServerRows rows = rows();
        log.replay(meta.serverEpoch(), meta.cursor(), page -> {
            for (Feed.Told change : page.told()) {
                rows.apply(change);
            }
            meta.stand(Replica.Position.after(page));
        });
        database.commit();
        position = meta.stands();
        catchUp();
        tellSkipped();
        revisions.all();
    }

    private Database completed(Database built) throws SQLException {
        new Meta(built.writer()).complete(journal.epoch());
        built.commit();
        return built;
    }

    private void writeKept() throws SQLException, IOException {
        keptRevision = Math.max(keptRevision, new Meta(database.writer()).keptRevision()) + 1;
        new Meta(database.writer()).keptRevision(keptRevision);
        database.commit();
        Kept.of(database.writer(), journal.epoch(), keptRevision).write(kept);
        database.writer().commit();
    }

    private ServerRows rows() {
        return new ServerRows(database.writer(), station, tasks(database));
    }

    private Tasks tasks(Database of) {
        return new Tasks(of, station, journal.epoch());
    }

    Database database() {
        return database;
    }

    Replica.Position position() {
        return position;
    }

    long applied() {
        return applied;
    }

    Revisions revisions() {
        return revisions;
    }

    long bytes() {
        return database.bytes();
    }

    /** Adds what the journal holds beyond the tables. */
    void catchUp() throws SQLException, MemoryException {
        Tasks tasks = tasks(database);
        OwnActs acts = new OwnActs(database, tasks);
        if (Builder.catchUp(journal, acts, 0) > 0) {
            // Not forced: the journal holds them, and would wait for the disk behind this.
            database.writer().commit();
            noteWork(tasks);
        }
        applied = acts.applied(journal.epoch());
    }

    void apply(Feed.Page page) throws SQLException, IOException {
        Replica.Position after = Replica.Position.after(page);
        if (position.equals(after)) {
            return;
        }
        log.add(position.cursor(), page);
        Tasks tasks = tasks(database);
        ServerRows rows = new ServerRows(database.writer(), station, tasks);
        for (Feed.Told change : page.told()) {
            rows.apply(change);
        }
        new Meta(database.writer()).stand(after);
        database.commit();
        position = after;
        if (page.changes().stream().anyMatch(Store::isOfCatalogue)) {
            revisions.catalogue.incrementAndGet();
        }
        tellSkipped();
        keep(tasks);
        tidy();
    }

    private static boolean isOfCatalogue(Feed.Change change) {
        return change instanceof Feed.ItemChanged || change instanceof Feed.WarehouseChanged;
    }

    /** Tells once of each word that this version does not know; and once more after each start. */
    private void tellSkipped() throws SQLException {
        List<String> fresh = new Skipped(database.writer())
                .all().stream().filter(toldSkipped::add).toList();
        if (!fresh.isEmpty()) {
            notices.accept(Health.Kind.SKIPPED, String.join(", ", fresh));
        }
    }

    boolean wantsSnapshot() {
        return wantsSnapshot;
    }

    /** Something that happens to the leases. */
    interface LeaseWork {
        void on(Tasks tasks) throws SQLException;
    }

    void change(LeaseWork work) throws SQLException, IOException {
        Tasks tasks = tasks(database);
        work.on(tasks);
        database.commit();
        tellSkipped();
        keep(tasks);
    }

    private void noteWork(Tasks tasks) {
        if (tasks.isListChanged()) {
            revisions.work.incrementAndGet();
        }
    }

    private void keep(Tasks tasks) throws SQLException, IOException {
        noteWork(tasks);
        if (!tasks.taken().isEmpty()) {
            notices.accept(Health.Kind.WORK_TAKEN, String.join(", ", tasks.taken()));
        }
        if (tasks.isTouched()) {
            writeKept();
        }
    }

    void forget(int epoch, long upTo) throws SQLException, IOException {
        writeKept();
        database.taskActs().forget(epoch, upTo);
        database.commit();
    }

    /** Makes a file from a server's snapshot, on any thread: the one in use goes on answering and taking acts. */
    Prepared prepare(Path snapshot) throws SQLException, IOException, MemoryException {
        List<Tasks.Held> before = Kept.read(kept).tasks().stream()
                .map(lease -> new Tasks.Held(Mark.valueOf(lease.mark()), lease.task()))
                .toList();
        return new Prepared(builder.build(generations.next(), snapshot), before);
    }

    /**
     * A file that is not in use yet.
     *
     * @param database the file
     * @param leases the leases that it was made with
     */
    record Prepared(Database database, List<Tasks.Held> leases) {}

    /** Puts a prepared file in the place of everything that the server told before. */
    void adopt(Prepared fresh, Path snapshot) throws SQLException, IOException, MemoryException {
        tasks(fresh.database()).carryOver(fresh.leases(), tasks(database).all());
        Spares.told(fresh.database().writer(), Spares.all(database.writer()));
        log.replace(snapshot);
        wantsSnapshot = false;
        swap(completed(fresh.database()));
    }

    /** Makes the file anew from what stands beside it, when somebody found it broken. */
    void heal(Database broken, Exception why) throws SQLException, IOException, MemoryException {
        if (database != broken) {
            return;
        }
        LOG.warn("the read model fails and is made anew", why);
        database = anew("it failed in use: " + why.getMessage());
        broken.abandon();
        finishSwap();
    }

    /**
     * Where the disk takes no file, work goes on from memory: nothing in it is the truth.
     *
     * @param why what happened to the file before, for those who are told; empty where nothing did
     */
    private Database anew(String why) throws SQLException, IOException, MemoryException {
        try {
            Database fresh = completed(builder.build(generations.next()));
            if (!why.isEmpty()) {
                notices.accept(Health.Kind.REBUILT, why);
            }
            return fresh;
        } catch (SQLException e) {
            LOG.warn("no file can be made for the read model, it is kept in memory", e);
            Database fresh = completed(builder.buildInMemory(generations.next()));
            // What an old file says of leases is out of date from now on; the next start makes a new one.
            generations.deleteAllBut(fresh.file());
            notices.accept(Health.Kind.IN_MEMORY, "no file can be made: " + e.getMessage());
            return fresh;
        }
    }

    /** Does something, and once more on a file made anew when H2 fails. */
    void healing(Owner.Work work) throws Exception {
        Database used = database;
        try {
            work.run();
        } catch (SQLException e) {
            LOG.debug("trying again on a fresh file", e);
            heal(used, e);
            work.run();
        }
    }

    /** Keeps the log short and the file small. */
    private void tidy() throws SQLException, IOException {
        boolean isLong = log.pageBytes() > settings.largestLog();
        // What was skipped is in no table, so only the server can write a snapshot that holds it.
        wantsSnapshot = isLong && !new Skipped(database.writer()).all().isEmpty();
        if (isLong && !wantsSnapshot) {
            Path own = folder.resolve("snapshot.new");
            new Dump(database.writer(), station).write(own, position);
            database.writer().commit();
            log.replace(own);
            // The pages are gone: an H2 file from before could not go on from where it stands.
            writeKept();
        }
        if (database.bytes() > settings.largestFile()) {
            try {
                writeKept();
                swap(completed(builder.build(generations.next())));
                LOG.info("the read model had grown too large and was made anew");
            } catch (MemoryException e) {
                throw new IOException(e);
            }
        }
    }

    private void swap(Database fresh) throws SQLException, IOException, MemoryException {
        Database old = database;
        database = fresh;
        finishSwap();
        writeKept();
        old.close();
        Generations.delete(old.file());
    }

    void close() {
        try {
            writeKept();
        } catch (SQLException | IOException e) {
            LOG.warn("{} could not be written: {}", kept, e.toString());
        }
        database.close();
    }
}
