package dev.dockhand.station.journal;

import dev.dockhand.model.event.EventCodec;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.station.MemoryException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Checks that every event names the one before it, for the doctor. */
public final class Chain {

    private static final int AT_ONCE = 1000;
    private static final int BYTES = 4 << 20;

    private Chain() {}

    /**
     * Reads a whole epoch.
     *
     * @return what does not fit, absent when all does
     * @throws MemoryException when a record cannot be read
     */
    public static Optional<String> problem(EventSource events) throws MemoryException {
        String previous = null;
        long next = events.firstSeq();
        while (next <= events.lastSeq()) {
            List<Stored> page = events.read(next, AT_ONCE, BYTES);
            for (Stored stored : page) {
                FloorEvent event;
                try {
                    event = stored.event();
                } catch (IOException e) {
                    return Optional.of("event %d is of a version that this build does not know".formatted(next));
                }
                boolean fits = previous == null || event.previous().equals(previous);
                if (event.seq() != next || event.epoch() != events.epoch() || !fits) {
                    return Optional.of("event %d does not follow the one before it".formatted(next));
                }
                previous = EventCodec.hash(stored.bytes());
                next++;
            }
        }
        return Optional.empty();
    }
}
