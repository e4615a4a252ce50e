package dev.dockhand.hardware.label;

/**
 * A rectangle on a label, in millimetres from its upper left corner.
 *
 * @param x left edge
 * @param y upper edge
 * @param width width, above 0
 * @param height height, above 0
 */
public record Area(double x, double y, double width, double height) {
    public Area {
        if (!(x >= 0 && y >= 0 && width > 0 && height > 0)) {
            throw new IllegalArgumentException(
                    "an area lies on the label and is not empty: %s %s %s %s".formatted(x, y, width, height));
        }
    }

    /** The same area, so much lower on the label. */
    public Area lower(double mm) {
        return new Area(x, y + mm, width, height);
    }
}
