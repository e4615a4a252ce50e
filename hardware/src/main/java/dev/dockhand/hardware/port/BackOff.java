package dev.dockhand.hardware.port;

/**
 * How long to wait before the next opening: 100 ms, doubling to 1.6 s, so that a device is back within 2 s of being
 * plugged in. A connection that held for a second, or whose device answered, starts it anew; one that breaks at once does
 * not.
 */
final class BackOff {

    static final long FIRST_NANOS = 100_000_000L;
    static final long MOST_NANOS = 1_600_000_000L;
    private static final long HELD_NANOS = 1_000_000_000L;

    private long next = FIRST_NANOS;

    long next() {
        long now = next;
        next = Math.min(MOST_NANOS, now * 2);
        return now;
    }

    void held(long nanos, boolean answered) {
        if (answered || nanos >= HELD_NANOS) {
            next = FIRST_NANOS;
        }
    }
}
