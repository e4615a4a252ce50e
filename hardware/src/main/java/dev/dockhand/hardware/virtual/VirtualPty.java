package dev.dockhand.hardware.virtual;

import dev.dockhand.hardware.port.FdWire;
import dev.dockhand.hardware.port.PortAddress;
import dev.dockhand.hardware.port.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A device on a serial line: a Linux PTY whose path is a link that stays the same through unplugging, as the links of
 * {@code /dev/serial/by-path} do. Baud rate and parity are accepted and have no effect. As on a real line the device does
 * not know whether somebody listens.
 */
public final class VirtualPty implements FarEnd {

    private final Dials dials = new Dials();
    private final ReentrantLock lock = new ReentrantLock();
    private final Path link;
    private @Nullable Plugged plugged;
    private @Nullable DeviceThread thread;
    private boolean closed;

    /**
     * Makes a PTY.
     *
     * @param link where the link to it is put; its folder exists
     */
    public VirtualPty(Path link) {
        this.link = link;
        replug();
    }

    /** Whether this machine has PTYs that can be made here. */
    public static boolean supported() {
        return PtyPair.supported();
    }

    @Override
    public PortAddress.Serial address() {
        return new PortAddress.Serial(link.toString(), 9_600, 8, PortAddress.Parity.NONE, 1);
    }

    @Override
    public Dials dials() {
        return dials;
    }

    @Override
    public void serve(VirtualDevice device) {
        thread = new DeviceThread("pty " + link.getFileName(), this::next, device);
    }

    private @Nullable Wire next(Duration wait) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        lock.lock();
        try {
            if (plugged != null) {
                return new DialledWire(new Unclosed(plugged.wire), dials, this::unplug);
            }
        } finally {
            lock.unlock();
        }
        LockSupport.parkNanos(wait.toNanos());
        return null;
    }

    @Override
    public void unplug() {
        lock.lock();
        try {
            if (plugged != null) {
                Files.deleteIfExists(link);
                plugged.wire.close();
                plugged.pair.closeSlave();
                plugged = null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void replug() {
        lock.lock();
        try {
            if (plugged == null && !closed) {
                PtyPair pair = PtyPair.open();
                plugged = new Plugged(pair, new FdWire(pair.master(), link.toString(), true));
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, pair.path());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isPluggedIn() {
        lock.lock();
        try {
            return plugged != null;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            unplug();
        } finally {
            lock.unlock();
        }
        if (thread != null) {
            thread.close();
        }
    }

    private record Plugged(PtyPair pair, FdWire wire) {}

    /** The line of a device that ended its talk stays plugged in. */
    private record Unclosed(Wire wire) implements Wire {
        @Override
        public byte[] read(Duration wait) throws dev.dockhand.hardware.port.PortException {
            return wire.read(wait);
        }

        @Override
        public int write(byte[] bytes, Duration limit) throws dev.dockhand.hardware.port.PortException {
            return wire.write(bytes, limit);
        }

        @Override
        public void close() {
            // unplug() closes it
        }
    }
}
