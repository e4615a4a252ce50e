package dev.dockhand.hardware.scale;

import dev.dockhand.hardware.port.PortException;
import dev.dockhand.hardware.port.Wire;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** Requests and frames over one open connection. Every wait is bounded, and the thread can be interrupted in it. */
final class ScaleExchange {

    /** How long a line must be quiet before what comes next can be an answer. */
    static final Duration QUIET = Duration.ofMillis(120);

    private static final Duration SETTLING = Duration.ofSeconds(1);
    private static final Duration WRITING = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Wire wire;
    private final Framer framer;
    private final Duration patience;
    private final Queue<RawFrame> frames = new ArrayDeque<>();

    ScaleExchange(Wire wire, Framer framer, Duration patience) {
        this.wire = wire;
        this.framer = framer;
        this.patience = patience;
    }

    /** Until when an answer to a request that is sent now is waited for. */
    long deadline() {
        return System.nanoTime() + patience.toNanos();
    }

    /** The earlier of a deadline and a short while from now: the answer came damaged, a right one may still follow. */
    long soon(long deadline) {
        long soon = System.nanoTime() + QUIET.toNanos();
        return soon - deadline < 0 ? soon : deadline;
    }

    /** Throws away what arrived unasked and sends; false when the device does not take the bytes. */
    boolean send(byte[] request) throws PortException, InterruptedException {
        stopWhenInterrupted();
        drain(Duration.ZERO, System.nanoTime() + QUIET.toNanos());
        return wire.write(request, WRITING) == request.length;
    }

    /** Sends what the scale waits for, without throwing away what arrived; false when it does not take the bytes. */
    boolean write(byte[] bytes) throws PortException, InterruptedException {
        stopWhenInterrupted();
        return wire.write(bytes, WRITING) == bytes.length;
    }

    /** The next frame, or empty when none came in time. */
    Optional<RawFrame> frame(long deadline) throws PortException, InterruptedException {
        while (frames.isEmpty()) {
            stopWhenInterrupted();
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return Optional.empty();
            }
            frames.addAll(framer.accept(wire.read(Duration.ofNanos(Math.min(left, LOOK.toNanos())))));
        }
        return Optional.of(frames.remove());
    }

    /** Waits for any byte as long as for an answer. */
    boolean hearAnything() throws PortException, InterruptedException {
        long deadline = deadline();
        while (System.nanoTime() - deadline < 0) {
            stopWhenInterrupted();
            if (wire.read(LOOK).length > 0) {
                return true;
            }
        }
        return false;
    }

    /** Lets the line be quiet for so long and forgets what came, at most for a second. */
    void settle(Duration quiet) throws PortException, InterruptedException {
        drain(quiet, System.nanoTime() + SETTLING.toNanos());
    }

    private void drain(Duration quiet, long deadline) throws PortException, InterruptedException {
        while (wire.read(quiet).length > 0 && System.nanoTime() - deadline < 0) {
            stopWhenInterrupted();
        }
        framer.reset();
        frames.clear();
    }

    private static void stopWhenInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
