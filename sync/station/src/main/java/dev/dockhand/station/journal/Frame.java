package dev.dockhand.station.journal;

import dev.dockhand.model.event.EventCodec;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A record of the journal: the events of one append, all or none.
 *
 * <p>Layout, big-endian: int start mark, int length of the whole record, int CRC32C, int number of events, long number of
 * the first event, then for each event int length and its bytes, then int end mark. The checksum covers everything but
 * the start mark and itself. The marks hold no zero byte and no byte that UTF-8 uses: a record that was torn by a power
 * cut lacks a mark or shows the zeros that the file was prepared with, and a record that was whole once does not.
 */
final class Frame {

    /** Bytes of a record besides its events; each event takes four more. */
    static final int OVERHEAD = 28;

    /** The most events that one append may have. */
    static final int MOST_EVENTS = 1000;

    /** The most bytes that one append may take. */
    static final int MOST_BYTES = 1 << 20;

    private static final int START = 0xF7FDFAF5;
    private static final int END = 0xF5FAFDF7;
    private static final int ZEROS_OF_A_LOST_SECTOR = 16;
    private static final int FLIPPED_BITS = 2;

    private Frame() {}

    static int length(List<byte[]> events) {
        return OVERHEAD
                + events.stream().mapToInt(e -> Integer.BYTES + e.length).sum();
    }

    static ByteBuffer write(long firstSeq, List<byte[]> events) {
        int length = length(events);
        ByteBuffer out = ByteBuffer.allocate(length);
        out.putInt(START).putInt(length).putInt(0).putInt(events.size()).putLong(firstSeq);
        events.forEach(event -> out.putInt(event.length).put(event));
        out.putInt(END);
        out.putInt(8, crc(out.array(), 0, length));
        return out.flip();
    }

    /** The record at an offset; absent when there is none or it is not as it was written. */
    static @Nullable Content read(byte[] bytes, int offset, int limit) {
        if (limit - offset < OVERHEAD) {
            return null;
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, offset, limit - offset);
        int start = in.getInt();
        int length = in.getInt();
        int crc = in.getInt();
        int count = in.getInt();
        long firstSeq = in.getLong();
        if (start != START
                || length < OVERHEAD
                || length > MOST_BYTES
                || length > limit - offset
                || count < 1
                || count > MOST_EVENTS) {
            return null;
        }
        if (crc != crc(bytes, offset, length)) {
            return null;
        }
        return content(in, offset, length, count, firstSeq);
    }

    private static @Nullable Content content(ByteBuffer in, int offset, int length, int count, long firstSeq) {
        List<byte[]> events = new ArrayList<>(count);
        int end = offset + length - Integer.BYTES;
        for (int i = 0; i < count; i++) {
            int size = in.position() + Integer.BYTES <= end ? in.getInt() : -1;
            if (size < 0 || size > EventCodec.MAX_BYTES || size > end - in.position()) {
                return null;
            }
            byte[] event = new byte[size];
            in.get(event);
            events.add(event);
        }
        return in.position() == end && in.getInt() == END ? new Content(length, firstSeq, events) : null;
    }

    /** Whether bytes that are no good record must have been one: nothing of it is missing, so it changed later. */
    static boolean wasWhole(byte[] bytes, int offset, int end) {
        if (end - offset < OVERHEAD) {
            return false;
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (differs(in.getInt(offset), START) || differs(in.getInt(end - Integer.BYTES), END)) {
            return false;
        }
        int zeros = 0;
        for (int i = offset; i < end; i++) {
            zeros = bytes[i] == 0 ? zeros + 1 : 0;
            if (zeros >= ZEROS_OF_A_LOST_SECTOR) {
                return false;
            }
        }
        return true;
    }

    /** Where the next good record starts, at an offset or behind it; -1 for nowhere. */
    static int next(byte[] bytes, int from, int limit) {
        byte first = (byte) (START >>> 24);
        for (int i = from; i <= limit - OVERHEAD; i++) {
            if (bytes[i] == first && read(bytes, i, limit) != null) {
                return i;
            }
        }
        return -1;
    }

    /**
     * How many events a bad record held that ends at an offset: as many as the lengths of its events lead from its start to
     * its end. Where they do not, one of them is what is bad, and the record's own count stands; one where that makes no sense.
     */
    static int held(byte[] bytes, int offset, int end) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int last = end - Integer.BYTES;
        int at = offset + OVERHEAD - Integer.BYTES;
        int events = 0;
        while (at <= last - Integer.BYTES && in.getInt(at) >= 0 && in.getInt(at) <= last - at - Integer.BYTES) {
            at += Integer.BYTES + in.getInt(at);
            events++;
        }
        int counted = at == last ? events : in.getInt(offset + 12);
        return counted >= 1 && counted <= MOST_EVENTS ? counted : 1;
    }

    private static boolean differs(int mark, int wanted) {
        return Integer.bitCount(mark ^ wanted) > FLIPPED_BITS;
    }

    private static int crc(byte[] bytes, int offset, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, offset + 4, 4);
        crc.update(bytes, offset + 12, length - 12);
        return (int) crc.getValue();
    }

    /**
     * A good record.
     *
     * @param length its bytes in the file
     * @param firstSeq number of its first event
     * @param events the events' bytes
     */
    record Content(int length, long firstSeq, List<byte[]> events) {

        long lastSeq() {
            return firstSeq + events.size() - 1;
        }
    }
}
