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
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the server's feed, and takes a snapshot when the feed cannot go on. Used by one thread. */
final class Puller {

    private static final Logger LOG = LoggerFactory.getLogger(Puller.class);

    private final ServerApi api;
    private final Replica replica;
    private final SealedPepper pepper;
    private final StationId station;
    private final Contact contact;
    private final Wakes wakes;
    private final Consumer<Feed.Change> listener;
    private final BackOff backOff;
    private final Snapshots snapshots;
    private final Comparison comparison;
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
            LongSupplier ticks,
            RandomGenerator random) {}

    Puller(Parts parts, Wakes wakes) {
        this.api = parts.api();
        this.replica = parts.replica();
        this.pepper = parts.pepper();
        this.station = parts.station();
        this.contact = parts.contact();
        this.listener = parts.listener();
        this.backOff = new BackOff(parts.settings(), parts.random());
        this.wakes = wakes;
        this.snapshots = new Snapshots(parts, this::answered);
        this.comparison = new Comparison(
                api,
                replica,
                parts.journals(),
                parts.settings().compareEvery(),
                parts.ticks(),
                parts.random(),
                parts.notices());
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
                snapshots.fetchPepper();
            }
            if (caughtUp && comparison.isDue()) {
                snapshotWanted |= comparison.findsOtherRows(this::followTo);
                if (snapshotWanted || replica.wantsSnapshot()) {
                    snapshot();
                    return Duration.ZERO;
                }
            }
            follow();
            return Duration.ZERO;
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

    private void follow() throws LinkException, InterruptedException, MemoryException, IOException {
        Replica.Position at = replica.position();
        int wait = caughtUp ? comparison.patience(Protocol.MAX_WAIT_SECONDS) : 0;
        boolean more = follow(at, () -> api.feed(at, wait));
        caughtUp = !more;
        contact.behind(more);
    }

    /** Goes on to a cursor and no further, if the server lets it. */
    private void followTo(long cursor) throws LinkException, InterruptedException, MemoryException, IOException {
        boolean moves = true;
        while (moves) {
            Replica.Position at = replica.position();
            moves = at.cursor() < cursor
                    && follow(at, () -> api.feedUpTo(at, cursor))
                    && replica.position().cursor() > at.cursor();
        }
    }

    /** Asks for a stretch of the feed. */
    private interface Asking {
        Feed.Page ask() throws LinkException, InterruptedException;
    }

    /** Takes a stretch of the feed; says whether there is more. */
    private boolean follow(Replica.Position at, Asking asking)
            throws LinkException, InterruptedException, MemoryException, IOException {
        Feed.Page page;
        try {
            page = asking.ask();
        } catch (LinkException e) {
            if (e.kind() != Kind.CURSOR_GONE) {
                throw e;
            }
            LOG.info("the feed cannot go on from {}: taking a snapshot", at.cursor());
            snapshot();
            return true;
        }
        if (page.serverEpoch() != at.serverEpoch()) {
            snapshot();
            return true;
        }
        if (page.cursor() < at.cursor()) {
            throw LinkException.of(Kind.UNUSABLE, "the feed runs backwards");
        }
        boolean granted = page.changes().stream().anyMatch(this::isNewsOfOurWork);
        replica.apply(page, listener);
        answered();
        if (granted) {
            wakes.leases().run();
        }
        return page.more();
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
            snapshots.load();
            comparison.snapshotTaken();
        } catch (LinkException | MemoryException | IOException e) {
            snapshotWanted |= wanted;
            throw e;
        }
        caughtUp = false;
        wakes.pusher().run();
        wakes.leases().run();
    }
}
