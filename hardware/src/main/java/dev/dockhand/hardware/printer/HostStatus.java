package dev.dockhand.hardware.printer;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A printer's answer to {@code ~HS}: three frames of comma separated numbers (ZPL II Programming Guide, "~HS Host Status
 * Return").
 *
 * @param communication frame 1 {@code aaa}: port settings, bit by bit
 * @param labelLength frame 1 {@code dddd}: length of the label in dots
 * @param formatsWaiting frame 1 {@code eee}: formats in the receive buffer
 * @param functions frame 2 {@code mmm}: function settings, bit by bit
 * @param printMode frame 2 {@code r}: 0 rewind, 1 peel, 2 tear off, 3 cutter, 4 applicator
 * @param thermalTransfer frame 2 {@code q}: prints with a ribbon
 * @param labelsRemaining frame 2 {@code uuuuuuuu}: labels of the batch still to be printed
 * @param graphics frame 2 {@code www}: graphics stored in memory
 * @param flags every flag of the frames that is up
 */
public record HostStatus(
        int communication,
        int labelLength,
        int formatsWaiting,
        int functions,
        int printMode,
        boolean thermalTransfer,
        long labelsRemaining,
        int graphics,
        Set<PrinterFlag> flags) {

    static final int FIRST_FIELDS = 12;
    static final int SECOND_FIELDS = 11;
    static final int THIRD_FIELDS = 2;
    private static final int XON_XOFF_BIT = 7;

    public HostStatus {
        flags = Collections.unmodifiableSet(
                flags.isEmpty() ? EnumSet.noneOf(PrinterFlag.class) : EnumSet.copyOf(flags));
    }

    /** The status in the first two frames; the third (password, static memory) says nothing about printing. */
    static HostStatus of(List<Long> first, List<Long> second) {
        Set<PrinterFlag> flags = EnumSet.noneOf(PrinterFlag.class);
        flag(flags, PrinterFlag.PAPER_OUT, first.get(1));
        flag(flags, PrinterFlag.PAUSED, first.get(2));
        flag(flags, PrinterFlag.BUFFER_FULL, first.get(5));
        flag(flags, PrinterFlag.DIAGNOSTIC, first.get(6));
        flag(flags, PrinterFlag.PARTIAL_FORMAT, first.get(7));
        flag(flags, PrinterFlag.RAM_LOST, first.get(9));
        flag(flags, PrinterFlag.TOO_COLD, first.get(10));
        flag(flags, PrinterFlag.TOO_HOT, first.get(11));
        flag(flags, PrinterFlag.HEAD_OPEN, second.get(2));
        flag(flags, PrinterFlag.RIBBON_OUT, second.get(3));
        flag(flags, PrinterFlag.LABEL_WAITING, second.get(7));
        return new HostStatus(
                first.get(0).intValue(),
                first.get(3).intValue(),
                first.get(4).intValue(),
                second.get(0).intValue(),
                second.get(5).intValue(),
                second.get(4) != 0,
                second.get(8),
                second.get(10).intValue(),
                flags);
    }

    private static void flag(Set<PrinterFlag> flags, PrinterFlag flag, long value) {
        if (value != 0) {
            flags.add(flag);
        }
    }

    /** What is common to all languages of it. */
    public PrinterStatus status() {
        return new PrinterStatus(flags, OptionalLong.of(formatsWaiting + labelsRemaining));
    }

    /** True when the serial line is stopped and restarted with XOFF and XON ({@code a7} is 0). */
    public boolean xonXoff() {
        return (communication >> XON_XOFF_BIT & 1) == 0;
    }
}
