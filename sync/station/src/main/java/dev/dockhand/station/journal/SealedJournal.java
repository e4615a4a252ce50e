package dev.dockhand.station.journal;

import dev.dockhand.station.MemoryException;
import java.nio.file.Path;
import java.util.List;

/**
 * The journal of an earlier enrolment: nothing is written to it any more, but what the server does not have yet is still
 * sent. Where it is damaged, everything that is good is sent, and the files stay for review.
 */
public final class SealedJournal implements EventSource, AutoCloseable {

    private final Segments segments;
    private final List<String> damage;

    private SealedJournal(Segments segments, List<String> damage) {
        this.segments = segments;
        this.damage = damage;
    }

    /**
     * Opens an epoch's folder for reading.
     *
     * @param segmentBytes size of a segment
     */
    public static SealedJournal open(Disk disk, int segmentBytes, Path folder, Author author, int epoch)
            throws MemoryException {
        Recovery.Recovered recovered = new Recovery(disk, folder, author, epoch, segmentBytes).run();
        return new SealedJournal(new Segments(disk, folder, epoch, recovered.segments()), recovered.damage());
    }

    /** What is damaged, in words; empty for nothing. */
    public List<String> damage() {
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
    public void acknowledge(long seq) throws MemoryException {
        segments.acknowledge(seq);
    }

    @Override
    public long handedOver() {
        return segments.handedOver();
    }

    @Override
    public void handOver(long seq) throws MemoryException {
        segments.handOver(seq);
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
