package dev.dockhand.station.link;

import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.protocol.Leases;
import dev.dockhand.station.Health;
import dev.dockhand.station.SyncStatus;
import dev.dockhand.station.journal.EventSource;
import dev.dockhand.station.picture.PictureCache;
import dev.dockhand.station.replica.Replica;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * The link to the server: one loop pushes, one follows the feed, one sees to the leases, one fetches pictures, and one watches the four.
 * Always on, whether the server can be reached or not.
 */
public final class Link implements AutoCloseable {

    private final Exchange exchange;
    private final Contact contact;
    private final Leaser leaser;
    private final Replica replica;
    private final Puller puller;
    private final Loop push;
    private final Loop pull;
    private final Loop lease;
    private final Loop pictures;
    private final Loop watch;
    private final Runnable housekeeping;
    private final Duration watchEvery;
    private final BiConsumer<Health.Kind, String> notices;

    /**
     * What a link is made of.
     *
     * @param identity who this station is
     * @param exchange the way to the server; closed with the link
     * @param journals the old epochs that still hold events and, last, the present one
     * @param replica takes what the server tells
     * @param pepper takes what PINs are checked with
     * @param pictures takes pictures of items; their loop comes last of all
     * @param room whether the disk has room for pictures
     * @param incoming file that a snapshot is downloaded to
     * @param clock time of the last contact
     * @param ticks nanoseconds that no clock moves, as of {@link System#nanoTime()}
     * @param random jitter
     * @param settings bounds
     * @param housekeeping done by the watchdog each time
     * @param listener is told what came from the server
     * @param notices is told what happened
     */
    public record Parts(
            Identity identity,
            Exchange exchange,
            List<EventSource> journals,
            Replica replica,
            SealedPepper pepper,
            PictureCache pictures,
            BooleanSupplier room,
            Path incoming,
            InstantSource clock,
            LongSupplier ticks,
            RandomGenerator random,
            LinkSettings settings,
            Runnable housekeeping,
            Listener listener,
            BiConsumer<Health.Kind, String> notices) {}

    /**
     * Who is told what came from the server, once it is in the read model.
     *
     * @param changed told of every change
     * @param listed told that the work that this station holds was listed
     * @param refused told why work that was named is not among it
     */
    public record Listener(Consumer<Feed.Change> changed, Runnable listed, Consumer<Leases.Refusal> refused) {}

    /** Makes a link that does nothing until it is started. */
    public Link(Parts parts) {
        this.exchange = parts.exchange();
        this.replica = parts.replica();
        this.notices = parts.notices();
        this.housekeeping = parts.housekeeping();
        this.watchEvery = parts.settings().watchEvery();
        this.contact = new Contact(parts.journals(), parts.clock());
        ServerApi api = new ServerApi(exchange, ServerApi.keyOf(parts.identity()));
        Pusher pusher = new Pusher(
                api,
                parts.journals(),
                contact,
                new Pusher.Wakes(this::wakeAll, this::fetchLeases, this::fetchSnapshot),
                parts.notices(),
                parts.settings(),
                parts.ticks(),
                parts.random());
        this.leaser = new Leaser(
                api,
                replica,
                contact,
                new Leaser.Wakes(
                        this::wakeAll,
                        parts.listener().listed(),
                        parts.listener().refused()),
                parts.settings(),
                parts.random());
        this.puller = new Puller(
                new Puller.Parts(
                        api,
                        replica,
                        parts.pepper(),
                        parts.journals(),
                        parts.identity().station(),
                        parts.incoming(),
                        contact,
                        parts.listener().changed(),
                        parts.notices(),
                        parts.settings(),
                        parts.ticks(),
                        parts.random()),
                new Puller.Wakes(this::wakeAll, this::journalGrew, this::fetchLeases));
        this.push = new Loop("push", pusher::step);
        this.pull = new Loop("pull", puller::step);
        this.lease = new Loop("lease", leaser::step);
        PictureLoader loader = new PictureLoader(
                api, replica, parts.pictures(), contact, parts.room(), parts.settings(), parts.random());
        this.pictures = new Loop("pictures", loader::step);
        parts.pictures().onWish(pictures::wake);
        this.watch = new Loop("watch", this::watch);
    }

    /** Starts the loops. */
    public void start() {
        push.start();
        pull.start();
        lease.start();
        pictures.start();
        watch.start();
    }

    /** What a link does over and over, each on a thread of its own. */
    public enum Errand {
        /** Sends acts. */
        PUSH,
        /** Follows the feed. */
        PULL,
        /** Sees to the leases. */
        LEASE,
        /** Clears away, and looks after the others. */
        WATCH
    }

    /** Does an errand once, on the caller's thread, in the place of {@link #start()}: says how long to wait until the next time. */
    public Duration step(Errand errand) throws InterruptedException {
        return switch (errand) {
            case PUSH -> push.once();
            case PULL -> pull.once();
            case LEASE -> lease.once();
            case WATCH -> watch.once();
        };
    }

    /** How the station stands with the server. */
    public SyncStatus status() {
        return contact.status();
    }

    /** Tells of every change of the status. */
    public void onStatus(Consumer<SyncStatus> listener) {
        contact.listen(listener);
    }

    /** There is something to push. Waits for nothing: whoever scanned waits for this. */
    public void journalGrew() {
        push.wake();
    }

    /** Asks for work as soon as the server can be reached. */
    public void want(Leases.Request wish) {
        leaser.want(wish);
        lease.wake();
    }

    /** Some work was marked to be given back. */
    public void giveBack() {
        lease.wake();
    }

    private void fetchLeases() {
        leaser.fetch();
        lease.wake();
    }

    private void fetchSnapshot() {
        puller.wantSnapshot();
        pull.wake();
    }

    private void wakeAll() {
        push.wake();
        pull.wake();
        lease.wake();
    }

    private Duration watch() {
        for (Loop loop : List.of(push, pull, lease, pictures)) {
            if (loop.isDead()) {
                notices.accept(Health.Kind.LOOP_RESTARTED, loop.name());
                loop.start();
            }
        }
        housekeeping.run();
        return watchEvery;
    }

    @Override
    public void close() {
        List<Loop> loops = List.of(watch, push, pull, lease, pictures);
        loops.forEach(Loop::stop);
        exchange.close();
        loops.forEach(Loop::join);
    }
}
