package dev.dockhand.station.memory;

import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.catalogue.PinHash;
import dev.dockhand.model.event.Draft;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.protocol.Digest;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.protocol.Leases;
import dev.dockhand.station.Health;
import dev.dockhand.station.MemoryException;
import dev.dockhand.station.Pictures;
import dev.dockhand.station.ReadModel;
import dev.dockhand.station.StationMemory;
import dev.dockhand.station.SyncStatus;
import dev.dockhand.station.journal.Chain;
import dev.dockhand.station.journal.Disk;
import dev.dockhand.station.journal.EventSource;
import dev.dockhand.station.journal.FolderLock;
import dev.dockhand.station.journal.Journal;
import dev.dockhand.station.journal.RealDisk;
import dev.dockhand.station.link.Enroller;
import dev.dockhand.station.link.EnrolmentException;
import dev.dockhand.station.link.Exchange;
import dev.dockhand.station.link.HttpExchange;
import dev.dockhand.station.link.Identity;
import dev.dockhand.station.link.Link;
import dev.dockhand.station.link.SealedPepper;
import dev.dockhand.station.picture.PictureCache;
import dev.dockhand.station.replica.Replica;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A station's memory in a folder. */
public final class Station implements StationMemory {

    private static final Logger LOG = LoggerFactory.getLogger(Station.class);

    private final StationFolder folder;
    private final Identity identity;
    private final Notices notices;
    private final Journals journals;
    private final Journal journal;
    private final Replica replica;
    private final SealedPepper pepper;
    private final PictureCache pictures;
    private final Link link;
    private final List<Consumer<Feed.Change>> changeListeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> workListeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<Leases.Refusal>> refusalListeners = new CopyOnWriteArrayList<>();

    private Station(StationFolder folder, Identity identity, Parts parts, Notices notices, Journals journals)
            throws MemoryException {
        this.folder = folder;
        this.identity = identity;
        this.notices = notices;
        this.journals = journals;
        this.journal = journals.current();
        List<EventSource> sources = journals.all();
        this.replica = Replica.open(new Replica.Parts(
                folder.view(),
                parts.settings().replica(),
                identity.station(),
                identity.warehouse(),
                sources,
                notices::add));
        this.pepper = SealedPepper.read(folder.pepper(), identity);
        this.pictures = PictureCache.open(folder.pictures(), parts.settings().pictures(), parts.clock());
        this.link = new Link(new Link.Parts(
                identity,
                parts.exchanges().to(identity.server()),
                sources,
                replica,
                pepper,
                pictures,
                () -> journal.room() == Health.Room.PLENTY,
                folder.incoming(),
                parts.clock(),
                parts.ticks(),
                parts.random(),
                parts.settings().link(),
                this::clearAway,
                new Link.Listener(this::changed, this::listed, this::refused),
                notices::add));
    }

    /**
     * What a station needs from outside.
     *
     * @param settings bounds
     * @param clock time of day
     * @param ticks nanoseconds that no clock moves, as of {@link System#nanoTime()}
     * @param random chance; thread-safe, such as {@code SecureRandom}
     * @param disk where the journal is
     * @param ahead makes the thread on which the next file of the journal is prepared; shut down with the station
     * @param exchanges the way to a server
     */
    public record Parts(
            StationSettings settings,
            InstantSource clock,
            LongSupplier ticks,
            RandomGenerator random,
            Disk disk,
            Supplier<ExecutorService> ahead,
            Exchanges exchanges) {

        /** This machine's disk and network. */
        public static Parts real(StationSettings settings, InstantSource clock, RandomGenerator random) {
            return new Parts(
                    settings, clock, System::nanoTime, random, new RealDisk(), Parts::thread, HttpExchange::new);
        }

        private static ExecutorService thread() {
            return Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("dockhand-journal-ahead").factory());
        }

        /** The same with another way to the server. */
        public Parts through(Exchanges others) {
            return new Parts(settings, clock, ticks, random, disk, ahead, others);
        }
    }

    /** Makes the way to a server. */
    public interface Exchanges {
        /** The way to the server at an address. */
        Exchange to(URI server);
    }

    /**
     * Opens the memory of an enrolled station and starts its link.
     *
     * @throws MemoryException NOT_ENROLLED, IN_USE, JOURNAL_DAMAGED, UNKNOWN_FORMAT, DISK_FULL or DISK_FAILED
     */
    public static Station open(Path folder, Parts parts) throws MemoryException {
        Station station = openAtRest(folder, parts);
        station.link.start();
        return station;
    }

    /**
     * Opens the memory of an enrolled station, whose link does nothing of itself: only what {@link #step} lets it do.
     *
     * @throws MemoryException as {@link #open}
     */
    public static Station openAtRest(Path folder, Parts parts) throws MemoryException {
        StationFolder where = new StationFolder(folder);
        Identity identity = Identity.read(folder);
        Notices notices = new Notices(parts.clock());
        Journals journals = Journals.open(where, identity, parts, notices);
        try {
            return new Station(where, identity, parts, notices, journals);
        } catch (MemoryException | RuntimeException e) {
            journals.close();
            throw e;
        }
    }

    /**
     * Exchanges a one-time code for a key, and writes it to the folder. A folder that was enrolled before gets a new
     * epoch; what its old journal holds and the server does not have yet is still sent.
     *
     * @param folder the station's folder
     * @param server address of the server
     * @param code the code that a supervisor made for the name
     * @param name name that the station shall have
     * @throws EnrolmentException when the server does not; nothing was changed
     * @throws MemoryException IN_USE while the station runs, DISK_FAILED when the key cannot be written
     */
    public static Identity enrol(Path folder, URI server, String code, StationId name, Exchanges exchanges)
            throws EnrolmentException, MemoryException, InterruptedException {
        try (FolderLock lock = FolderLock.take(folder);
                Exchange exchange = exchanges.to(server)) {
            LOG.debug("{} is ours: {}", folder, lock);
            refuseOtherStation(folder, name);
            Identity identity =
                    new Enroller(exchange, server).enrol(code, name, new StationFolder(folder).newestEpoch());
            identity.write(folder);
            return identity;
        } catch (IOException e) {
            throw new MemoryException(
                    MemoryException.Reason.DISK_FAILED, "the key could not be written to %s".formatted(folder), e);
        }
    }

    private static void refuseOtherStation(Path folder, StationId name) throws EnrolmentException, MemoryException {
        if (Identity.isIn(folder)) {
            StationId before = Identity.read(folder).station();
            if (!before.equals(name)) {
                throw new EnrolmentException(
                        EnrolmentException.Reason.OTHER_STATION, "%s belongs to %s".formatted(folder, before));
            }
        }
    }

    @Override
    public List<FloorEvent> record(List<Draft> drafts) throws MemoryException {
        List<FloorEvent> events = journal.append(drafts);
        if (!events.isEmpty()) {
            replica.journalGrew();
            link.journalGrew();
        }
        return events;
    }

    @Override
    public ReadModel view() {
        return replica.view();
    }

    @Override
    public boolean awaitApplied() {
        return replica.awaitApplied();
    }

    @Override
    public PinHash.Check checkPin(Operator person, String pin) {
        return PinHash.check(person.pinHash(), pin, pepper.opened().orElse(null));
    }

    @Override
    public SyncStatus sync() {
        return link.status();
    }

    @Override
    public Health health() {
        return new Health(journal.room(), journal.freeBytes(), notices.all());
    }

    @Override
    public void onSync(Consumer<SyncStatus> listener) {
        link.onStatus(listener);
    }

    @Override
    public void onChange(Consumer<Feed.Change> listener) {
        changeListeners.add(listener);
    }

    @Override
    public void onWork(Runnable listener) {
        workListeners.add(listener);
    }

    private void changed(Feed.Change change) {
        tell(changeListeners, listener -> listener.accept(change));
    }

    private void refused(Leases.Refusal refusal) {
        tell(refusalListeners, listener -> listener.accept(refusal));
    }

    private void listed() {
        tell(workListeners, Runnable::run);
    }

    private static <L> void tell(List<L> listeners, Consumer<L> news) {
        for (L listener : listeners) {
            try {
                news.accept(listener);
            } catch (RuntimeException e) {
                LOG.error("a listener of changes failed", e);
            }
        }
    }

    @Override
    public void onRefused(Consumer<Leases.Refusal> listener) {
        refusalListeners.add(listener);
    }

    @Override
    public void wantWork(Leases.Request wish) {
        if (journal.room() == Health.Room.NO_NEW_WORK) {
            LOG.warn("no new work is asked for: the disk has {} bytes left", journal.freeBytes());
            return;
        }
        link.want(wish);
    }

    @Override
    public void giveBack(TaskId task) {
        replica.returning(task).whenComplete((done, error) -> {
            if (error != null) {
                LOG.error("work {} could not be marked to be given back", task, error);
            }
            link.giveBack();
        });
    }

    /** Lets the link of a station that was opened at rest do one errand: says how long it would wait until the next time. */
    public Duration step(Link.Errand errand) throws InterruptedException {
        return link.step(errand);
    }

    /** Pictures of items. */
    public Pictures pictures() {
        return pictures;
    }

    /** Who this station is. */
    public Identity identity() {
        return identity;
    }

    /**
     * Facts for {@code status} and {@code doctor}.
     *
     * @param withChain whether to read the whole journal and check that each event follows the one before it
     */
    public StationFacts facts(boolean withChain) throws MemoryException {
        return new StationFacts(
                folder.root(),
                identity.station().value(),
                identity.server(),
                journal.epoch(),
                journal.firstSeq(),
                journal.lastSeq(),
                journal.lastHash(),
                journal.acked(),
                replica.position().cursor(),
                replica.position().serverEpoch(),
                replica.bytes(),
                withChain ? Chain.problem(journal).orElse(null) : null,
                replica.skipped(),
                health(),
                sync());
    }

    /**
     * Sums up what the server told, without own acts on top.
     *
     * @param since parcels that ended before this are left out
     */
    public Digest digest(Instant since) throws InterruptedException {
        return replica.digest(since);
    }

    /** Forgets acknowledged events that are older than the settings keep them. */
    private void clearAway() {
        long upTo = journal.retirable();
        if (upTo > 0) {
            try {
                replica.beforeForgetting(journal.epoch(), upTo);
                journal.retire(upTo);
            } catch (MemoryException e) {
                LOG.warn("old events could not be cleared away: {}", e.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        link.close();
        replica.close();
        journals.close();
    }
}
