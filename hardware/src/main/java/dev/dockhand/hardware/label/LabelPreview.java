package dev.dockhand.hardware.label;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * What a printer would print, drawn from the bytes that are sent to it and from nothing else. It understands what the
 * language's own {@link LabelLanguage#write} makes. The printer's own font is imitated, so its letters differ a little from
 * paper; everything else is exact to the dot.
 */
public final class LabelPreview {
    private final LabelLanguage language;
    private final Dpi dpi;
    private final LabelFonts fonts = new LabelFonts();

    /**
     * A preview.
     *
     * @param language what the bytes are
     * @param dpi resolution of the print head that they were made for
     */
    public LabelPreview(LabelLanguage language, Dpi dpi) {
        this.language = language;
        this.dpi = dpi;
    }

    /**
     * A drawn label.
     *
     * @param image the label, one pixel a dot
     * @param unknown the commands that were left aside
     */
    public record Drawn(BufferedImage image, List<String> unknown) {
        /** The image as a PNG file. */
        public byte[] png() {
            return PngLanguage.png(image);
        }
    }

    /**
     * Draws the first label of a stream.
     *
     * @param bytes the bytes for the printer
     * @throws LabelException when there is no whole label in them, or a field of it cannot be drawn
     */
    public Drawn draw(byte[] bytes) throws LabelException {
        try {
            Sheet sheet = language.read(bytes, dpi);
            BufferedImage image = sheet.dots().image();
            Graphics2D ink = image.createGraphics();
            ink.setColor(Color.BLACK);
            for (Mark mark : sheet.marks()) {
                if (mark instanceof Mark.Letters letters) {
                    letters(ink, letters);
                }
            }
            ink.dispose();
            return new Drawn(image, language instanceof ZplLanguage ? ZplReader.unknown(bytes) : List.of());
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new LabelException("", "the label cannot be drawn: " + e.getMessage());
        }
    }

    private void letters(Graphics2D ink, Mark.Letters mark) {
        LabelFont letters = fonts.of(TextStyle.Face.PRINTER);
        double width = letters.width(mark.text()) * mark.size() * PrinterFont.CONDENSED;
        double left = Raster.x(mark.align(), mark.width(), width, 0);
        AffineTransform place =
                AffineTransform.getTranslateInstance(mark.x() + left, mark.y() + PrinterFont.BASE * mark.size());
        place.scale(mark.size() * PrinterFont.CONDENSED / letters.grid(), mark.size() / letters.grid());
        ink.fill(place.createTransformedShape(letters.outline(mark.text())));
    }
}
