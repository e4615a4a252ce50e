package dev.dockhand.station.link;

import dev.dockhand.model.id.StationId;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.protocol.Protocol;
import dev.dockhand.model.task.Shipment;
import dev.dockhand.station.Health;
import dev.dockhand.station.MemoryException;
import dev.dockhand.station.journal.EventSource;
import dev.dockhand.station.link.LinkException.Kind;
import dev.dockhand.station.replica.Replica;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the server's feed, and takes a snapshot when the feed cannot go on. Used by one thread. */
final class Puller {

    private static final Logger LOG = LoggerFactory.getLogger(Puller.class);

    private final ServerApi api;
    private final Replica replica;
    private final SealedPepper pepper;
    private final List<EventSource> journals;
    private final StationId station;
    private final Path incoming;
    private final Contact contact;
    private final Wakes wakes;
    private final Consumer<Feed.Change> listener;
    private final BiConsumer<Health.Kind, String> notices;
    private final BackOff backOff;
    private boolean caughtUp;
    private volatile boolean snapshotWanted;

    /**
     * Whom the puller wakes.
     *
     * @param everybody after the server could not be reached and can be again
     * @param pusher when there is something to send again
     * @param leases when the server's list of leases must be fetched
     */
    record Wakes(Runnable everybody, Runnable pusher, Runnable leases) {}

    /** What a puller works with. */
    record Parts(
            ServerApi api,
            Replica replica,
            SealedPepper pepper,
            List<EventSource> journals,
            StationId station,
            Path incoming,
            Contact contact,
            Consumer<Feed.Change> listener,
            BiConsumer<Health.Kind, String> notices,
            LinkSettings settings,
            RandomGenerator random) {}

    Puller(Parts parts, Wakes wakes) {
        this.api = parts.api();
        this.replica = parts.replica();
        this.pepper = parts.pepper();
        this.journals = List.copyOf(parts.journals());
        this.station = parts.station();
        this.incoming = parts.incoming();
        this.contact = parts.contact();
        this.listener = parts.listener();
        this.notices = parts.notices();
        this.backOff = new BackOff(parts.settings(), parts.random());
        this.wakes = wakes;
    }

    /** What the server told before may be untrue: everything is fetched anew. */
    void wantSnapshot() {
        snapshotWanted = true;
    }

    Duration step() throws InterruptedException {
        try {
            Replica.Position at = replica.position();
            if (at.serverEpoch() == 0 || snapshotWanted) {
                snapshot();
                return Duration.ZERO;
            }
            if (pepper.opened().isEmpty()) {
                fetchPepper();
            }
            return follow(at);
        } catch (LinkException e) {
            LOG.info("pull: {}", e.getMessage());
            contact.failed(e);
            contact.behind(true);
            caughtUp = false;
            return backOff.next(e.retryAfter());
        } catch (MemoryException | IOException e) {
            LOG.error("what the server told could not be kept", e);
            return backOff.next(Duration.ZERO);
        }
    }

    private Duration follow(Replica.Position at)
            throws LinkException, InterruptedException, MemoryException, IOException {
        Feed.Page page;
        try {
            page = api.feed(at, caughtUp ? Protocol.MAX_WAIT_SECONDS : 0);
        } catch (LinkException e) {
            if (e.kind() != Kind.CURSOR_GONE) {
                throw e;
            }
            LOG.info("the feed cannot go on from {}: taking a snapshot", at.cursor());
            snapshot();
            return Duration.ZERO;
        }
        if (page.serverEpoch() != at.serverEpoch()) {
            snapshot();
            return Duration.ZERO;
        }
        if (page.cursor() < at.cursor()) {
            throw LinkException.of(Kind.UNUSABLE, "the feed runs backwards");
        }
        List<Feed.Change> news = page.changes();
        boolean granted = news.stream().anyMatch(this::isNewsOfOurWork);
        replica.apply(page, listener);
        answered();
        if (granted) {
            wakes.leases().run();
        }
        caughtUp = !page.more();
        contact.behind(page.more());
        return Duration.ZERO;
    }

    private boolean isNewsOfOurWork(Feed.Change change) {
        return change instanceof Feed.TaskChanged(Shipment task)
                && station.equals(task.holder())
                && (task.token() > replica.tokenOf(task.task()) || replica.isBehind(task));
    }

    private void answered() {
        backOff.reset();
        if (contact.answered()) {
            wakes.everybody().run();
        }
    }

    private void snapshot() throws LinkException, InterruptedException, MemoryException, IOException {
        contact.behind(true);
        boolean wanted = snapshotWanted;
        snapshotWanted = false;
        try {
            load();
        } catch (LinkException | MemoryException | IOException e) {
            snapshotWanted |= wanted;
            throw e;
        }
    }

    private void load() throws LinkException, InterruptedException, MemoryException, IOException {
        fetchPepper();
        Map<EventSource, Long> acknowledged = new LinkedHashMap<>();
        journals.forEach(journal -> acknowledged.put(journal, journal.acked()));
        Files.deleteIfExists(incoming);
        api.snapshot(incoming);
        answered();
        zipped();
        try {
            replica.load(incoming);
        } catch (MemoryException e) {
            if (e.getCause() instanceof IOException) {
                notices.accept(
                        Health.Kind.ANSWER_REFUSED,
                        "a snapshot: " + e.getCause().getMessage());
                throw LinkException.of(Kind.UNUSABLE, "the snapshot cannot be used: " + e.getCause());
            }
            throw e;
        }
        sendAgain(acknowledged);
        caughtUp = false;
        wakes.leases().run();
    }

    /** Comes before the hashes that need it. A server that does not give it keeps nobody from the rest. */
    private void fetchPepper() throws LinkException, InterruptedException {
        try {
            pepper.keep(api.pepper());
        } catch (LinkException e) {
            if (e.kind() != Kind.FAILED && e.kind() != Kind.UNUSABLE) {
                throw e;
            }
            notices.accept(Health.Kind.ANSWER_REFUSED, "what PINs are checked with: " + e.getMessage());
        }
    }

    /** What was acknowledged before a snapshot and is not in it is gone: the server came back from a backup, told or not. */
    private void sendAgain(Map<EventSource, Long> acknowledged) throws MemoryException {
        for (EventSource journal : journals) {
            long has = replica.toldUpTo(journal.epoch());
            if (has < Objects.requireNonNull(acknowledged.get(journal))) {
                notices.accept(
                        Health.Kind.SERVER_RESTORED,
                        "it has events up to %d of epoch %d, had up to %d"
                                .formatted(has, journal.epoch(), journal.acked()));
                journal.acknowledge(has);
            }
            if (journal.handedOver() > 0) {
                // That it still has what was handed over to it is in no snapshot.
                journal.handOver(0);
            }
        }
        wakes.pusher().run();
    }

    /** Snapshots are kept as gzip, however they came. */
    private void zipped() throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(incoming))) {
            if (in.read() == 0x1f && in.read() == 0x8b) {
                return;
            }
        }
        Path zip = incoming.resolveSibling(incoming.getFileName() + ".zip");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zip), 1 << 16)) {
            Files.copy(incoming, out);
        }
        Files.move(zip, incoming, StandardCopyOption.REPLACE_EXISTING);
    }
}
