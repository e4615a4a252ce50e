package dev.dockhand.hardware.port;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An open serial port. It reads in the owner's thread, without a listener: jSerialComm's listener reports a lost port
 * some 100,000 times a second until it is closed.
 */
final class SerialWire implements Wire {

    /** The driver counts its time-outs in tenths of a second; shorter waits are polled. */
    static final int SLICE_MILLIS = 100;

    private static final Logger LOG = LoggerFactory.getLogger(SerialWire.class);
    private static final int MOST = 4_096;
    private static final long POLL_NANOS = 2_000_000;
    private static final long CLOSE_MILLIS = 1_000;

    private final SerialPort port;
    private final String name;
    private final byte[] buffer = new byte[MOST];
    private final BoundedWriter writer;

    /** Takes over an open port whose reads wait {@link #SLICE_MILLIS} for the first byte. */
    SerialWire(SerialPort port, String name) {
        this.port = port;
        this.name = name;
        this.writer = new BoundedWriter(name, this::blockingWrite);
    }

    private int blockingWrite(byte[] bytes, int from, int length) throws IOException {
        int count = port.writeBytes(bytes, length, from);
        if (count <= 0) {
            throw new IOException("the port takes no bytes, it was unplugged");
        }
        return count;
    }

    @Override
    public byte[] read(Duration wait) throws PortException {
        long deadline = System.nanoTime() + wait.toNanos();
        while (true) {
            long left = deadline - System.nanoTime();
            byte[] bytes = left >= SLICE_MILLIS * 1_000_000L ? take(MOST) : takeWhatIsThere();
            if (bytes.length > 0 || left <= 0 || Thread.currentThread().isInterrupted()) {
                return bytes;
            }
            if (left < SLICE_MILLIS * 1_000_000L) {
                LockSupport.parkNanos(Math.min(left, POLL_NANOS));
            }
        }
    }

    private byte[] takeWhatIsThere() throws PortException {
        int ready = port.bytesAvailable();
        if (ready < 0) {
            throw lost();
        }
        return ready == 0 ? new byte[0] : take(Math.min(ready, MOST));
    }

    private byte[] take(int most) throws PortException {
        int count = port.readBytes(buffer, most);
        if (count < 0) {
            throw lost();
        }
        return Arrays.copyOf(buffer, count);
    }

    private PortException lost() {
        return new PortException(ConnectionState.LOST, name + ": the port was unplugged");
    }

    @Override
    public int write(byte[] bytes, Duration limit) throws PortException {
        return writer.write(bytes, limit);
    }

    /** Closes on a thread of its own, because a driver may never come back from closing a port that vanished. */
    @Override
    public void close() {
        writer.close();
        Thread closer = Thread.ofPlatform().daemon().name("close " + name).start(this::closePort);
        boolean interrupted = Thread.interrupted();
        try {
            closer.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (closer.isAlive()) {
            LOG.warn("{}: closing did not come back and is abandoned", name);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void closePort() {
        if (!port.closePort()) {
            LOG.warn("{}: the driver could not close the port, error {}", name, port.getLastErrorCode());
        }
    }
}
