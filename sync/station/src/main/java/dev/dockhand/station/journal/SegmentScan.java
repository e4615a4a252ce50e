package dev.dockhand.station.journal;

import dev.dockhand.model.event.EventCodec;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.event.LostEvent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one segment file holds, found by reading all of it. Every record whose checksum is right counts, wherever it stands.
 *
 * @param file which
 * @param header its header; where that is bad, what its first good record says, and absent when there is none
 * @param intact whether it can be written on: its header is good, and what stands behind the last good record is nothing
 *     that was confirmed
 * @param index where the good records are
 * @param end where the next record would go
 * @param torn whether a part of a record stands there: the power went before it was confirmed
 * @param lastHash hash of the last event, of the one before the segment when there is none
 * @param newest bytes of the last good event, absent when there is none
 * @param damage what is bad, in words; empty for nothing
 */
record SegmentScan(
        Path file,
        @Nullable SegmentHeader header,
        boolean intact,
        FrameIndex index,
        int end,
        boolean torn,
        String lastHash,
        byte @Nullable [] newest,
        List<String> damage) {

    static SegmentScan of(Path path, Disk.File file) throws IOException {
        long size = file.size();
        if (size > Integer.MAX_VALUE) {
            throw new IOException(path + " is no segment: it has " + size + " bytes");
        }
        byte[] bytes = new byte[Math.max((int) size, SegmentHeader.BYTES)];
        file.read(ByteBuffer.wrap(bytes), 0);
        return new Reading(path, bytes).scan();
    }

    /** Number of the last event, one before the segment's first when there is none. */
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

    /** Reads one file's bytes. */
    private static final class Reading {

        private final Path path;
        private final byte[] bytes;
        private final int filled;
        private final FrameIndex index = new FrameIndex();
        private final List<String> damage = new ArrayList<>();
        private byte @Nullable [] newest;
        private String hash = EventCodec.NO_PREVIOUS;
        private long next;
        private int end = SegmentHeader.BYTES;

        Reading(Path path, byte[] bytes) {
            this.path = path;
            this.bytes = bytes;
            this.filled = filled(bytes);
        }

        SegmentScan scan() {
            SegmentHeader written = SegmentHeader.read(bytes);
            SegmentHeader header = written == null ? toldByTheFirstRecord().orElse(null) : written;
            if (written == null && filled > 0) {
                damage.add("%s has no good header".formatted(path));
            }
            if (header == null) {
                return new SegmentScan(path, null, false, index, end, false, hash, null, damage);
            }
            hash = header.previous();
            next = header.firstSeq();
            records();
            boolean whole = end < filled && Frame.wasWhole(bytes, end, filled);
            if (whole) {
                lostAtTheEnd();
            }
            boolean torn = end < filled && !whole;
            return new SegmentScan(
                    path, header, written != null && !whole, index.upTo(next), end, torn, hash, newest, damage);
        }

        private Optional<SegmentHeader> toldByTheFirstRecord() {
            int at = Frame.next(bytes, SegmentHeader.BYTES, filled);
            Frame.Content first = at < 0 ? null : Frame.read(bytes, at, bytes.length);
            if (first == null) {
                return Optional.empty();
            }
            try {
                FloorEvent event = EventCodec.decode(first.events().getFirst());
                String author = new Author(event.company(), event.warehouse(), event.station()).written();
                return Optional.of(new SegmentHeader(
                        SegmentHeader.FORMAT, event.epoch(), first.firstSeq(), event.previous(), author));
            } catch (IOException e) {
                damage.add("%s: its first record cannot be read".formatted(path));
                return Optional.empty();
            }
        }

        private void records() {
            int at = end;
            while (at >= 0 && at < filled) {
                Frame.Content frame = Frame.read(bytes, at, bytes.length);
                if (frame == null) {
                    at = Frame.next(bytes, at + 1, filled);
                    continue;
                }
                if (frame.firstSeq() >= next) {
                    take(frame, at);
                }
                at += frame.length();
            }
            if (newest != null) {
                hash = EventCodec.hash(newest);
            }
        }

        private void take(Frame.Content frame, int at) {
            if (frame.firstSeq() > next) {
                lost(frame.firstSeq() - 1);
            }
            index.add(frame.firstSeq(), at);
            newest = frame.events().getLast();
            next = frame.lastSeq() + 1;
            end = at + frame.length();
        }

        private void lostAtTheEnd() {
            long last = next + Frame.held(bytes, end, filled) - 1;
            lost(last);
            hash = new LostEvent(last, null).chained();
            next = last + 1;
        }

        private void lost(long last) {
            damage.add("%s: bad at byte %d, events %d to %d are lost".formatted(path, end, next, last));
        }

        private static int filled(byte[] bytes) {
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] == 0) {
                end--;
            }
            return end;
        }
    }
}
