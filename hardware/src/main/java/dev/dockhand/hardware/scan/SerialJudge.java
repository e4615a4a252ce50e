package dev.dockhand.hardware.scan;

import dev.dockhand.hardware.port.PortAddress.Parity;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Judges by what a scanner sent whether the port is set right. Pure. The bytes are read with eight bits and no parity, so
 * seven bits with parity show as an eighth bit that makes the number of ones even, or odd, in every byte.
 */
public final class SerialJudge {

    private static final String MARKS = "\r\n\u0003";

    private SerialJudge() {}

    /** What the bytes show. */
    public enum Finding {
        /** Nothing came. */
        NOTHING,
        /** Text with a mark at its end. */
        CLEAR,
        /** Text, but without CR, LF or ETX at its end: tell the scanner to send one. */
        NO_END_MARK,
        /** Seven bits with even parity. */
        SEVEN_EVEN,
        /** Seven bits with odd parity. */
        SEVEN_ODD,
        /** Seven bits with mark parity, or with none and two stop bits. */
        SEVEN_MARK,
        /** Not text at all: another baud rate. */
        GARBAGE;

        /** The parity of seven bits; none for eight. */
        public Parity parity() {
            return switch (this) {
                case SEVEN_EVEN -> Parity.EVEN;
                case SEVEN_ODD -> Parity.ODD;
                case SEVEN_MARK -> Parity.MARK;
                case NOTHING, CLEAR, NO_END_MARK, GARBAGE -> Parity.NONE;
            };
        }

        /** Whether the port can be set up with it. */
        public boolean isUsable() {
            return this != NOTHING && this != GARBAGE;
        }
    }

    /**
     * Judges.
     *
     * @param read all that came of one code or several, read with eight bits and no parity
     */
    public static Finding judge(byte[] read) {
        if (read.length == 0) {
            return Finding.NOTHING;
        }
        if (!every(read, b -> b < 0x80)
                && every(read, b -> isTextOrMark(b & 0x7F))
                && isEnd(read[read.length - 1] & 0x7F)) {
            if (every(read, b -> b >= 0x80)) {
                return Finding.SEVEN_MARK;
            }
            if (every(read, b -> Integer.bitCount(b) % 2 == 0)) {
                return Finding.SEVEN_EVEN;
            }
            if (every(read, b -> Integer.bitCount(b) % 2 == 1)) {
                return Finding.SEVEN_ODD;
            }
        }
        if (!every(read, b -> b >= 0x80 || isTextOrMark(b)) || !isUtf8(read)) {
            return Finding.GARBAGE;
        }
        return isEnd(read[read.length - 1]) ? Finding.CLEAR : Finding.NO_END_MARK;
    }

    private static boolean every(byte[] read, IntPredicate rule) {
        return IntStream.range(0, read.length).map(i -> read[i] & 0xFF).allMatch(rule);
    }

    private static boolean isTextOrMark(int b) {
        return b >= 0x20 && b < 0x7F || b == '\t' || b == 0x1D || b == ScanFramer.STX || isEnd(b);
    }

    private static boolean isEnd(int b) {
        return MARKS.indexOf(b) >= 0;
    }

    private static boolean isUtf8(byte[] read) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(read));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
