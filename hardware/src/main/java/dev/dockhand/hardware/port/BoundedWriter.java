package dev.dockhand.hardware.port;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a write that may block for ever end in time: the blocking call runs piece by piece on a helper thread, and is
 * abandoned, and reported, when the port is closed before it came back.
 */
final class BoundedWriter {

    private static final Logger LOG = LoggerFactory.getLogger(BoundedWriter.class);
    private static final int PIECE = 256;

    private final String name;
    private final BlockingWrite port;
    private final ExecutorService helper;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private byte[] given = {};
    private int taken;
    private int told;
    private long job;
    private boolean busy;
    private boolean stop;
    private @Nullable IOException failure;

    BoundedWriter(String name, BlockingWrite port) {
        this.name = name;
        this.port = port;
        // The thread ends after 5 s without work, so a device that is only read has none.
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                1,
                1,
                5,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(2),
                runnable -> Thread.ofPlatform().daemon().name("write " + name).unstarted(runnable));
        pool.allowCoreThreadTimeOut(true);
        this.helper = pool;
    }

    /**
     * Writes within the limit; gives how many bytes the port surely took. What it takes after that, of the piece that was
     * on its way, counts in the next call, if that goes on behind the number given here.
     */
    int write(byte[] bytes, Duration limit) throws PortException {
        long left = limit.toNanos();
        lock.lock();
        try {
            while (busy && left > 0) {
                left = changed.awaitNanos(left);
            }
            if (busy) {
                return 0;
            }
            taken = takenLate(bytes);
            told = 0;
            stop = false;
            busy = true;
            given = bytes.clone();
            long mine = ++job;
            int from = taken;
            byte[] copy = given;
            helper.execute(() -> run(copy, from, mine));
            while (busy && left > 0) {
                left = changed.awaitNanos(left);
            }
            stop = busy;
            told = taken;
            return result();
        } catch (InterruptedException e) {
            stop = true;
            told = taken;
            Thread.currentThread().interrupt();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** How many of the bytes left after the call before had come back; none when these are not what it had left over. */
    private int takenLate(byte[] bytes) {
        int late = taken - told;
        return late > 0 && late <= bytes.length && Arrays.equals(given, told, taken, bytes, 0, late) ? late : 0;
    }

    private int result() throws PortException {
        if (failure != null) {
            throw new PortException(ConnectionState.LOST, name + ": " + failure.getMessage());
        }
        return taken;
    }

    private void run(byte[] bytes, int first, long mine) {
        int from = first;
        try {
            while (from < bytes.length && goOn(mine, from)) {
                from += port.write(bytes, from, Math.min(PIECE, bytes.length - from));
            }
            goOn(mine, from);
        } catch (IOException e) {
            locked(() -> failure = e);
        } catch (RuntimeException e) {
            LOG.error("{}: writing failed", name, e);
            locked(() -> failure = new IOException(e));
        } finally {
            locked(() -> busy = false);
        }
    }

    private boolean goOn(long mine, int done) {
        lock.lock();
        try {
            taken = done;
            return !stop && mine == job;
        } finally {
            lock.unlock();
        }
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the helper; a call that still blocks is left behind and named in the log. */
    void close() {
        lock.lock();
        try {
            stop = true;
            if (busy) {
                LOG.warn("{}: a write did not come back and is abandoned", name);
            }
        } finally {
            lock.unlock();
        }
        helper.shutdownNow();
    }

    /** A write that may block for ever. */
    @FunctionalInterface
    interface BlockingWrite {
        /** Writes some of the bytes; gives how many. */
        int write(byte[] bytes, int from, int length) throws IOException;
    }
}
