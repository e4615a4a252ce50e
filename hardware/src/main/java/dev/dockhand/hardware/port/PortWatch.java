package dev.dockhand.hardware.port;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells when something is plugged in or unplugged. It looks on a thread of its own, because no system tells all of it by
 * itself. A device that is set up needs none of this, its {@link DeviceLink} finds it again; this is for the list of what
 * could be set up.
 */
public final class PortWatch implements AutoCloseable {

    /** Soon enough for a person who stands there with the plug. */
    public static final Duration USUAL = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(PortWatch.class);

    private final PortFinder finder;
    private final Duration pause;
    private final Consumer<Change> listener;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private Set<FoundPort> known;

    /**
     * Watches until it is closed.
     *
     * @param finder lists the ports
     * @param pause how long between two looks
     * @param listener gets each change, on the watching thread
     */
    public PortWatch(PortFinder finder, Duration pause, Consumer<Change> listener) {
        this.finder = finder;
        this.pause = pause;
        this.listener = listener;
        this.known = new LinkedHashSet<>(finder.list());
        this.thread = Thread.ofPlatform().daemon().name("port watch").start(this::run);
    }

    /**
     * What has changed.
     *
     * @param appeared what was plugged in
     * @param vanished what was unplugged
     */
    public record Change(List<FoundPort> appeared, List<FoundPort> vanished) {}

    private void run() {
        try {
            while (!closing.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            LOG.debug("the watch for ports ends");
        }
    }

    private void look() {
        try {
            Set<FoundPort> now = new LinkedHashSet<>(finder.list());
            Change change = new Change(without(now, known), without(known, now));
            known = now;
            if (!change.appeared().isEmpty() || !change.vanished().isEmpty()) {
                listener.accept(change);
            }
        } catch (RuntimeException e) {
            LOG.error("looking for ports failed, the watch goes on", e);
        }
    }

    private static List<FoundPort> without(Set<FoundPort> these, Set<FoundPort> those) {
        return these.stream().filter(port -> !those.contains(port)).toList();
    }

    @Override
    public void close() {
        closing.countDown();
        thread.interrupt();
    }
}
