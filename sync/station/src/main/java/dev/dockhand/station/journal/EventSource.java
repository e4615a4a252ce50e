package dev.dockhand.station.journal;

import dev.dockhand.station.MemoryException;
import java.util.List;

/** The events of one epoch, in order, and how many of them the server has. */
public interface EventSource {

    /** Which epoch. */
    int epoch();

    /** The first number that is still kept; one more than {@link #lastSeq()} when there is none. */
    long firstSeq();

    /** The last number that is on disk, 0 when there is none. */
    long lastSeq();

    /** Up to which number the server has acknowledged; more than {@link #lastSeq()} where the journal lost its end. */
    long acked();

    /**
     * Remembers what the server has. It may go down when the server comes back from a backup.
     *
     * @param seq last number that the server has
     * @throws MemoryException when that event cannot be read
     */
    void acknowledge(long seq) throws MemoryException;

    /** Up to which number events that the server refuses were handed over to it for review. */
    long handedOver();

    /**
     * Remembers what was handed over for review.
     *
     * @param seq last number of it
     * @throws MemoryException when that event cannot be read
     */
    void handOver(long seq) throws MemoryException;

    /** How many events are neither acknowledged nor handed over. */
    default long waiting() {
        return Math.max(0, lastSeq() - Math.max(acked(), handedOver()));
    }

    /**
     * Reads events.
     *
     * @param from first number
     * @param mostEvents at most so many
     * @param mostBytes at most so many bytes, but at least one event
     * @return events without a gap, a stand-in for each that is lost or not kept any more; none when {@code from} is after
     *     the last
     * @throws MemoryException when they cannot be read
     */
    List<Stored> read(long from, int mostEvents, int mostBytes) throws MemoryException;
}
