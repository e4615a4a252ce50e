package dev.dockhand.hardware.port;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A device file on systems without the Linux calls: reads what is there already, writes through a helper thread. */
final class HelperFileWire implements Wire {

    private static final Logger LOG = LoggerFactory.getLogger(HelperFileWire.class);
    private static final int MOST = 65_536;
    private static final long PAUSE_NANOS = 10_000_000;

    private final Path path;
    private final FileInputStream in;
    private final FileOutputStream out;
    private final BoundedWriter writer;

    private HelperFileWire(Path path, FileInputStream in, FileOutputStream out) {
        this.path = path;
        this.in = in;
        this.out = out;
        this.writer = new BoundedWriter(path.toString(), (bytes, from, length) -> {
            out.write(bytes, from, length);
            return length;
        });
    }

    static Wire open(Path path) throws PortException {
        if (!Files.exists(path)) {
            throw new PortException(ConnectionState.ABSENT, "there is no " + path);
        }
        if (!Files.isWritable(path)) {
            throw new PortException(ConnectionState.NO_PERMISSION, "this user may not open " + path);
        }
        try {
            FileInputStream in = new FileInputStream(path.toFile());
            try {
                return new HelperFileWire(path, in, new FileOutputStream(path.toFile(), true));
            } catch (IOException e) {
                in.close();
                throw e;
            }
        } catch (IOException e) {
            throw new PortException(ConnectionState.ABSENT, path + " cannot be opened: " + e.getMessage());
        }
    }

    @Override
    public byte[] read(Duration wait) throws PortException {
        long deadline = System.nanoTime() + wait.toNanos();
        try {
            while (true) {
                int ready = Math.min(in.available(), MOST);
                if (ready > 0) {
                    byte[] bytes = new byte[ready];
                    int count = in.read(bytes);
                    return Arrays.copyOf(bytes, Math.max(count, 0));
                }
                long left = deadline - System.nanoTime();
                if (left <= 0 || Thread.currentThread().isInterrupted()) {
                    return new byte[0];
                }
                LockSupport.parkNanos(Math.min(left, PAUSE_NANOS));
            }
        } catch (IOException e) {
            throw new PortException(ConnectionState.LOST, path + ": " + e.getMessage());
        }
    }

    @Override
    public int write(byte[] bytes, Duration limit) throws PortException {
        return writer.write(bytes, limit);
    }

    @Override
    public void close() {
        writer.close();
        try (out) {
            in.close();
        } catch (IOException e) {
            LOG.debug("{}: closing", path, e);
        }
    }
}
