package dev.dockhand.station.journal;

import dev.dockhand.model.event.EventCodec;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.station.MemoryException;
import dev.dockhand.station.MemoryException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
    private final String previous;
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
        this.previous = header.previous();
    }

    Segment(SegmentScan scan, SegmentHeader header, Disk.File file, int capacity, long nextSeq) {
        this.path = scan.file();
        this.file = file;
        this.firstSeq = header.firstSeq();
        this.capacity = capacity;
        this.index = scan.index().upTo(nextSeq);
        this.end = scan.end();
        this.previous = header.previous();
        this.poisoned = !scan.intact();
        this.newestMillis = scan.newestMillis();
    }

    Path path() {
        return path;
    }

    long firstSeq() {
        return firstSeq;
    }

    /** Hash of the event before the first. */
    String previous() {
        return previous;
    }

    synchronized long lastSeq() {
        return index.next() - 1;
    }

    synchronized long newestMillis() {
        return newestMillis;
    }

    /** Whether it can be written on. */
    synchronized boolean isOpen() {
        return !poisoned;
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

    /**
     * Adds events from a number on until a bound is met, a stand-in for each that the disk lost; says whether there is room
     * for more.
     *
     * @param from at least the first of this segment
     * @param behind hash of the event before the one behind this segment; the segment's last event has it
     */
    boolean read(long from, long upTo, @Nullable String behind, Harvest into) throws MemoryException {
        FrameIndex.View records;
        int stop;
        // Who appends must not wait for what is read here.
        synchronized (this) {
            records = index.view();
            stop = end;
        }
        long next = from;
        int record = Math.max(0, records.find(from));
        while (next <= Math.min(upTo, records.lastSeq())) {
            Frame.Content frame = record < records.count() ? frame(records, record, stop) : null;
            if (frame != null && frame.firstSeq() > next) {
                String named = named(frame);
                if (!addLost(next, Math.min(upTo, frame.firstSeq() - 1), frame.firstSeq() - 1, named, into)) {
                    return false;
                }
                next = frame.firstSeq();
            } else if (frame != null && frame.lastSeq() >= next) {
                if (!take(frame, next, upTo, into)) {
                    return false;
                }
                next = frame.lastSeq() + 1;
                record++;
            } else if (record < records.count()) {
                record++;
            } else {
                return addLost(next, Math.min(upTo, records.lastSeq()), records.lastSeq(), behind, into);
            }
        }
        return true;
    }

    /** A record that was good when it was written or found; absent when it is not any more. */
    private Frame.@Nullable Content frame(FrameIndex.View records, int record, int end) throws MemoryException {
        int at = records.offset(record);
        byte[] bytes = new byte[records.stop(record, end) - at];
        try {
            file.read(ByteBuffer.wrap(bytes), at);
        } catch (IOException e) {
            throw new MemoryException(Reason.DISK_FAILED, "%s cannot be read".formatted(path), e);
        }
        Frame.Content frame = Frame.read(bytes, 0, bytes.length);
        return frame == null || frame.firstSeq() != records.firstSeq(record) ? null : frame;
    }

    private static @Nullable String named(Frame.Content frame) {
        try {
            FloorEvent first = EventCodec.decode(frame.events().getFirst());
            return first.previous();
        } catch (IOException e) {
            return null;
        }
    }

    private static boolean take(Frame.Content frame, long from, long upTo, Harvest into) {
        List<byte[]> events = frame.events();
        for (int i = 0; i < events.size(); i++) {
            long seq = frame.firstSeq() + i;
            if (seq >= from && seq <= upTo && !into.add(Stored.of(seq, events.get(i)))) {
                return false;
            }
        }
        return true;
    }

    /** Adds stand-ins; the last of those that are lost in a row is named by the event behind them. */
    static boolean addLost(long from, long upTo, long last, @Nullable String named, Harvest into) {
        for (long seq = from; seq <= upTo; seq++) {
            if (!into.add(Stored.lost(seq, seq == last ? named : null))) {
                return false;
            }
        }
        return true;
    }

    void close() throws IOException {
        file.close();
    }
}
