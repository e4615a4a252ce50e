package dev.dockhand.hardware.virtual;

import dev.dockhand.hardware.port.PortException;
import dev.dockhand.hardware.port.Wire;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/** The device's line with the faults of its dials. */
final class DialledWire implements Wire {

    private static final long STALL_NANOS = 5_000_000;

    private final Wire line;
    private final Dials dials;
    private final Runnable unplug;

    DialledWire(Wire line, Dials dials, Runnable unplug) {
        this.line = line;
        this.dials = dials;
        this.unplug = unplug;
    }

    @Override
    public byte[] read(Duration wait) throws PortException {
        if (dials.isStalled()) {
            LockSupport.parkNanos(Math.min(wait.toNanos(), STALL_NANOS));
            return new byte[0];
        }
        byte[] bytes = line.read(wait);
        dials.took(bytes.length);
        return bytes;
    }

    @Override
    public int write(byte[] bytes, Duration limit) throws PortException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (dials.isStalled()) {
            if (System.nanoTime() - deadline >= 0 || Thread.currentThread().isInterrupted()) {
                return 0;
            }
            LockSupport.parkNanos(STALL_NANOS);
        }
        send(dials.takeGarbage(), deadline);
        byte[] frame = Arrays.copyOf(bytes, dials.takeLength(bytes.length));
        int sent = send(frame, deadline);
        return sent < frame.length ? sent : bytes.length;
    }

    private int send(byte[] bytes, long deadline) throws PortException {
        byte[] now = Arrays.copyOf(bytes, dials.takeBeforeUnplug(bytes.length));
        int piece = dials.isByteByByte() ? 1 : Math.max(1, now.length);
        int sent = 0;
        while (sent < now.length) {
            Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
            byte[] part = Arrays.copyOfRange(now, sent, Math.min(now.length, sent + piece));
            int count = line.write(part, left);
            sent += count;
            if (count < part.length) {
                break;
            }
        }
        if (dials.takeUnplug()) {
            unplug.run();
        }
        return sent;
    }

    @Override
    public void close() {
        line.close();
    }
}
