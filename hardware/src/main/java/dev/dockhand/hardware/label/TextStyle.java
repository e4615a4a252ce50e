package dev.dockhand.hardware.label;

/**
 * How a text is written.
 *
 * @param face which letters
 * @param sizeMm size of the letters in millimetres (the em square)
 * @param leastMm size below which they are not shrunk
 * @param lines most lines, 1 or more
 * @param align where a line stands in its area
 * @param valign where the lines stand in their area
 * @param inverse white on black, filling the whole area
 */
public record TextStyle(
        Face face, double sizeMm, double leastMm, int lines, Align align, Valign valign, boolean inverse) {

    public TextStyle {
        if (!(leastMm > 0 && sizeMm >= leastMm && lines >= 1)) {
            throw new IllegalArgumentException(
                    "a text has a size from %s down to %s mm and %d lines".formatted(sizeMm, leastMm, lines));
        }
        if (face == Face.PRINTER && (lines > 1 || inverse)) {
            throw new IllegalArgumentException("the printer's own font writes one line, black on white");
        }
    }

    /** Which letters. */
    public enum Face {
        /** The bundled font, rasterised: writes every language it holds. */
        REGULAR,
        /** The bundled font, bold. */
        BOLD,
        /** The printer's own scalable font: few bytes, printable ASCII only. */
        PRINTER
    }

    /** Horizontal place of a line. */
    public enum Align {
        LEFT,
        CENTER,
        RIGHT
    }

    /** Vertical place of the lines. */
    public enum Valign {
        TOP,
        MIDDLE,
        BOTTOM
    }
}
