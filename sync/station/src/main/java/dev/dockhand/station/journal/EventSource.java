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

    /** Up to which number the server has acknowledged. */
    long acked();

    /**
     * Remembers what the server has. It may go down when the server comes back from a backup.
     *
     * @param seq last number that the server has
     */
    void acknowledge(long seq);

    /**
     * Reads events.
     *
     * @param from first number
     * @param mostEvents at most so many
     * @param mostBytes at most so many bytes, but at least one event
     * @return events without a gap; none when {@code from} is after the last
     * @throws MemoryException when they cannot be read, or do not have their checksum any more
     */
    List<Stored> read(long from, int mostEvents, int mostBytes) throws MemoryException;
}
