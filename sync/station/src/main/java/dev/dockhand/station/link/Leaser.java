package dev.dockhand.station.link;

import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.protocol.Leases;
import dev.dockhand.station.MemoryException;
import dev.dockhand.station.replica.Replica;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for work and gives work back. Used by one thread, asked by any. */
final class Leaser {

    private static final Logger LOG = LoggerFactory.getLogger(Leaser.class);
    private static final Duration IDLE = Duration.ofMinutes(10);

    private final ServerApi api;
    private final Replica replica;
    private final Contact contact;
    private final Wakes wakes;
    private final BackOff backOff;
    private final AtomicReference<@Nullable Wish> wish = new AtomicReference<>();
    private final AtomicBoolean fetch = new AtomicBoolean(true);

    Leaser(
            ServerApi api,
            Replica replica,
            Contact contact,
            Wakes wakes,
            LinkSettings settings,
            RandomGenerator random) {
        this.api = api;
        this.replica = replica;
        this.contact = contact;
        this.wakes = wakes;
        this.backOff = new BackOff(settings, random);
    }

    /**
     * Whom the leaser wakes.
     *
     * @param everybody after the server could not be reached and can be again
     * @param listed when the list of leases is in the read model
     */
    record Wakes(Runnable everybody, Runnable listed) {}

    /**
     * Work that is wanted.
     *
     * @param upTo how many shipments altogether
     * @param order one order in particular, absent for any
     */
    record Wish(int upTo, @Nullable OrderId order) {}

    void want(Wish wanted) {
        wish.set(wanted);
    }

    void fetch() {
        fetch.set(true);
    }

    Duration step() throws InterruptedException {
        try {
            for (TaskId task : replica.waitingToReturn()) {
                api.giveBack(task);
                answered();
                replica.returned(task);
            }
            Wish wanted = wish.get();
            if (wanted != null) {
                granted(api.want(wanted.upTo(), wanted.order()));
                wish.compareAndSet(wanted, null);
            } else if (fetch.get()) {
                granted(api.held());
            }
            return wish.get() == null && !fetch.get() ? IDLE : Duration.ZERO;
        } catch (LinkException e) {
            LOG.info("leases: {}", e.getMessage());
            contact.failed(e);
            if (e.kind() == LinkException.Kind.FAILED && e.status() < 500) {
                // The server will never grant this wish; asking again would change nothing.
                wish.set(null);
            }
            return backOff.next(e.retryAfter());
        } catch (MemoryException e) {
            LOG.error("the leases could not be kept", e);
            return backOff.next(Duration.ZERO);
        }
    }

    private void granted(Leases.Grant grant) throws MemoryException, InterruptedException {
        answered();
        fetch.set(false);
        replica.granted(grant);
        wakes.listed().run();
    }

    private void answered() {
        backOff.reset();
        if (contact.answered()) {
            wakes.everybody().run();
        }
    }
}
