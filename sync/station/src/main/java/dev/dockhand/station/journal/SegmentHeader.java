package dev.dockhand.station.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What stands at the start of a segment. It is written and forced when a prepared file is put to use, before its first
 * record.
 *
 * <p>Layout, big-endian: 8 bytes magic, int format, int epoch, long first sequence number, 64 bytes hash of the event
 * before, short length and UTF-8 of the author, int CRC32C of all that; zeros up to 4096 bytes.
 *
 * @param format version of the layout
 * @param epoch epoch of every event in the segment
 * @param firstSeq number of the first event
 * @param previous hash of the event before the first
 * @param author company, warehouse and station, a line each
 */
record SegmentHeader(int format, int epoch, long firstSeq, String previous, String author) {

    /** Room for the header: one page, so that the first record never shares a sector with it. */
    static final int BYTES = 4096;

    /** The layout that this build writes. */
    static final int FORMAT = 1;

    private static final long MAGIC = 0x444f434b4a524e4cL;
    private static final int HASH = 64;

    ByteBuffer write() {
        ByteBuffer out = ByteBuffer.allocate(BYTES);
        byte[] name = author.getBytes(StandardCharsets.UTF_8);
        out.putLong(MAGIC).putInt(format).putInt(epoch).putLong(firstSeq);
        out.put(previous.getBytes(StandardCharsets.US_ASCII));
        out.putShort((short) name.length).put(name);
        out.putInt(crc(out.array(), out.position()));
        return out.clear();
    }

    /** The header at the start of the bytes; absent when there is none or its checksum is wrong. */
    static @Nullable SegmentHeader read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes, 0, BYTES);
        if (in.getLong() != MAGIC) {
            return null;
        }
        int format = in.getInt();
        int epoch = in.getInt();
        long firstSeq = in.getLong();
        byte[] previous = new byte[HASH];
        in.get(previous);
        int length = in.getShort();
        if (length < 0 || length > in.remaining() - Integer.BYTES) {
            return null;
        }
        byte[] author = new byte[length];
        in.get(author);
        if (in.getInt() != crc(bytes, in.position() - Integer.BYTES)) {
            return null;
        }
        return new SegmentHeader(
                format,
                epoch,
                firstSeq,
                new String(previous, StandardCharsets.US_ASCII),
                new String(author, StandardCharsets.UTF_8));
    }

    private static int crc(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
