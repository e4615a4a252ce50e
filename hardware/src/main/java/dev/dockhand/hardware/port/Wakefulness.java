package dev.dockhand.hardware.port;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Notices that the computer slept. After waking, a port may look open and be dead (the adapter was powered off), so it is
 * opened anew. On Linux and macOS the clock of {@link System#nanoTime()} stands still in sleep while the time of day goes
 * on; on Windows it goes on, and a wait that is bounded comes back far too late.
 */
final class Wakefulness {

    /** Longer than any stall of a busy machine that a device should notice. */
    static final Duration NAP = Duration.ofSeconds(10);

    private final InstantSource clock;
    private Instant day;
    private long nanos;

    Wakefulness(InstantSource clock) {
        this.clock = clock;
        this.day = clock.instant();
        this.nanos = System.nanoTime();
    }

    /** Whether the computer slept since the last question; nothing is known of how long this may have taken. */
    boolean slept() {
        return sleptIn(Duration.ofDays(365));
    }

    /**
     * Whether the computer slept since the last question.
     *
     * @param bound what has gone on since then takes no longer than this
     */
    boolean sleptIn(Duration bound) {
        Instant nowDay = clock.instant();
        long nowNanos = System.nanoTime();
        Duration awake = Duration.ofNanos(nowNanos - nanos);
        Duration passed = Duration.between(day, nowDay);
        day = nowDay;
        nanos = nowNanos;
        return passed.minus(awake).compareTo(NAP) > 0 || awake.minus(bound).compareTo(NAP) > 0;
    }
}
