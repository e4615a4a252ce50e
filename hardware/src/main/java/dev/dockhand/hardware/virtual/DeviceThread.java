package dev.dockhand.hardware.virtual;

import dev.dockhand.hardware.port.PortException;
import dev.dockhand.hardware.port.Wire;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a virtual device at its far end: takes a line, lets the device speak, takes the next. */
final class DeviceThread {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceThread.class);
    private static final Duration PATIENCE = Duration.ofMillis(50);

    private final Lines lines;
    private final VirtualDevice device;
    private final Thread thread;
    private volatile boolean closing;

    DeviceThread(String name, Lines lines, VirtualDevice device) {
        this.lines = lines;
        this.device = device;
        this.thread = Thread.ofPlatform().daemon().name("virtual " + name).start(this::run);
    }

    private void run() {
        try {
            while (!closing) {
                Wire line = lines.next(PATIENCE);
                if (line != null) {
                    serve(line);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("the virtual device ends");
        }
    }

    private void serve(Wire line) throws InterruptedException {
        try (line) {
            device.serve(line);
        } catch (PortException e) {
            LOG.debug("the line ended: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("the virtual device failed; the next connection starts afresh", e);
        }
    }

    void close() {
        closing = true;
        thread.interrupt();
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            thread.join(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.warn("{} did not end and is abandoned", thread.getName());
        }
    }

    /** Where connections come from. */
    @FunctionalInterface
    interface Lines {
        /** The next connection, or null when there was none within the time. */
        @Nullable
        Wire next(Duration wait) throws InterruptedException;
    }
}
