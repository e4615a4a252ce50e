package dev.dockhand.hardware.virtual;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Faults that a line can be given from any thread, whatever device is behind it. "Outgoing" is from the device to the
 * program.
 */
public final class Dials {

    private static final byte[] NOTHING = {};
    private static final int NO_LIMIT = -1;

    private final AtomicBoolean byteByByte = new AtomicBoolean();
    private final AtomicBoolean stalled = new AtomicBoolean();
    private final AtomicReference<byte[]> garbage = new AtomicReference<>(NOTHING);
    private final AtomicInteger truncate = new AtomicInteger(NO_LIMIT);
    private final AtomicInteger unplugAfter = new AtomicInteger(NO_LIMIT);
    private final AtomicInteger stallAfter = new AtomicInteger(NO_LIMIT);

    /** Sends every byte by itself while on. */
    public void byteByByte(boolean on) {
        byteByByte.set(on);
    }

    /** Neither sends nor takes a byte while on, but stays connected: what it should send waits. */
    public void stall(boolean on) {
        stalled.set(on);
    }

    /** Sends these bytes once, ahead of the next outgoing frame. */
    public void garbage(byte[] bytes) {
        garbage.set(bytes.clone());
    }

    /** Sends only the first bytes of the next outgoing frame; the rest is swallowed. */
    public void truncateNext(int bytes) {
        truncate.set(bytes);
    }

    /** Pulls the cable after this many further outgoing bytes. */
    public void unplugAfter(int bytes) {
        unplugAfter.set(bytes);
    }

    /** Stalls when at least this many further bytes have come in. */
    public void stallAfter(int bytes) {
        stallAfter.set(bytes);
    }

    /** Counts bytes that came in. */
    void took(int bytes) {
        int before = stallAfter.getAndUpdate(left -> left == NO_LIMIT || left <= bytes ? NO_LIMIT : left - bytes);
        if (before != NO_LIMIT && before <= bytes) {
            stall(true);
        }
    }

    boolean isByteByByte() {
        return byteByByte.get();
    }

    boolean isStalled() {
        return stalled.get();
    }

    byte[] takeGarbage() {
        return garbage.getAndSet(NOTHING);
    }

    /** How many bytes of a frame go out. */
    int takeLength(int whole) {
        int limit = truncate.getAndSet(NO_LIMIT);
        return limit == NO_LIMIT ? whole : Math.min(limit, whole);
    }

    /** How many of the next bytes go out before the cable is pulled; all of them when it is not to be pulled. */
    int takeBeforeUnplug(int wanted) {
        int before = unplugAfter.getAndUpdate(left -> left == NO_LIMIT ? NO_LIMIT : Math.max(0, left - wanted));
        return before == NO_LIMIT ? wanted : Math.min(before, wanted);
    }

    /** Whether the cable is to be pulled now; says so once. */
    boolean takeUnplug() {
        return unplugAfter.compareAndSet(0, NO_LIMIT);
    }
}
