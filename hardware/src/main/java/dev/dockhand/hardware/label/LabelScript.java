package dev.dockhand.hardware.label;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The commands of languages that are lines with binary pictures between them, as bytes and read back. */
final class LabelScript {
    private static final int LONGEST_HEADER = 64;
    private static final int LARGEST_PICTURE = 16 << 20;

    private LabelScript() {}

    /** How many bytes of dots follow a header. */
    @FunctionalInterface
    interface Size {
        long of(int[] numbers);
    }

    /** True when these letters stand at a place. */
    static boolean starts(byte[] bytes, int from, String letters) {
        byte[] wanted = letters.getBytes(StandardCharsets.US_ASCII);
        return from + wanted.length <= bytes.length
                && Arrays.equals(bytes, from, from + wanted.length, wanted, 0, wanted.length);
    }

    /** Behind the next LF; -1 when there is none. */
    static int lineEnd(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    /** Behind the dots that follow a header of so many numbers, each with a comma behind it; -1 when they are not whole. */
    static int pictureEnd(byte[] bytes, int from, int count, Size size) {
        int[] numbers = new int[count];
        int data = header(bytes, from, numbers);
        if (data < 0) {
            return lineEnd(bytes, from);
        }
        long length = size.of(numbers);
        if (length < 0 || length > LARGEST_PICTURE) {
            return lineEnd(bytes, from);
        }
        return data + length <= bytes.length ? data + (int) length : -1;
    }

    /** Reads the numbers of a header; gives where the dots begin, -1 when it is no header. */
    static int header(byte[] bytes, int from, int[] numbers) {
        int at = from;
        for (int i = 0; i < numbers.length; i++) {
            int first = at;
            while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9' && at - from < LONGEST_HEADER) {
                numbers[i] = numbers[i] * 10 + bytes[at] - '0';
                at++;
            }
            if (at == first || at - first > 6 || at >= bytes.length || bytes[at] != ',') {
                return -1;
            }
            at++;
        }
        return at;
    }

    /** Cuts bytes into commands. The empty line behind a picture is none. */
    static List<byte[]> commands(LabelLanguage language, byte[] bytes) throws LabelException {
        List<byte[]> commands = new ArrayList<>();
        int at = 0;
        while (at < bytes.length) {
            int end = language.commandEnd(bytes, at);
            if (end <= at) {
                throw new LabelException(
                        "", "the bytes hold no whole label: a command of %s is cut short".formatted(language.id()));
            }
            if (end - at != 2 || !starts(bytes, at, "\r\n")) {
                commands.add(Arrays.copyOfRange(bytes, at, end));
            }
            at = end;
        }
        return commands;
    }

    /** The parameters of a command line behind its name, without quotation marks. */
    static String[] parameters(String line, int name) {
        String[] parts = line.substring(name).strip().split(",", -1);
        for (int i = 0; i < parts.length; i++) {
            parts[i] = parts[i].strip().replaceAll("^[\"']|[\"']$", "");
        }
        return parts;
    }

    /** A parameter as a whole number. */
    static int number(String[] parameters, int index) throws LabelException {
        String text = index < parameters.length ? parameters[index] : "";
        if (!text.matches("[0-9]{1,6}")) {
            throw new LabelException("", "parameter %d of a command is no number".formatted(index + 1));
        }
        return Integer.parseInt(text);
    }

    /** The command as text, one character a byte, without its line end. */
    static String text(byte[] command) {
        return new String(command, StandardCharsets.ISO_8859_1).stripTrailing();
    }

    /** Rows of dots whose black is 0, as several printers want them. */
    static byte[] inverted(byte[] rows) {
        byte[] other = new byte[rows.length];
        for (int i = 0; i < rows.length; i++) {
            other[i] = (byte) ~rows[i];
        }
        return other;
    }

    /** A label that is being read. */
    static final class Reading {
        int width;
        int height;
        private final List<Mark> marks = new ArrayList<>();
        private boolean printed;

        void add(Mark mark) {
            if (!printed) {
                marks.add(mark);
            }
        }

        void print() {
            printed = true;
        }

        Sheet sheet(Dpi dpi) throws LabelException {
            if (!printed || width < 1 || height < 1) {
                throw new LabelException("", "the bytes hold no whole label");
            }
            return new Sheet(width, height, dpi, marks);
        }
    }

    /** The Code 128 that a printer makes of an even number of digits. */
    static Mark.Bars digits(int x, int y, String digits, int module, int height) throws LabelException {
        if (!digits.matches("([0-9][0-9]){2,}")) {
            throw new LabelException("", "the subset of this Code 128 is the printer's choice");
        }
        return new Mark.Bars(x, y, Code128.plan(digits), module, height);
    }
}
