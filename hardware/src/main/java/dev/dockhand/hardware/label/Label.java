package dev.dockhand.hardware.label;

import java.util.List;

/**
 * A label as data, before any printer language.
 *
 * @param widthMm width in millimetres, above 0 and at most 300
 * @param heightMm height in millimetres, above 0 and at most 1,000
 * @param elements what is on it, in drawing order
 */
public record Label(double widthMm, double heightMm, List<Element> elements) {
    private static final double WIDEST = 300;
    private static final double HIGHEST = 1000;

    public Label {
        if (!(widthMm > 0 && widthMm <= WIDEST && heightMm > 0 && heightMm <= HIGHEST)) {
            throw new IllegalArgumentException("no printer takes a label of %s x %s mm".formatted(widthMm, heightMm));
        }
        elements = List.copyOf(elements);
    }
}
