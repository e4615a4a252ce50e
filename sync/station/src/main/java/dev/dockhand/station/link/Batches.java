package dev.dockhand.station.link;

import dev.dockhand.station.MemoryException;
import dev.dockhand.station.journal.EventSource;
import dev.dockhand.station.journal.Stored;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.zip.GZIPOutputStream;

/**
 * Takes from a journal what goes into one push. The disk may give back later what it does not now: an event counts as lost when
 * it is still lost a while later. Used by one thread.
 */
final class Batches {

    private static final int RAW_BYTES = 3 << 20;
    private static final int PACKED_BYTES = 1 << 20;

    private final Duration lookAgain;
    private final LongSupplier ticks;
    private long lostSeq;
    private long lostSinceNanos;

    /** Looks a second time at what seems lost after this while. */
    Batches(Duration lookAgain, LongSupplier ticks) {
        this.lookAgain = lookAgain;
        this.ticks = ticks;
    }

    /**
     * Events of one push.
     *
     * @param events in order, at least one
     * @param packed their lines as gzip
     */
    record Batch(List<Stored> events, byte[] packed) {

        long first() {
            return events.getFirst().seq();
        }

        long last() {
            return events.getLast().seq();
        }

        String lastHash() {
            return events.getLast().hash();
        }
    }

    Duration lookAgain() {
        return lookAgain;
    }

    /** The next events from a number on; nothing while it is not sure that they are lost. */
    Optional<Batch> next(EventSource journal, long from, int most) throws MemoryException {
        List<Stored> events = sure(journal.read(from, most, RAW_BYTES));
        if (events.isEmpty()) {
            return Optional.empty();
        }
        byte[] packed = pack(events);
        while (packed.length > PACKED_BYTES && events.size() > 1) {
            events = events.subList(0, events.size() / 2);
            packed = pack(events);
        }
        return Optional.of(new Batch(events, packed));
    }

    /** Good events up to a lost one, or lost ones up to a good one. */
    private List<Stored> sure(List<Stored> events) {
        int alike = 0;
        while (alike < events.size()
                && events.get(alike).isLost() == events.getFirst().isLost()) {
            alike++;
        }
        List<Stored> run = events.subList(0, alike);
        return run.isEmpty()
                        || !run.getFirst().isLost()
                        || isStillLost(run.getFirst().seq())
                ? run
                : List.of();
    }

    private boolean isStillLost(long seq) {
        if (seq != lostSeq) {
            lostSeq = seq;
            lostSinceNanos = ticks.getAsLong();
        }
        return ticks.getAsLong() - lostSinceNanos >= lookAgain.toNanos();
    }

    private static byte[] pack(List<Stored> events) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            for (Stored event : events) {
                zip.write(event.bytes());
                zip.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
