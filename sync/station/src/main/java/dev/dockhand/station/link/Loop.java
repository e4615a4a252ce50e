package dev.dockhand.station.link;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that does a step, waits as long as the step says or until it is woken, and goes on. */
final class Loop {

    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(5);
    private static final int STOP_MILLIS = 5_000;

    private final String name;
    private final Step step;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean woken;
    private volatile boolean stopped;
    private volatile @Nullable Thread thread;

    Loop(String name, Step step) {
        this.name = name;
        this.step = step;
    }

    /** Does something and says how long to wait until the next time. */
    interface Step {
        Duration run() throws InterruptedException;
    }

    String name() {
        return name;
    }

    void start() {
        thread = Thread.ofPlatform()
                .daemon()
                .name("dockhand-" + name)
                .uncaughtExceptionHandler((dead, error) -> LOG.error("{} died", name, error))
                .start(this::run);
    }

    /** Whether it should run and does not. */
    boolean isDead() {
        Thread running = thread;
        return !stopped && running != null && !running.isAlive();
    }

    /** Ends the wait now. */
    void wake() {
        lock.lock();
        try {
            woken = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Asks the thread to end. */
    void stop() {
        stopped = true;
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    /** Waits until the thread has ended, at most some seconds. */
    void join() {
        Thread running = thread;
        if (running == null) {
            return;
        }
        try {
            if (!running.join(Duration.ofMillis(STOP_MILLIS))) {
                LOG.warn("{} does not end", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopped) {
            try {
                await(once());
            } catch (InterruptedException e) {
                LOG.debug("{} was interrupted", name);
            }
        }
    }

    /** Does the step once, on the caller's thread, and says how long to wait until the next time. */
    Duration once() throws InterruptedException {
        try {
            return step.run();
        } catch (RuntimeException e) {
            LOG.error("{} failed, going on", name, e);
            return AFTER_A_FAILURE;
        }
    }

    private void await(Duration time) throws InterruptedException {
        lock.lock();
        try {
            long nanos = time.toNanos();
            while (!woken && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            woken = false;
        } finally {
            lock.unlock();
        }
    }
}
