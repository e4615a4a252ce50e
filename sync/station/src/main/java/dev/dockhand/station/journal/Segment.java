package dev.dockhand.station.journal;

import dev.dockhand.station.MemoryException;
import dev.dockhand.station.MemoryException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One segment file in use. One thread appends, others read what is confirmed. */
final class Segment {

    private static final Logger LOG = LoggerFactory.getLogger(Segment.class);

    private final Path path;
    private final Disk.File file;
    private final long firstSeq;
    private final int capacity;
    private final FrameIndex index;
    private int end;
    private boolean poisoned;
    private long newestMillis;

    Segment(Path path, Disk.File file, SegmentHeader header, int capacity) {
        this.path = path;
        this.file = file;
        this.firstSeq = header.firstSeq();
        this.capacity = capacity;
        this.index = new FrameIndex().upTo(header.firstSeq());
        this.end = SegmentHeader.BYTES;
    }

    Segment(SegmentScan scan, SegmentHeader header, Disk.File file, int capacity, long nextSeq) {
        this.path = scan.file();
        this.file = file;
        this.firstSeq = header.firstSeq();
        this.capacity = capacity;
        this.index = scan.index().upTo(nextSeq);
        this.end = scan.end();
        this.newestMillis = scan.newestMillis();
    }

    Path path() {
        return path;
    }

    long firstSeq() {
        return firstSeq;
    }

    synchronized long lastSeq() {
        return index.next() - 1;
    }

    synchronized long newestMillis() {
        return newestMillis;
    }

    synchronized boolean fits(int bytes) {
        return !poisoned && bytes <= capacity - end;
    }

    /** Writes a record and forces it; after a failure nothing more is written here. */
    void append(ByteBuffer record, long first, int events, long nowMillis) throws IOException {
        int at = end();
        try {
            file.write(record.duplicate(), at);
            file.force();
        } catch (IOException | RuntimeException e) {
            poison();
            wipe(at, record.remaining());
            throw e;
        }
        confirm(at, record.remaining(), first, events, nowMillis);
    }

    private synchronized int end() {
        return end;
    }

    private synchronized void poison() {
        poisoned = true;
    }

    private synchronized void confirm(int at, int length, long first, int events, long nowMillis) {
        index.add(first, at);
        index.upTo(first + events);
        end = at + length;
        newestMillis = nowMillis;
    }

    /** Overwrites what was not confirmed, so that it does not come back after a restart; best effort. */
    private void wipe(int at, int length) {
        try {
            file.write(ByteBuffer.allocate(length), at);
            file.force();
        } catch (IOException | RuntimeException e) {
            LOG.warn("{}: the unconfirmed record could not be wiped either: {}", path, e.toString());
        }
    }

    /** Cuts what stands after the last good record. */
    void cutTail() throws IOException {
        int length = (int) file.size() - end();
        if (length > 0) {
            file.write(ByteBuffer.allocate(length), end());
            file.force();
        }
    }

    /** Adds events from a number on until a bound is met; says whether there is room for more. */
    synchronized boolean read(long from, long upTo, Harvest into) throws MemoryException {
        int at = index.offsetOf(from);
        int stop = end;
        byte[] bytes = new byte[Math.min(stop - at, into.bytesLeft() + Frame.MOST_BYTES)];
        try {
            file.read(ByteBuffer.wrap(bytes), at);
        } catch (IOException e) {
            throw new MemoryException(Reason.DISK_FAILED, "%s cannot be read".formatted(path), e);
        }
        long next = from;
        for (int i = 0; next <= Math.min(upTo, lastSeq()); ) {
            Frame.Content frame = Frame.read(bytes, i, bytes.length);
            if (frame == null && i > 0 && at + bytes.length < stop) {
                return read(next, upTo, into);
            }
            if (frame == null) {
                throw new MemoryException(
                        Reason.JOURNAL_DAMAGED, "%s: bad record at byte %d".formatted(path, at + i), null);
            }
            if (!take(frame, from, upTo, into)) {
                return false;
            }
            next = frame.lastSeq() + 1;
            i += frame.length();
        }
        return true;
    }

    private static boolean take(Frame.Content frame, long from, long upTo, Harvest into) {
        List<byte[]> events = frame.events();
        for (int i = 0; i < events.size(); i++) {
            long seq = frame.firstSeq() + i;
            if (seq >= from && seq <= upTo && !into.add(new Stored(seq, events.get(i)))) {
                return false;
            }
        }
        return true;
    }

    void close() throws IOException {
        file.close();
    }
}
