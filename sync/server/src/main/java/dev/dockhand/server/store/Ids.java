package dev.dockhand.server.store;

import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes identifiers that are unique everywhere and rise with time: UUID version 7 (RFC 9562). Safe for any thread. */
public final class Ids {

    private static final long RANDOM_A = 0xFFFL;
    private static final long VERSION_7 = 0x7000L;
    private static final long RANDOM_B = 0x3FFF_FFFF_FFFF_FFFFL;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final InstantSource time;
    private final RandomGenerator random;

    /** Takes time and chance from outside. The generator must be safe for any thread. */
    public Ids(InstantSource time, RandomGenerator random) {
        this.time = time;
        this.random = random;
    }

    /** A new identifier as text. */
    public String next() {
        long high = (time.millis() << 16) | VERSION_7 | (random.nextLong() & RANDOM_A);
        long low = (random.nextLong() & RANDOM_B) | VARIANT;
        return new UUID(high, low).toString();
    }
}
