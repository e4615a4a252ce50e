package dev.dockhand.hardware.port;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** A wire whose bytes are traced, and that ends the talk when its link is being closed. */
final class TappedWire implements Wire {

    private final Wire wire;
    private final RawTrace trace;
    private final BooleanSupplier closing;

    TappedWire(Wire wire, RawTrace trace, BooleanSupplier closing) {
        this.wire = wire;
        this.trace = trace;
        this.closing = closing;
    }

    @Override
    public byte[] read(Duration wait) throws PortException {
        endIfClosing();
        byte[] bytes = wire.read(wait);
        trace.note(RawTrace.Direction.IN, bytes, bytes.length);
        return bytes;
    }

    @Override
    public int write(byte[] bytes, Duration limit) throws PortException {
        endIfClosing();
        int count = wire.write(bytes, limit);
        trace.note(RawTrace.Direction.OUT, bytes, count);
        return count;
    }

    private void endIfClosing() throws PortException {
        if (closing.getAsBoolean()) {
            throw new PortException(ConnectionState.CLOSED, "closed on purpose");
        }
    }

    @Override
    public void close() {
        wire.close();
    }
}
