package dev.dockhand.hardware.label;

import dev.dockhand.model.id.NormalText;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One weight of the bundled font, and behind it the one that has what it lacks. Outlines are taken unhinted at the font's
 * own grid and scaled by Java, so every machine makes the same dots.
 */
final class LabelFont {
    /** Units of the em square of Pretendard; at this size every coordinate is a whole number. */
    private static final float GRID = 2048;

    private static final int MISSING = '\u25a1';
    private static final FontRenderContext PLAIN = new FontRenderContext(null, false, true);

    private final Font font;
    private final @Nullable LabelFont other;

    private LabelFont(Font font, @Nullable LabelFont other) {
        this.font = font;
        this.other = other;
    }

    /**
     * Loads a font from the resources beside the programs.
     *
     * @param other draws what this one does not have; null for none
     */
    static LabelFont load(String resource, @Nullable LabelFont other) {
        try (InputStream in = LabelFont.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the font " + resource + " is missing from the program");
            }
            return new LabelFont(Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(GRID), other);
        } catch (IOException e) {
            // The JDK's font code asks the system's fontconfig even for a font of our own.
            throw new UncheckedIOException(
                    "labels cannot be drawn: the font cannot be loaded; on Linux install the package fontconfig", e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("the font " + resource + " is damaged", e);
        }
    }

    /** The text with what no font can draw replaced by an empty square, and what nobody sees left out. */
    String drawable(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        NormalText.line(text)
                .codePoints()
                .forEach(point ->
                        clean.appendCodePoint(Character.isISOControl(point) ? ' ' : draws(point) ? point : MISSING));
        return clean.toString().strip().replaceAll(" {2,}", " ");
    }

    /** The characters of a text that no font can draw, each once. */
    List<Integer> missing(String text) {
        return NormalText.line(text)
                .codePoints()
                .filter(point -> !Character.isISOControl(point) && !draws(point))
                .distinct()
                .boxed()
                .toList();
    }

    private boolean draws(int point) {
        return font.canDisplay(point) || other != null && other.draws(point);
    }

    /** Width of a line, in em. */
    double width(String line) {
        return advance(line) / GRID;
    }

    private double advance(String line) {
        return runs(line)
                .mapToDouble(run -> run.font()
                        .font
                        .createGlyphVector(PLAIN, run.text())
                        .getLogicalBounds()
                        .getWidth())
                .sum();
    }

    /** Outline of a line with its base at 0, in em times {@link #grid()}. */
    Shape outline(String line) {
        if (font.canDisplayUpTo(line) < 0) {
            return font.createGlyphVector(PLAIN, line).getOutline();
        }
        Path2D outline = new Path2D.Double();
        double x = 0;
        for (Run run : runs(line).toList()) {
            Shape shape = run.font().font.createGlyphVector(PLAIN, run.text()).getOutline();
            outline.append(AffineTransform.getTranslateInstance(x, 0).createTransformedShape(shape), false);
            x += run.font().advance(run.text());
        }
        return outline;
    }

    /** Characters side by side that one font draws. */
    private record Run(LabelFont font, String text) {}

    private Stream<Run> runs(String line) {
        LabelFont next = other;
        if (next == null || font.canDisplayUpTo(line) < 0) {
            return Stream.of(new Run(this, line));
        }
        List<Run> runs = new ArrayList<>();
        int from = 0;
        while (from < line.length()) {
            boolean own = font.canDisplay(line.codePointAt(from));
            int to = from;
            while (to < line.length() && font.canDisplay(line.codePointAt(to)) == own) {
                to = line.offsetByCodePoints(to, 1);
            }
            runs.add(new Run(own ? this : next, line.substring(from, to)));
            from = to;
        }
        return runs.stream();
    }

    /** Units an em in {@link #outline}. */
    double grid() {
        return GRID;
    }
}
