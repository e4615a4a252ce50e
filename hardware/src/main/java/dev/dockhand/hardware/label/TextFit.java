package dev.dockhand.hardware.label;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A text made to fit a room: shrunk a little, then wrapped, then shrunk on, then cut with an ellipsis.
 *
 * @param size the size of the letters, in the unit of the room
 * @param lines the lines, at least one
 * @param kept how many characters stand before the ellipsis; -1 when the text is whole
 */
record TextFit(double size, List<String> lines, int kept) {
    /** From one line's base to the next, in em. */
    static final double LEADING = 1.2;
    /** From the top of a block of lines to the first base, in em. */
    static final double ASCENT = 0.9;
    /** From the last base to the bottom of the block, in em. */
    static final double DESCENT = 0.22;

    static final int WHOLE = -1;

    private static final String ELLIPSIS = "\u2026";
    private static final double STEP = 0.95;
    /** A single line may lose this share of its size before it is wrapped. */
    private static final double BEFORE_WRAP = 0.85;

    /** Height of a block of so many lines, in em. */
    static double height(int lines) {
        return ASCENT + DESCENT + (lines - 1) * LEADING;
    }

    /**
     * Fits a text.
     *
     * @param text what is written, without control characters
     * @param width width of the room
     * @param height height of the room
     * @param style sizes in millimetres and number of lines
     * @param scale how many of the room's units are a millimetre
     * @param measure width of a line in em
     */
    static TextFit of(
            String text, double width, double height, TextStyle style, double scale, ToDoubleFunction<String> measure) {
        double largest = Math.min(style.sizeMm() * scale, height / height(1));
        double least = Math.min(style.leastMm() * scale, largest);
        double whole = measure.applyAsDouble(text);
        double oneLine = style.lines() == 1 ? least : Math.max(least, largest * BEFORE_WRAP);
        for (double size = largest; size > oneLine; size *= STEP) {
            if (whole * size <= width) {
                return new TextFit(size, List.of(text), WHOLE);
            }
        }
        if (whole * oneLine <= width) {
            return new TextFit(oneLine, List.of(text), WHOLE);
        }
        for (double size = largest; style.lines() > 1 && size > least; size *= STEP) {
            List<String> lines = wrap(text, width / size, measure);
            if (lines.size() <= room(size, height, style)) {
                return new TextFit(size, lines, WHOLE);
            }
        }
        return cut(text, width / least, least, room(least, height, style), measure);
    }

    private static int room(double size, double height, TextStyle style) {
        int lines = 1;
        while (lines < style.lines() && height(lines + 1) * size <= height) {
            lines++;
        }
        return lines;
    }

    private static TextFit cut(String text, double width, double size, int most, ToDoubleFunction<String> measure) {
        List<String> lines = most == 1 ? List.of(text) : wrap(text, width, measure);
        if (lines.size() <= most && measure.applyAsDouble(lines.getLast()) <= width) {
            return new TextFit(size, lines, WHOLE);
        }
        List<String> kept = new ArrayList<>(lines.subList(0, Math.min(most, lines.size()) - 1));
        String rest = String.join(" ", lines.subList(kept.size(), lines.size()));
        int fits = longest(rest, width, line -> measure.applyAsDouble(line.strip() + ELLIPSIS));
        kept.add(rest.substring(0, fits).strip() + ELLIPSIS);
        int characters = kept.stream()
                .mapToInt(line -> line.codePointCount(0, line.length()))
                .sum();
        return new TextFit(size, kept, characters - 1);
    }

    /** Breaks at spaces, and inside a word only where it is wider than a line. */
    private static List<String> wrap(String text, double width, ToDoubleFunction<String> measure) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            String joined = line.isEmpty() ? word : line + " " + word;
            if (measure.applyAsDouble(joined) <= width) {
                line.setLength(0);
                line.append(joined);
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
            }
            String left = word;
            while (!left.isEmpty() && measure.applyAsDouble(left) > width) {
                int fits = Math.max(left.offsetByCodePoints(0, 1), longest(left, width, measure));
                if (fits == left.length()) {
                    break;
                }
                lines.add(left.substring(0, fits));
                left = left.substring(fits);
            }
            line.append(left);
        }
        lines.add(line.toString());
        return lines;
    }

    /** The length of the longest beginning that is not wider than told; never between the halves of a character. */
    private static int longest(String text, double width, ToDoubleFunction<String> measure) {
        int low = 0;
        int high = text.codePointCount(0, text.length());
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (measure.applyAsDouble(text.substring(0, text.offsetByCodePoints(0, middle))) <= width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return text.offsetByCodePoints(0, low);
    }
}
