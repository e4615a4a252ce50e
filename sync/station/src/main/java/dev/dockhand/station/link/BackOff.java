package dev.dockhand.station.link;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait after failures: doubling, with full jitter. Used by one thread. */
final class BackOff {

    private static final int MOST_DOUBLINGS = 10;

    private final LinkSettings settings;
    private final RandomGenerator random;
    private int failures;

    BackOff(LinkSettings settings, RandomGenerator random) {
        this.settings = settings;
        this.random = random;
    }

    void reset() {
        failures = 0;
    }

    /** One more failure: how long to wait, at least as long as the server asks. */
    Duration next(Duration atLeast) {
        long doubled = settings.firstWait().toMillis() << Math.min(failures, MOST_DOUBLINGS);
        long bound = Math.min(settings.longestWait().toMillis(), doubled);
        failures++;
        Duration chosen = Duration.ofMillis(bound / 20 + random.nextLong(bound));
        return chosen.compareTo(atLeast) < 0 ? atLeast : chosen;
    }
}
