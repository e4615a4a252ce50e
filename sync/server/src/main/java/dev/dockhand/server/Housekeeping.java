package dev.dockhand.server;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does one job again and again in a thread of its own. A failure is logged, and the next time comes. */
final class Housekeeping implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private final String name;
    private final Duration period;
    private final Runnable job;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    private Housekeeping(String name, Duration period, Runnable job) {
        this.name = name;
        this.period = period;
        this.job = job;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
    }

    /** Starts it; the job runs at once for the first time. */
    static Housekeeping every(Duration period, String name, Runnable job) {
        Housekeeping housekeeping = new Housekeeping(name, period, job);
        housekeeping.thread.start();
        return housekeeping;
    }

    private void run() {
        try {
            do {
                once();
            } while (!closed.await(period.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void once() {
        try {
            job.run();
        } catch (RuntimeException e) {
            LOG.error("{} failed; it is tried again in {} s", name, period.toSeconds(), e);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(Duration.ofSeconds(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
