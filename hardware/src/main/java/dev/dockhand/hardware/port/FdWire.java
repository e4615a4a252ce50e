package dev.dockhand.hardware.port;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A wire over a Linux file descriptor that never blocks: the kernel's {@code poll} bounds every call. It may be closed
 * from another thread; the lock keeps a closed descriptor's number from being used again by mistake.
 */
public final class FdWire implements Wire {

    private static final int MOST = 65_536;
    private static final int SLICE_MILLIS = 20;
    private static final int WRITE_PIECE = 4_096;

    private final int fd;
    private final String name;
    private final boolean readable;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment buffer = arena.allocate(MOST);
    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean closed;

    /**
     * Takes over an open descriptor.
     *
     * @param fd a descriptor that was opened with {@link Posix#O_NONBLOCK}
     * @param name what it is, for messages
     * @param readable false when it was opened for writing only
     */
    public FdWire(int fd, String name, boolean readable) {
        this.fd = fd;
        this.name = name;
        this.readable = readable;
    }

    @Override
    public byte[] read(Duration wait) throws PortException {
        long deadline = System.nanoTime() + wait.toNanos();
        while (true) {
            int millis = slice(deadline);
            byte[] bytes = locked(() -> readOnce(millis));
            if (bytes.length > 0 || millis == 0 || Thread.currentThread().isInterrupted()) {
                return bytes;
            }
        }
    }

    private byte[] readOnce(int millis) throws PortException {
        int events = Posix.poll(fd, readable ? Posix.POLLIN : 0, millis);
        if ((events & Posix.POLLIN) != 0) {
            int count = Posix.read(fd, buffer);
            if (count > 0) {
                return buffer.asSlice(0, count).toArray(ValueLayout.JAVA_BYTE);
            }
            if (count < 0 && !isPassing(count)) {
                throw lost("read failed, error " + -count);
            }
            if (count == 0 && (events & Posix.POLLHUP) == 0) {
                // The end of a plain file, or a printer's empty packet: neither is a loss, and neither makes poll wait.
                LockSupport.parkNanos(millis * 1_000_000L);
                return new byte[0];
            }
        }
        if (events > 0 && (events & (Posix.POLLHUP | Posix.POLLERR)) != 0) {
            throw lost("hung up");
        }
        if (events < 0 && !isPassing(events)) {
            throw lost("poll failed, error " + -events);
        }
        return new byte[0];
    }

    @Override
    public int write(byte[] bytes, Duration limit) throws PortException {
        long deadline = System.nanoTime() + limit.toNanos();
        int sent = 0;
        while (sent < bytes.length) {
            int from = sent;
            int millis = slice(deadline);
            int count = locked(() -> writeOnce(bytes, from, millis));
            sent += count;
            if (count == 0 && (millis == 0 || Thread.currentThread().isInterrupted())) {
                break;
            }
        }
        return sent;
    }

    private int writeOnce(byte[] bytes, int from, int millis) throws PortException {
        int events = Posix.poll(fd, Posix.POLLOUT, millis);
        if (events > 0 && (events & (Posix.POLLHUP | Posix.POLLERR)) != 0) {
            throw lost("hung up");
        }
        if (events <= 0 || (events & Posix.POLLOUT) == 0) {
            return 0;
        }
        int count = Posix.write(fd, bytes, from, Math.min(WRITE_PIECE, bytes.length - from));
        if (count == -Posix.ENOSPC) {
            throw new PortException(ConnectionState.BLOCKED, name + ": no space left, or no paper");
        }
        if (count < 0 && !isPassing(count)) {
            throw lost("write failed, error " + -count);
        }
        return Math.max(count, 0);
    }

    private static int slice(long deadline) {
        long left = deadline - System.nanoTime();
        return left <= 0 ? 0 : (int) Math.min(SLICE_MILLIS, left / 1_000_000 + 1);
    }

    private static boolean isPassing(int result) {
        return result == -Posix.EAGAIN || result == -Posix.EINTR;
    }

    private <T> T locked(Step<T> step) throws PortException {
        if (closed) {
            throw lost("closed");
        }
        lock.lock();
        try {
            if (closed) {
                throw lost("closed");
            }
            return step.run();
        } finally {
            lock.unlock();
        }
    }

    private PortException lost(String why) {
        return new PortException(ConnectionState.LOST, name + ": " + why);
    }

    @Override
    public void close() {
        closed = true;
        lock.lock();
        try {
            if (arena.scope().isAlive()) {
                Posix.close(fd);
                arena.close();
            }
        } finally {
            lock.unlock();
        }
    }

    @FunctionalInterface
    private interface Step<T> {
        T run() throws PortException;
    }
}
