package dev.dockhand.hardware.printer;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * {@code ^cp} (Bixolon, SLCS Programming Manual 1.24, p. 74): two bytes. The first has bit 7 paper, 6 cover, 5 cutter, 4
 * head hot, 3 no gap found, 2 ribbon; the second bit 7 making up a label, 6 printing, 5 a label waits in the peeler. Other
 * bits are 0, so most garbage is no answer. A label that ran out of paper is issued again.
 */
final class SlcsStatus implements StatusTalk {
    private static final byte[] QUESTION = "^cp\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int UNUSED_FIRST = 0b0000_0011;
    private static final int UNUSED_SECOND = 0b0001_1111;

    @Override
    public byte[] question() {
        return QUESTION.clone();
    }

    @Override
    public int filler() {
        return '\n';
    }

    @Override
    public boolean reprints() {
        return true;
    }

    @Override
    public StatusReader reader() {
        return new FewBytes(2, true, SlcsStatus::read);
    }

    private static Optional<PrinterStatus> read(byte[] answer) {
        if ((answer[0] & UNUSED_FIRST) != 0 || (answer[1] & UNUSED_SECOND) != 0) {
            return Optional.empty();
        }
        Set<PrinterFlag> flags = EnumSet.noneOf(PrinterFlag.class);
        flags.addAll(TsplStatus.flags(
                answer[0] >> 2,
                PrinterFlag.RIBBON_OUT,
                PrinterFlag.PAPER_OUT,
                PrinterFlag.TOO_HOT,
                PrinterFlag.JAM,
                PrinterFlag.HEAD_OPEN,
                PrinterFlag.PAPER_OUT));
        flags.addAll(TsplStatus.flags(answer[1] >> 5, PrinterFlag.LABEL_WAITING, PrinterFlag.BUSY, PrinterFlag.BUSY));
        return Optional.of(PrinterStatus.uncounted(flags));
    }
}
