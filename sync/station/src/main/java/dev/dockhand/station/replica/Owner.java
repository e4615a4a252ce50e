package dev.dockhand.station.replica;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that writes the read model. */
final class Owner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Owner.class);
    private static final int STOP_MILLIS = 10_000;
    /** Acts of so long a time are applied together: a commit each costs more than the acts, and grows the file. */
    private static final long GATHER_NANOS = 50_000_000;

    private final Store store;
    private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    private final AtomicBoolean catchUpQueued = new AtomicBoolean();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition progress = lock.newCondition();
    private final Thread thread;
    private long applied;
    private int hurried;
    private volatile boolean closing;
    private volatile boolean closed;

    Owner(Store store) {
        this.store = store;
        this.applied = store.applied();
        this.thread = Thread.ofPlatform().daemon().name("dockhand-view").start(this::loop);
    }

    /** Something to write. */
    interface Work {
        void run() throws Exception;
    }

    private void loop() {
        try {
            while (!closed) {
                queue.take().run();
            }
        } catch (InterruptedException e) {
            LOG.warn("the thread of the read model was interrupted and ends");
            closed = true;
        }
    }

    /** Runs work on the thread. When it fails, the read model is made anew and the work is tried once more. */
    CompletableFuture<Void> submit(Work work) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        if (closing) {
            done.completeExceptionally(new IllegalStateException("closed"));
            return done;
        }
        queue.add(() -> {
            try {
                store.healing(work);
                done.complete(null);
            } catch (Exception | Error e) {
                LOG.error("the read model could not be written", e);
                done.completeExceptionally(e);
            }
        });
        note(0);
        return done;
    }

    void catchUp() {
        if (catchUpQueued.compareAndSet(false, true)) {
            submit(() -> {
                gather();
                catchUpQueued.set(false);
                store.catchUp();
                note(store.applied());
            });
        }
    }

    /** Waits for more acts while nobody waits for these and nothing else is to be done. */
    private void gather() throws InterruptedException {
        lock.lock();
        try {
            long nanos = GATHER_NANOS;
            while (nanos > 0 && hurried == 0 && queue.isEmpty() && !closing) {
                nanos = progress.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    private void note(long seq) {
        lock.lock();
        try {
            applied = Math.max(applied, seq);
            progress.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean awaitApplied(long seq, Duration patience) {
        lock.lock();
        try {
            long nanos = patience.toNanos();
            hurried++;
            progress.signalAll();
            if (applied < seq) {
                catchUp();
            }
            while (applied < seq) {
                if (nanos <= 0 || closing) {
                    return false;
                }
                nanos = progress.awaitNanos(nanos);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            hurried--;
            lock.unlock();
        }
    }

    /** Does what is still queued, and ends. */
    @Override
    public void close() {
        closing = true;
        queue.add(() -> closed = true);
        note(0);
        try {
            if (!thread.join(Duration.ofMillis(STOP_MILLIS))) {
                LOG.warn("the read model is still being written");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
