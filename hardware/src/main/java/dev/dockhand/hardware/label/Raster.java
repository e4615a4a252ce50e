package dev.dockhand.hardware.label;

import dev.dockhand.hardware.label.TextStyle.Align;
import dev.dockhand.hardware.label.TextStyle.Valign;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.List;

/**
 * A text as dots.
 *
 * @param bitmap the dots, cut to the ink
 * @param left dots from the left edge of the area
 * @param top dots from the upper edge of the area
 * @param missing characters that became empty squares
 * @param kept how many characters there was room for; {@link TextFit#WHOLE} for all
 */
record Raster(Bitmap bitmap, int left, int top, List<Integer> missing, int kept) {
    /** How much of a dot the ink covers before the dot is black; below half, so that thin strokes survive. */
    private static final int COVERED = 105;

    private static final Raster EMPTY = new Raster(Bitmap.ofRows(8, 1, new byte[1]), 0, 0, List.of(), TextFit.WHOLE);

    /** Draws a text into an area of so many dots; nothing of it leaves the area. */
    static Raster of(LabelFonts fonts, String text, TextStyle style, int width, int height, double dotsPerMm) {
        LabelFont font = fonts.of(style.face());
        String clean = font.drawable(text);
        if (width < 1 || height < 1 || (clean.isEmpty() && !style.inverse())) {
            return EMPTY;
        }
        TextFit fit = TextFit.of(clean, width - inset(style, dotsPerMm) * 2, height, style, dotsPerMm, font::width);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setColor(Color.WHITE);
        for (int i = 0; i < fit.lines().size(); i++) {
            String line = fit.lines().get(i);
            AffineTransform place = new AffineTransform();
            place.translate(
                    x(style.align(), width, font.width(line) * fit.size(), inset(style, dotsPerMm)),
                    Math.round(base(style.valign(), height, fit, i)));
            place.scale(fit.size() / font.grid(), fit.size() / font.grid());
            g.fill(place.createTransformedShape(font.outline(line)));
        }
        g.dispose();
        byte[] grey = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        Raster ink = crop(grey, width, height, style.inverse());
        return new Raster(ink.bitmap(), ink.left(), ink.top(), font.missing(text), fit.kept());
    }

    /** White letters need black on both sides of them. */
    private static double inset(TextStyle style, double dotsPerMm) {
        return style.inverse() ? style.sizeMm() * dotsPerMm * 0.15 : 0;
    }

    static double x(Align align, double width, double lineWidth, double inset) {
        return switch (align) {
            case LEFT -> inset;
            case CENTER -> (width - lineWidth) / 2;
            case RIGHT -> width - lineWidth - inset;
        };
    }

    static double base(Valign valign, double height, TextFit fit, int line) {
        double block = TextFit.height(fit.lines().size()) * fit.size();
        double top = switch (valign) {
            case TOP -> 0;
            case MIDDLE -> (height - block) / 2;
            case BOTTOM -> height - block;
        };
        return top + (TextFit.ASCENT + line * TextFit.LEADING) * fit.size();
    }

    private static Raster crop(byte[] grey, int width, int height, boolean inverse) {
        int left = width;
        int right = -1;
        int top = height;
        int bottom = -1;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (((grey[y * width + x] & 0xFF) >= COVERED) != inverse) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y);
                }
            }
        }
        if (right < 0) {
            return EMPTY;
        }
        int cutWidth = right - left + 1;
        int cutHeight = bottom - top + 1;
        int stride = Bitmap.stride(cutWidth);
        byte[] rows = new byte[cutHeight * stride];
        for (int y = 0; y < cutHeight; y++) {
            for (int x = 0; x < cutWidth; x++) {
                if (((grey[(top + y) * width + left + x] & 0xFF) >= COVERED) != inverse) {
                    rows[y * stride + x / 8] |= (byte) (0x80 >> (x % 8));
                }
            }
        }
        return new Raster(Bitmap.ofRows(cutWidth, cutHeight, rows), left, top, List.of(), TextFit.WHOLE);
    }
}
