package dev.dockhand.station.journal;

import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.station.MemoryException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What reading a whole epoch found.
 *
 * @param good how many events are as they were written
 * @param lost numbers that the disk lost, as ranges such as {@code 7} or {@code 12-14}
 * @param broken what does not follow what stands before it, absent when all does
 */
public record Chain(long good, List<String> lost, @Nullable String broken) {

    private static final int AT_ONCE = 1000;
    private static final int BYTES = 4 << 20;

    /** Copies the list. */
    public Chain {
        lost = List.copyOf(lost);
    }

    /**
     * Reads a whole epoch.
     *
     * @throws MemoryException when the disk does not give it back
     */
    public static Chain of(EventSource events) throws MemoryException {
        return new Reading(events).run();
    }

    /** What is wrong in one line, absent when nothing is. */
    public static Optional<String> problem(EventSource events) throws MemoryException {
        Chain chain = of(events);
        if (chain.broken != null) {
            return Optional.of(chain.broken);
        }
        return chain.lost.isEmpty()
                ? Optional.empty()
                : Optional.of("events %s are lost".formatted(String.join(", ", chain.lost)));
    }

    private static final class Reading {

        private final EventSource events;
        private final List<String> lost = new ArrayList<>();
        private long good;
        private long lostFrom;
        private @Nullable String broken;
        private @Nullable String previous;

        Reading(EventSource events) {
            this.events = events;
        }

        Chain run() throws MemoryException {
            long next = events.firstSeq();
            while (next <= events.lastSeq()) {
                for (Stored stored : events.read(next, AT_ONCE, BYTES)) {
                    take(stored);
                    next = stored.seq() + 1;
                }
            }
            endOfLost(next);
            return new Chain(good, lost, broken);
        }

        private void take(Stored stored) {
            if (stored.isLost()) {
                lostFrom = lostFrom == 0 ? stored.seq() : lostFrom;
            } else {
                endOfLost(stored.seq());
                good++;
                if (broken == null) {
                    broken = misfit(stored);
                }
            }
            previous = stored.hash();
        }

        private void endOfLost(long next) {
            if (lostFrom > 0) {
                lost.add(lostFrom == next - 1 ? "%d".formatted(lostFrom) : "%d-%d".formatted(lostFrom, next - 1));
                lostFrom = 0;
            }
        }

        private @Nullable String misfit(Stored stored) {
            FloorEvent event;
            try {
                event = stored.event();
            } catch (IOException e) {
                return "event %d is of a version that this build does not know".formatted(stored.seq());
            }
            boolean follows = previous == null || event.previous().equals(previous);
            return event.seq() == stored.seq() && event.epoch() == events.epoch() && follows
                    ? null
                    : "event %d does not follow the one before it".formatted(stored.seq());
        }
    }
}
