package dev.dockhand.station.journal;

import dev.dockhand.model.event.EventCodec;
import dev.dockhand.model.event.FloorEvent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What one segment file holds, found by reading all of it.
 *
 * @param file which
 * @param header its header, absent when it is not good
 * @param index where the good records are
 * @param end where the next record would go
 * @param tail what stands there
 * @param used whether anything but zeros stands behind the header's page
 * @param lastHash hash of the last event, of the one before the segment when there is none
 * @param newest bytes of the last event, absent when there is none
 */
record SegmentScan(
        Path file,
        @Nullable SegmentHeader header,
        FrameIndex index,
        int end,
        Tail tail,
        boolean used,
        String lastHash,
        byte @Nullable [] newest) {

    /** What stands after the last good record. */
    enum Tail {
        /** Zeros, as prepared. */
        CLEAN,
        /** A part of a record: the power went before it was confirmed. */
        TORN,
        /** A record that was whole once, or a bad one with good ones after it. */
        DAMAGED
    }

    static SegmentScan of(Path path, Disk.File file) throws IOException {
        long size = file.size();
        if (size > Integer.MAX_VALUE) {
            throw new IOException(path + " is no segment: it has " + size + " bytes");
        }
        byte[] bytes = new byte[Math.max((int) size, SegmentHeader.BYTES)];
        file.read(ByteBuffer.wrap(bytes), 0);
        int filled = filled(bytes);
        SegmentHeader header = SegmentHeader.read(bytes);
        FrameIndex index = new FrameIndex();
        int at = SegmentHeader.BYTES;
        String hash = header == null ? EventCodec.NO_PREVIOUS : header.previous();
        byte @Nullable [] newest = null;
        long next = header == null ? 0 : header.firstSeq();
        Tail tail = Tail.CLEAN;
        while (header != null && at < filled) {
            Frame.Content frame = Frame.read(bytes, at, bytes.length);
            if (frame == null || frame.firstSeq() != next) {
                tail = frame == null ? judge(bytes, at, filled) : Tail.DAMAGED;
                break;
            }
            index.add(frame.firstSeq(), at);
            newest = frame.events().getLast();
            next = frame.lastSeq() + 1;
            at += frame.length();
        }
        if (newest != null) {
            hash = EventCodec.hash(newest);
        }
        return new SegmentScan(path, header, index.upTo(next), at, tail, filled > SegmentHeader.BYTES, hash, newest);
    }

    /** Number of the last good event, one before the segment's first when there is none. */
    long lastSeq() {
        return index.next() - 1;
    }

    /** When the last event was made, in milliseconds of the epoch; 0 when that cannot be told. */
    long newestMillis() {
        if (newest == null) {
            return 0;
        }
        try {
            FloorEvent event = EventCodec.decode(newest);
            return event.at().toEpochMilli();
        } catch (IOException e) {
            // An event of another version: its segment is kept for as long as it is not known to be old.
            return Long.MAX_VALUE;
        }
    }

    private static Tail judge(byte[] bytes, int at, int filled) {
        boolean damaged = Frame.wasWhole(bytes, at, filled) || Frame.anyIn(bytes, at + 1, filled);
        return damaged ? Tail.DAMAGED : Tail.TORN;
    }

    private static int filled(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] == 0) {
            end--;
        }
        return end;
    }
}
