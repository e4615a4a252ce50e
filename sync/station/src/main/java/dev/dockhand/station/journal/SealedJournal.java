package dev.dockhand.station.journal;

import dev.dockhand.station.MemoryException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The journal of an earlier enrolment: nothing is written to it any more, but what the server does not have yet is still
 * sent. Where it is damaged, what stands before the damage is read, and the files stay for review.
 */
public final class SealedJournal implements EventSource, AutoCloseable {

    private final Segments segments;
    private final @Nullable String damage;

    private SealedJournal(Segments segments, @Nullable String damage) {
        this.segments = segments;
        this.damage = damage;
    }

    /** Opens an old epoch's folder for reading. */
    public static SealedJournal open(Journal.Parts parts, Path folder, Author author, int epoch)
            throws MemoryException {
        Recovery.Recovered recovered = new Recovery(
                        parts.disk(), folder, author, epoch, parts.settings().segmentBytes(), true)
                .run();
        return new SealedJournal(new Segments(parts.disk(), folder, epoch, recovered.segments()), recovered.damage());
    }

    /** What is damaged, absent when nothing is. */
    public @Nullable String damage() {
        return damage;
    }

    @Override
    public int epoch() {
        return segments.epoch();
    }

    @Override
    public long firstSeq() {
        return segments.firstSeq();
    }

    @Override
    public long lastSeq() {
        return segments.lastSeq();
    }

    @Override
    public long acked() {
        return segments.acked();
    }

    @Override
    public void acknowledge(long seq) {
        segments.acknowledge(seq);
    }

    @Override
    public List<Stored> read(long from, int mostEvents, int mostBytes) throws MemoryException {
        return segments.read(from, mostEvents, mostBytes);
    }

    @Override
    public void close() {
        segments.close();
    }
}
