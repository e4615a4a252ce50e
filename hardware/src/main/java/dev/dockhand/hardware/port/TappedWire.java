package dev.dockhand.hardware.port;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/** A wire whose bytes are traced, and that ends the talk when its link is being closed or the computer slept. */
final class TappedWire implements Wire {

    private final Wire wire;
    private final RawTrace trace;
    private final BooleanSupplier closing;
    private final Wakefulness wakefulness;

    TappedWire(Wire wire, RawTrace trace, BooleanSupplier closing, InstantSource clock) {
        this.wire = wire;
        this.trace = trace;
        this.closing = closing;
        this.wakefulness = new Wakefulness(clock);
    }

    @Override
    public byte[] read(Duration wait) throws PortException {
        endIfClosing();
        endIf(wakefulness.slept());
        byte[] bytes = wire.read(wait);
        trace.note(RawTrace.Direction.IN, bytes, bytes.length);
        endIf(wakefulness.sleptIn(wait));
        return bytes;
    }

    @Override
    public int write(byte[] bytes, Duration limit) throws PortException {
        endIfClosing();
        endIf(wakefulness.slept());
        int count = wire.write(bytes, limit);
        trace.note(RawTrace.Direction.OUT, bytes, count);
        return count;
    }

    @Override
    public void endJob() throws PortException {
        wire.endJob();
    }

    private void endIfClosing() throws PortException {
        if (closing.getAsBoolean()) {
            throw new PortException(ConnectionState.CLOSED, "closed on purpose");
        }
    }

    private static void endIf(boolean slept) throws PortException {
        if (slept) {
            throw new PortException(ConnectionState.LOST, "the computer slept, the port is opened anew");
        }
    }

    @Override
    public void close() {
        wire.close();
    }
}
