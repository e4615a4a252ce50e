package dev.dockhand.hardware.printer;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * {@code ESC ! ?} (TSPL/TSPL2 Programming): one byte of flags, answered at once, also while printing and in error. Every
 * value is a status, so a byte too many makes the whole answer worthless. Whether an interrupted label is printed again is
 * a setting of the printer (SET REPRINT), so nothing is certain after an interruption.
 */
final class TsplStatus implements StatusTalk {
    private static final PrinterFlag[] BITS = {
        PrinterFlag.HEAD_OPEN,
        PrinterFlag.JAM,
        PrinterFlag.PAPER_OUT,
        PrinterFlag.RIBBON_OUT,
        PrinterFlag.PAUSED,
        PrinterFlag.BUSY,
        PrinterFlag.HEAD_OPEN,
        PrinterFlag.TOO_HOT
    };

    @Override
    public byte[] question() {
        return new byte[] {0x1B, '!', '?'};
    }

    @Override
    public int filler() {
        return '\n';
    }

    @Override
    public boolean reprints() {
        return false;
    }

    @Override
    public StatusReader reader() {
        return new FewBytes(1, false, answer -> Optional.of(PrinterStatus.uncounted(flags(answer[0], BITS))));
    }

    /** The flags of the bits that are up, from bit 0. */
    static Set<PrinterFlag> flags(int value, PrinterFlag... bits) {
        Set<PrinterFlag> flags = EnumSet.noneOf(PrinterFlag.class);
        for (int i = 0; i < bits.length; i++) {
            if ((value >> i & 1) != 0) {
                flags.add(bits[i]);
            }
        }
        return flags;
    }
}
