package dev.dockhand.hardware.label;

import dev.dockhand.hardware.label.LabelNotice.Kind;
import dev.dockhand.hardware.label.TextStyle.Face;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Places a label's elements in dots. Every element becomes exactly one mark, whatever it holds. */
final class Layout {
    /** How the separator of GS1 codes is written for people. */
    private static final String GS = "<GS>";

    private final LabelFonts fonts;
    private final RasterCache cache;
    private final boolean letters;
    private final Set<LabelNotice> notices = new LinkedHashSet<>();

    /**
     * A layout.
     *
     * @param letters true when a text for the printer's own font stays a text
     */
    Layout(LabelFonts fonts, RasterCache cache, boolean letters) {
        this.fonts = fonts;
        this.cache = cache;
        this.letters = letters;
    }

    /** An area in dots. */
    record Room(int x, int y, int width, int height, Dpi dpi) {
        static Room of(Area area, Dpi dpi) {
            int x = dpi.dots(area.x());
            int y = dpi.dots(area.y());
            return new Room(x, y, dpi.dots(area.x() + area.width()) - x, dpi.dots(area.y() + area.height()) - y, dpi);
        }

        double scale() {
            return dpi.dots(1000) / 1000.0;
        }
    }

    /** What of the fields is not on the label that was laid out. */
    List<LabelNotice> notices() {
        return List.copyOf(notices);
    }

    Sheet of(Label label, Dpi dpi) throws LabelException {
        List<Mark> marks = new ArrayList<>();
        for (Element element : label.elements()) {
            marks.add(mark(element, Room.of(element.area(), dpi)));
        }
        return new Sheet(dpi.dots(label.widthMm()), dpi.dots(label.heightMm()), dpi, marks);
    }

    private Mark mark(Element element, Room room) throws LabelException {
        return switch (element) {
            case Element.Text text -> text(text, room);
            case Element.Barcode barcode -> Codes.barcode(barcode, room);
            case Element.Qr qr -> Codes.qr(qr.data(), room);
            case Element.DataMatrix matrix -> Codes.dataMatrix(matrix.data(), room);
            case Element.Line _ ->
                new Mark.Bar(room.x(), room.y(), Math.max(1, room.width()), Math.max(1, room.height()));
            case Element.Box box ->
                new Mark.Frame(
                        room.x(),
                        room.y(),
                        room.width(),
                        room.height(),
                        Math.max(1, room.dpi().dots(box.thicknessMm())));
            case Element.Image image -> image(image, room);
        };
    }

    private static Mark image(Element.Image image, Room room) {
        Bitmap bitmap = image.fitted() ? image.bitmap().fitted(room.width(), room.height()) : image.bitmap();
        Bitmap seen =
                bitmap.part(0, 0, Math.min(room.width(), bitmap.width()), Math.min(room.height(), bitmap.height()));
        return new Mark.Dots(room.x(), room.y(), new Picture(seen));
    }

    private Mark text(Element.Text text, Room room) {
        if (text.style().face() == Face.PRINTER && letters && isPlain(text.text())) {
            return letters(text, room);
        }
        String shown = text.text().replace("\u001d", GS);
        var key = new RasterCache.Key(shown, text.style(), room.width(), room.height(), room.dpi());
        RasterCache.Drawn drawn = cache.get(key, () -> {
            Raster raster = Raster.of(fonts, shown, text.style(), room.width(), room.height(), room.scale());
            return new RasterCache.Drawn(
                    new Picture(raster.bitmap()), raster.left(), raster.top(), raster.missing(), raster.kept());
        });
        drawn.missing().forEach(point -> notices.add(new LabelNotice(source(text, point), Kind.REPLACED, point)));
        noticeCut(text, drawn.kept());
        return new Mark.Dots(room.x() + drawn.left(), room.y() + drawn.top(), drawn.picture());
    }

    /** A backslash is a command of ZPL's ^FB, and no label shall fit one printer only. */
    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c < 0x7F && c != '\\');
    }

    private void noticeCut(Element.Text text, int kept) {
        if (kept != TextFit.WHOLE) {
            notices.add(new LabelNotice(String.join(", ", text.sources().keySet()), Kind.CUT, kept));
        }
    }

    private static String source(Element.Text text, int point) {
        return text.sources().entrySet().stream()
                .filter(source -> source.getValue().indexOf(point) >= 0)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(String.join(", ", text.sources().keySet()));
    }

    private Mark letters(Element.Text text, Room room) {
        TextStyle style = text.style();
        TextFit fit = TextFit.of(
                text.text().strip(),
                room.width(),
                room.height(),
                style,
                room.scale(),
                line -> fonts.width(style.face(), line));
        noticeCut(text, fit.kept());
        String line = fit.lines().getFirst().replace("\u2026", "..");
        int size = (int) fit.size();
        int top = (int) Math.round(Raster.base(style.valign(), room.height(), fit, 0) - PrinterFont.BASE * size);
        return new Mark.Letters(room.x(), room.y() + Math.max(0, top), room.width(), size, style.align(), line);
    }
}
