package dev.dockhand.hardware.label;

import dev.dockhand.hardware.label.TextStyle.Face;

/** The letters that labels are written with: two bundled weights, one font with Hanja and signs behind both, and what is known of a printer's own font. */
final class LabelFonts {
    /** No digit of ZPL's font 0 is wider than this share of its height. */
    private static final double PRINTER_DIGIT = 0.56;

    private static final double PRINTER_LEAST = 0.62;

    private final LabelFont hanja = LabelFont.load("/fonts/NotoSansKR-Hanja.ttf", null);
    private final LabelFont regular = LabelFont.load("/fonts/Pretendard-Regular.otf", hanja);
    private final LabelFont bold = LabelFont.load("/fonts/Pretendard-Bold.otf", hanja);

    /** The bundled weight; the printer's own font is drawn bold in a preview. */
    LabelFont of(Face face) {
        return face == Face.REGULAR ? regular : bold;
    }

    /**
     * Width of a line in em. For the printer's font it is an upper bound: its metrics differ by model, and a line must
     * never run into a barcode.
     */
    double width(Face face, String line) {
        return face == Face.PRINTER
                ? line.chars().mapToDouble(this::printerWidth).sum()
                : of(face).width(line);
    }

    private double printerWidth(int c) {
        return Character.isDigit(c) ? PRINTER_DIGIT : Math.max(PRINTER_LEAST, bold.width(Character.toString(c)));
    }
}
