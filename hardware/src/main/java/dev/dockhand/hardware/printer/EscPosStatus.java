package dev.dockhand.hardware.printer;

import java.io.ByteArrayOutputStream;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * {@code DLE EOT 1..4} and {@code GS r 1} (Epson, ESC/POS Command Reference). The real-time answers are four bytes, each with
 * bits 1 and 4 up and 0 and 7 down; the answer to {@code GS r}, which waits its turn behind the slip, has bits 4 and 7 down.
 * So neither can be XON or XOFF. A printer may be offline for a reason that it does not tell, such as its feed key.
 */
final class EscPosStatus implements StatusTalk {
    private static final int ANSWERS = 4;
    private static final int FIXED_MASK = 0x93;
    private static final int FIXED = 0x12;
    /** Paper there, near its end, at its end, both; anything else is garbage. */
    private static final String IN_TURN = "\u0000\u0003\u000c\u000f";

    private static final int XON = 0x11;
    private static final int XOFF = 0x13;
    private static final int OFFLINE = 0x08;
    private static final int ESC_POS_COVER = 0x04;
    private static final int PAPER_END_STOP = 0x20;
    private static final int ANY_ERROR = 0x40;
    private static final int CUTTER = 0x08;
    private static final int NEAR_END = 0x0C;
    private static final int END = 0x60;

    @Override
    public byte[] question() {
        return new byte[] {0x10, 4, 1, 0x10, 4, 2, 0x10, 4, 3, 0x10, 4, 4};
    }

    @Override
    public byte[] inTurn() {
        return new byte[] {0x1D, 'r', 1};
    }

    @Override
    public int filler() {
        return 0;
    }

    @Override
    public boolean reprints() {
        return false;
    }

    @Override
    public boolean tellsBusy() {
        return false;
    }

    @Override
    public StatusReader reader() {
        return new Reader();
    }

    private static final class Reader implements StatusReader {
        private static final int MOST = 64;
        private final ByteArrayOutputStream got = new ByteArrayOutputStream();
        /** How many questions that wait their turn are not answered yet. */
        private int owed;

        private boolean reached;
        private boolean garbage;
        private boolean held;

        @Override
        public void accept(byte[] bytes) {
            for (byte b : bytes) {
                if (b == XON || b == XOFF) {
                    held = b == XOFF;
                } else if ((b & FIXED_MASK) == FIXED && got.size() < MOST) {
                    got.write(b);
                } else if (IN_TURN.indexOf(b) >= 0) {
                    reached |= owed == 1;
                    owed = Math.max(0, owed - 1);
                } else {
                    garbage = true;
                }
            }
        }

        @Override
        public boolean whole() {
            return got.size() >= ANSWERS;
        }

        @Override
        public void turn() {
            owed++;
            reached = false;
        }

        @Override
        public void silent() {
            owed = 0;
        }

        @Override
        public boolean held() {
            return held;
        }

        @Override
        public boolean reached() {
            return reached;
        }

        @Override
        public Optional<PrinterStatus> status() {
            if (got.size() != ANSWERS || garbage) {
                return Optional.empty();
            }
            byte[] answer = got.toByteArray();
            Set<PrinterFlag> flags = EnumSet.noneOf(PrinterFlag.class);
            flag(flags, answer[1], ESC_POS_COVER, PrinterFlag.HEAD_OPEN);
            flag(flags, answer[1], PAPER_END_STOP, PrinterFlag.PAPER_OUT);
            flag(flags, answer[2], CUTTER, PrinterFlag.JAM);
            flag(flags, answer[3], NEAR_END, PrinterFlag.PAPER_LOW);
            flag(flags, answer[3], END, PrinterFlag.PAPER_OUT);
            if (((answer[0] & OFFLINE) != 0 || (answer[1] & ANY_ERROR) != 0)
                    && PrinterStatus.uncounted(flags).stopped().isEmpty()) {
                flags.add(PrinterFlag.ERROR);
            }
            return Optional.of(PrinterStatus.uncounted(flags));
        }

        private static void flag(Set<PrinterFlag> flags, byte answer, int bits, PrinterFlag flag) {
            if ((answer & bits) != 0) {
                flags.add(flag);
            }
        }

        @Override
        public void reset() {
            got.reset();
            garbage = false;
        }
    }
}
