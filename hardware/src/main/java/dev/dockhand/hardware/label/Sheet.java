package dev.dockhand.hardware.label;

import java.util.List;

/**
 * A label laid out for a print head.
 *
 * @param width width in dots
 * @param height height in dots
 * @param dpi what the dots were counted with
 * @param marks what is on it, in drawing order
 */
public record Sheet(int width, int height, Dpi dpi, List<Mark> marks) {
    private static final int MOST_DOTS = 24_000;

    public Sheet {
        if (width < 1 || height < 1 || width > MOST_DOTS || height > MOST_DOTS) {
            throw new IllegalArgumentException("a label of %d x %d dots".formatted(width, height));
        }
        marks = List.copyOf(marks);
    }

    /** Everything on it as dots, but for letters in the printer's own font. */
    public Bitmap dots() {
        Canvas canvas = new Canvas(width, height);
        marks.forEach(canvas::draw);
        return canvas.bitmap();
    }
}
