package dev.dockhand.hardware.label;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * One weight of the bundled font. Outlines are taken unhinted at the font's own grid and scaled by Java, so every machine
 * makes the same dots.
 */
final class LabelFont {
    /** Units of the em square of Pretendard; at this size every coordinate is a whole number. */
    private static final float GRID = 2048;

    private static final int MISSING = '\u25a1';
    private static final FontRenderContext PLAIN = new FontRenderContext(null, false, true);

    private final Font font;

    private LabelFont(Font font) {
        this.font = font;
    }

    /** Loads a font from the resources beside the programs. */
    static LabelFont load(String resource) {
        try (InputStream in = LabelFont.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the font " + resource + " is missing from the program");
            }
            return new LabelFont(Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(GRID));
        } catch (IOException e) {
            // The JDK's font code asks the system's fontconfig even for a font of our own.
            throw new UncheckedIOException(
                    "labels cannot be drawn: the font cannot be loaded; on Linux install the package fontconfig", e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("the font " + resource + " is damaged", e);
        }
    }

    /** The text with what the font cannot draw replaced by an empty square, and what nobody sees left out. */
    String drawable(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            int type = Character.getType(point);
            if (Character.isWhitespace(point) || type == Character.CONTROL) {
                clean.append(' ');
            } else if (type != Character.FORMAT) {
                clean.appendCodePoint(font.canDisplay(point) ? point : MISSING);
            }
        });
        return clean.toString().strip().replaceAll(" {2,}", " ");
    }

    /** Width of a line, in em. */
    double width(String line) {
        return font.createGlyphVector(PLAIN, line).getLogicalBounds().getWidth() / GRID;
    }

    /** Outline of a line with its base at 0, in em times {@link #grid()}. */
    Shape outline(String line) {
        return font.createGlyphVector(PLAIN, line).getOutline();
    }

    /** Units an em in {@link #outline}. */
    double grid() {
        return GRID;
    }
}
