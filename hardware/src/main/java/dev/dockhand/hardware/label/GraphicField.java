package dev.dockhand.hardware.label;

import java.util.Arrays;

/**
 * The data of ZPL's {@code ^GFA}: hexadecimal digits with the compression of the ZPL II guide. A count before a digit is
 * {@code G}-{@code Y} (1-19) and {@code g}-{@code z} (20-400 by twenties); {@code ,} fills a row with zeros,
 * and {@code :} repeats the row above. {@code !} (fill with ones) is read but not written: not every printer agrees on it.
 */
final class GraphicField {
    private static final String HEX = "0123456789ABCDEF";

    private GraphicField() {}

    /** The command's parameters, from {@code A} on: sizes and compressed data. */
    static String encode(Bitmap bitmap) {
        int stride = Bitmap.stride(bitmap.width());
        byte[] rows = bitmap.rows();
        StringBuilder text = new StringBuilder();
        text.append("A,%d,%d,%d,".formatted(rows.length, rows.length, stride));
        for (int y = 0; y < bitmap.height(); y++) {
            boolean same =
                    y > 0 && Arrays.equals(rows, (y - 1) * stride, y * stride, rows, y * stride, (y + 1) * stride);
            if (same) {
                text.append(':');
            } else {
                row(rows, y * stride, stride, text);
            }
        }
        return text.toString();
    }

    private static void row(byte[] rows, int from, int stride, StringBuilder text) {
        int digits = stride * 2;
        int at = 0;
        while (at < digits) {
            int digit = digit(rows, from, at);
            int end = at + 1;
            while (end < digits && digit(rows, from, end) == digit) {
                end++;
            }
            if (end == digits && digit == 0) {
                text.append(',');
            } else {
                repeat(HEX.charAt(digit), end - at, text);
            }
            at = end;
        }
    }

    private static int digit(byte[] rows, int from, int index) {
        int b = rows[from + index / 2];
        return index % 2 == 0 ? (b >> 4) & 0xF : b & 0xF;
    }

    private static void repeat(char digit, int count, StringBuilder text) {
        if (count < 3) {
            text.append(String.valueOf(digit).repeat(count));
            return;
        }
        int left = count;
        while (left >= 20) {
            int twenties = Math.min(left / 20, 20);
            text.append((char) ('g' + twenties - 1));
            left -= twenties * 20;
        }
        if (left > 0) {
            text.append((char) ('G' + left - 1));
        }
        text.append(digit);
    }

    /**
     * Reads the parameters of a {@code ^GF} back.
     *
     * @throws LabelException when they are not what {@link #encode} writes
     */
    static Bitmap decode(String parameters) throws LabelException {
        String[] parts = parameters.split(",", 5);
        if (parts.length != 5 || !parts[0].equals("A")) {
            throw new LabelException("", "a graphic field begins with A and three sizes");
        }
        int total = number(parts[2]);
        int stride = number(parts[3]);
        if (stride < 1 || stride > 8192 || total < stride || total > 16 << 20 || total % stride != 0) {
            throw new LabelException("", "a graphic field of %d bytes in rows of %d".formatted(total, stride));
        }
        byte[] rows = new byte[total];
        int digits = stride * 2;
        int at = 0;
        int count = 0;
        String data = parts[4];
        for (int i = 0; i < data.length() && at < total * 2; i++) {
            char c = data.charAt(i);
            int rowEnd = (at / digits + 1) * digits;
            if (c == ',' || c == '!') {
                at = fill(rows, at, rowEnd, c == '!' ? 0xF : 0);
            } else if (c == ':') {
                if (at < digits || at % digits != 0) {
                    throw new LabelException("", "a graphic field repeats a row that is not there");
                }
                System.arraycopy(rows, at / 2 - stride, rows, at / 2, stride);
                at = rowEnd;
            } else if (c >= 'G' && c <= 'Y') {
                count += c - 'G' + 1;
            } else if (c >= 'g' && c <= 'z') {
                count += (c - 'g' + 1) * 20;
            } else {
                int digit = HEX.indexOf(c);
                if (digit < 0) {
                    throw new LabelException("", "a graphic field holds '%c'".formatted(c));
                }
                at = fill(rows, at, Math.min(total * 2, at + Math.max(1, count)), digit);
                count = 0;
            }
        }
        return Bitmap.ofRows(stride * 8, total / stride, rows);
    }

    private static int fill(byte[] rows, int from, int to, int digit) {
        for (int i = from; i < to; i++) {
            rows[i / 2] |= (byte) (i % 2 == 0 ? digit << 4 : digit);
        }
        return to;
    }

    private static int number(String text) throws LabelException {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new LabelException("", "a graphic field has a size that is no number");
        }
    }
}
