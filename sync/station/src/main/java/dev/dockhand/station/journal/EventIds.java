package dev.dockhand.station.journal;

import dev.dockhand.model.id.EventId;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes event ids: UUID version 7 of RFC 9562, 48 bits of Unix milliseconds and 74 random bits. */
final class EventIds {

    private final RandomGenerator random;

    EventIds(RandomGenerator random) {
        this.random = random;
    }

    EventId at(Instant instant) {
        long high = instant.toEpochMilli() << 16 | 0x7000 | random.nextLong() & 0x0FFF;
        long low = random.nextLong() >>> 2 | 1L << 63;
        return new EventId(new UUID(high, low).toString());
    }
}
