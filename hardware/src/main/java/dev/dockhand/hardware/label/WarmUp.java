package dev.dockhand.hardware.label;

import dev.dockhand.hardware.label.TextStyle.Align;
import dev.dockhand.hardware.label.TextStyle.Face;
import dev.dockhand.hardware.label.TextStyle.Valign;
import java.util.List;

/** A label with one of everything, and other text each time. */
final class WarmUp {

    private WarmUp() {}

    static Label label(int number, double width) {
        double room = width - 6;
        String text = "\uc11c\uc6b8 \uac15\ub0a8\uad6c \ud14c\ud5e4\ub780\ub85c " + number;
        return new Label(
                width,
                150,
                List.of(
                        text(text, Face.BOLD, room, 10, 6),
                        text(text.repeat(4), Face.REGULAR, room, 30, 4),
                        text("order " + number, Face.PRINTER, room, 60, 4),
                        new Element.Barcode(new Area(3, 70, room, 20), Symbology.CODE_128, "60000000" + number, 0.5),
                        new Element.Qr(new Area(3, 95, 25, 25), "60000000" + number),
                        new Element.Line(new Area(3, 125, room, 0.5)),
                        new Element.Box(new Area(3, 130, room, 10), 0.5)));
    }

    private static Element text(String text, Face face, double width, double y, double size) {
        int lines = face == Face.REGULAR ? 3 : 1;
        TextStyle style = new TextStyle(face, size, size / 2, lines, Align.LEFT, Valign.TOP, false);
        return new Element.Text(new Area(3, y, width, 15), text, style);
    }
}
