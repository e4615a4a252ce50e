package dev.dockhand.station.link;

import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.protocol.Leases;
import dev.dockhand.station.MemoryException;
import dev.dockhand.station.replica.Replica;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for work and gives work back. Used by one thread, asked by any. */
final class Leaser {

    private static final Logger LOG = LoggerFactory.getLogger(Leaser.class);
    private static final Duration IDLE = Duration.ofMinutes(10);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final ServerApi api;
    private final Replica replica;
    private final Contact contact;
    private final Wakes wakes;
    private final BackOff backOff;
    private final AtomicReference<Leases.@Nullable Request> wish = new AtomicReference<>();
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
     * @param refused when work that was named is not in it
     */
    record Wakes(Runnable everybody, Runnable listed, Consumer<Leases.Refusal> refused) {}

    /** Work that somebody stands and waits for is not displaced by a wish for any. */
    void want(Leases.Request wanted) {
        wish.accumulateAndGet(
                wanted, (before, now) -> before != null && before.isNamed() && !now.isNamed() ? before : now);
    }

    void fetch() {
        fetch.set(true);
    }

    Duration step() throws InterruptedException {
        try {
            List<TaskId> returning = replica.waitingToReturn();
            // What was done under a lease counts only while it is held, so it is told first.
            boolean told = contact.status().waiting() == 0;
            for (TaskId task : told ? returning : List.<TaskId>of()) {
                api.giveBack(task);
                answered();
                replica.returned(task);
            }
            Leases.Request wanted = wish.get();
            if (wanted != null) {
                granted(api.want(wanted));
                wish.compareAndSet(wanted, null);
            } else if (fetch.get()) {
                granted(api.held());
            }
            if (wish.get() != null || fetch.get()) {
                return Duration.ZERO;
            }
            return told || returning.isEmpty() ? IDLE : SOON;
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
        if (grant.refusal() != null) {
            wakes.refused().accept(grant.refusal());
        }
    }

    private void answered() {
        backOff.reset();
        if (contact.answered()) {
            wakes.everybody().run();
        }
    }
}
