package dev.dockhand.server.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Remembers for a moment whose a key is, so that not every request asks the database. A key that was taken away ends at once in
 * this process, and within two seconds in every other one. Thread-safe.
 */
final class KnownKeys {

    private static final Duration LIFE = Duration.ofSeconds(2);
    private static final int MOST = 10_000;

    private final InstantSource time;
    private final Map<String, Known> keys = new ConcurrentHashMap<>();

    KnownKeys(InstantSource time) {
        this.time = time;
    }

    private record Known(Caller caller, Instant until) {}

    /** Whose key has this hash; what is nobody's is asked again each time. */
    Optional<Caller> of(String hash, Supplier<Optional<? extends Caller>> look) {
        Instant now = time.instant();
        Known known = keys.get(hash);
        if (known != null && now.isBefore(known.until())) {
            return Optional.of(known.caller());
        }
        Optional<Caller> found = look.get().map(Caller.class::cast);
        if (keys.size() >= MOST) {
            keys.clear();
        }
        found.ifPresent(caller -> keys.put(hash, new Known(caller, now.plus(LIFE))));
        return found;
    }

    /** A key came, went or changed. */
    void changed() {
        keys.clear();
    }
}
