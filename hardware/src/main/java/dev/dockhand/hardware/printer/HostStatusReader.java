package dev.dockhand.hardware.printer;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Finds the lines of {@code ~HS} in what a printer sends: three lines of comma separated fields (ZPL II Programming Guide,
 * "~HS Host Status Return"), between STX and ETX or not. Firmwares differ, so a line is known by the width of its fields, and
 * each field is read by itself: one that nobody knows says nothing, and fields behind the known ones are left aside. Garbage
 * between lines is skipped, and XON and XOFF are taken out wherever they stand.
 */
final class HostStatusReader implements StatusReader {
    private static final byte STX = 0x02;
    private static final byte ETX = 0x03;
    private static final byte XON = 0x11;
    private static final byte XOFF = 0x13;
    private static final int LONGEST_LINE = 128;
    private static final String FIELD = "[!-~]{0,10}";

    /** The flags of the first line; its field 3 is the length of the label in dots, and field 4 counts formats that wait. */
    private static final Map<Integer, PrinterFlag> FIRST = Map.of(
            1, PrinterFlag.PAPER_OUT,
            2, PrinterFlag.PAUSED,
            5, PrinterFlag.BUFFER_FULL,
            6, PrinterFlag.DIAGNOSTIC,
            7, PrinterFlag.PARTIAL_FORMAT,
            9, PrinterFlag.RAM_LOST,
            10, PrinterFlag.TOO_COLD,
            11, PrinterFlag.TOO_HOT);

    /** The flags of the second line; its field 8 counts the labels of the batch that are still to be printed. */
    private static final Map<Integer, PrinterFlag> SECOND =
            Map.of(2, PrinterFlag.HEAD_OPEN, 3, PrinterFlag.RIBBON_OUT, 7, PrinterFlag.LABEL_WAITING);

    private static final int LABEL_LENGTH = 3;
    private static final int WAITING = 4;
    private static final int REMAINING = 8;
    private static final int FIRST_FIELDS = 12;
    private static final int FEWEST_FIELDS = 5;
    private static final int WIDE = 3;

    private final StringBuilder line = new StringBuilder();
    private boolean held;
    private boolean third;
    private List<String> first = List.of();
    private List<String> second = List.of();

    @Override
    public void accept(byte[] bytes) {
        for (byte b : bytes) {
            switch (b) {
                case XON -> held = false;
                case XOFF -> held = true;
                case STX -> line.setLength(0);
                case ETX, '\r', '\n' -> end();
                default -> {
                    if (line.length() <= LONGEST_LINE) {
                        line.append((char) (b & 0xFF));
                    }
                }
            }
        }
    }

    private void end() {
        List<String> fields = List.of(line.toString().replaceAll("[\\s\"]", "").split(",", -1));
        boolean fits = line.length() <= LONGEST_LINE && fields.stream().allMatch(field -> field.matches(FIELD));
        line.setLength(0);
        if (!fits || fields.size() < 2 || !isMostlyNumbers(fields)) {
            return;
        }
        if (fields.size() < FEWEST_FIELDS) {
            third = !second.isEmpty();
        } else if (isFirst(fields)) {
            first = fields;
            second = List.of();
            third = false;
        } else if (!first.isEmpty()) {
            second = fields;
        }
    }

    private static boolean isMostlyNumbers(List<String> fields) {
        long numbers = fields.stream().filter(field -> field.matches("[0-9]+")).count();
        return 2 * numbers >= fields.size();
    }

    /** The second line has a single digit where the first has the length of the label. */
    private boolean isFirst(List<String> fields) {
        return fields.get(LABEL_LENGTH).length() >= WIDE || first.isEmpty() && fields.size() >= FIRST_FIELDS;
    }

    @Override
    public boolean whole() {
        return third;
    }

    @Override
    public boolean enough() {
        return !second.isEmpty();
    }

    @Override
    public Optional<PrinterStatus> status() {
        if (first.isEmpty()) {
            return Optional.empty();
        }
        Set<PrinterFlag> flags = EnumSet.noneOf(PrinterFlag.class);
        flags.addAll(flags(first, FIRST));
        flags.addAll(flags(second, SECOND));
        OptionalLong waiting = number(first, WAITING);
        OptionalLong remaining = number(second, REMAINING);
        boolean counts = waiting.isPresent() && remaining.isPresent();
        if (!counts && waiting.orElse(0) + remaining.orElse(0) > 0) {
            flags.add(PrinterFlag.BUSY);
        }
        return Optional.of(new PrinterStatus(
                flags, counts ? OptionalLong.of(waiting.getAsLong() + remaining.getAsLong()) : OptionalLong.empty()));
    }

    private static Set<PrinterFlag> flags(List<String> fields, Map<Integer, PrinterFlag> known) {
        Set<PrinterFlag> up = EnumSet.noneOf(PrinterFlag.class);
        known.forEach((place, flag) -> {
            if (number(fields, place).orElse(0) != 0) {
                up.add(flag);
            }
        });
        return up;
    }

    private static OptionalLong number(List<String> fields, int place) {
        boolean there = place < fields.size() && fields.get(place).matches("[0-9]+");
        return there ? OptionalLong.of(Long.parseLong(fields.get(place))) : OptionalLong.empty();
    }

    @Override
    public boolean held() {
        return held;
    }

    @Override
    public void reset() {
        line.setLength(0);
        first = List.of();
        second = List.of();
        third = false;
    }
}
