package dev.dockhand.hardware.label;

import java.nio.charset.StandardCharsets;

/**
 * Writes ZPL II. Barcodes and the printer's font are native; other text is sent as dots. Each kind of element makes the
 * same number of commands whatever its content, and every byte of content outside a small safe set is sent as
 * {@code _XX} under {@code ^FH}, so no content can become a command.
 */
public final class ZplWriter implements LabelWriter {
    private static final long CACHED_CHARACTERS = 8 << 20;
    /** A ^FD takes 3,072 bytes (ZPL II guide); hexadecimal makes three of one. */
    private static final int LONGEST_DATA = 1000;

    private static final int WARM_UP_LABELS = 20;

    private final LabelFonts fonts = new LabelFonts();
    private final RasterCache cache = new RasterCache(CACHED_CHARACTERS);

    /** A writer with the bundled font loaded. */
    public ZplWriter() {}

    /**
     * Writes a few labels for nothing, so that the first real one is not late. Takes up to a second; call it on a thread
     * that nobody waits for.
     */
    public void warmUp() {
        ZplWriter other = new ZplWriter();
        try {
            for (int i = 0; i < WARM_UP_LABELS; i++) {
                other.write(WarmUp.label(i), Dpi.DPI_203);
            }
        } catch (LabelException e) {
            throw new IllegalStateException("the label that warms up is wrong", e);
        }
    }

    @Override
    public String language() {
        return "zpl";
    }

    /** Forgets the texts that were drawn before; call it where recipient data must not stay in memory. */
    public void forget() {
        cache.clear();
    }

    int cached() {
        return cache.size();
    }

    @Override
    public byte[] write(Label label, Dpi dpi) throws LabelException {
        int width = dpi.dots(label.widthMm());
        int height = dpi.dots(label.heightMm());
        StringBuilder zpl = new StringBuilder(32_768);
        zpl.append("^XA\n^CI28^LH0,0^LS0^LT0^FWN^PON^LRN^PW%d^LL%d\n".formatted(width, height));
        for (Element element : label.elements()) {
            element(zpl, element, dpi);
        }
        zpl.append("^PQ1,0,1,Y\n^XZ\n");
        return zpl.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private void element(StringBuilder zpl, Element element, Dpi dpi) throws LabelException {
        Area area = element.area();
        int x = dpi.dots(area.x());
        int y = dpi.dots(area.y());
        int width = dpi.dots(area.x() + area.width()) - x;
        int height = dpi.dots(area.y() + area.height()) - y;
        Dots dots = new Dots(x, y, width, height, dpi);
        switch (element) {
            case Element.Text text when text.style().face() == TextStyle.Face.PRINTER -> printerText(zpl, text, dots);
            case Element.Text text -> rasterText(zpl, text, dots);
            case Element.Barcode barcode -> ZplCodes.barcode(zpl, barcode, dots);
            case Element.Qr qr -> ZplCodes.qr(zpl, qr.data(), dots);
            case Element.DataMatrix matrix -> ZplCodes.dataMatrix(zpl, matrix.data(), dots);
            case Element.Line _ -> box(zpl, dots, Math.min(width, height));
            case Element.Box box -> box(zpl, dots, Math.max(1, dpi.dots(box.thicknessMm())));
            case Element.Image image -> {
                Bitmap seen = image.bitmap()
                        .part(
                                0,
                                0,
                                Math.min(width, image.bitmap().width()),
                                Math.min(height, image.bitmap().height()));
                graphic(zpl, x, y, GraphicField.encode(seen));
            }
        }
        zpl.append('\n');
    }

    /**
     * An area in dots.
     *
     * @param dpi what the dots were counted with
     */
    record Dots(int x, int y, int width, int height, Dpi dpi) {}

    private void rasterText(StringBuilder zpl, Element.Text text, Dots dots) {
        double scale = dots.dpi().dots(1000) / 1000.0;
        var key = new RasterCache.Key(text.text(), text.style(), dots.width(), dots.height(), dots.dpi());
        RasterCache.Drawn drawn = cache.get(key, () -> {
            Raster raster = Raster.of(fonts, text.text(), text.style(), dots.width(), dots.height(), scale);
            return new RasterCache.Drawn(GraphicField.encode(raster.bitmap()), raster.left(), raster.top());
        });
        graphic(zpl, dots.x() + drawn.left(), dots.y() + drawn.top(), drawn.graphic());
    }

    private static void graphic(StringBuilder zpl, int x, int y, String data) {
        zpl.append("^FO")
                .append(x)
                .append(',')
                .append(y)
                .append("^GF")
                .append(data)
                .append("^FS");
    }

    private static void box(StringBuilder zpl, Dots dots, int thickness) {
        zpl.append("^FO%d,%d^GB%d,%d,%d^FS".formatted(dots.x(), dots.y(), dots.width(), dots.height(), thickness));
    }

    private void printerText(StringBuilder zpl, Element.Text text, Dots dots) throws LabelException {
        // a backslash is a command of ^FB
        if (!text.text().chars().allMatch(c -> c >= ' ' && c < 0x7F && c != '\\')) {
            throw new LabelException("", "the printer's own font writes printable ASCII without the backslash");
        }
        TextStyle style = text.style();
        double scale = dots.dpi().dots(1000) / 1000.0;
        TextFit fit = TextFit.of(
                text.text().strip(),
                dots.width(),
                dots.height(),
                style,
                scale,
                line -> fonts.width(style.face(), line));
        String line = fit.lines().getFirst().replace("\u2026", "..");
        int size = (int) fit.size();
        int top = (int) Math.round(Raster.base(style.valign(), dots.height(), fit, 0) - PrinterFont.BASE * size);
        zpl.append("^FO%d,%d^A0N,%d,%d^FB%d,1,0,%c,0"
                .formatted(dots.x(), dots.y() + Math.max(0, top), size, size, dots.width(), justify(style)));
        data(zpl, line);
    }

    private static char justify(TextStyle style) {
        return switch (style.align()) {
            case LEFT -> 'L';
            case CENTER -> 'C';
            case RIGHT -> 'R';
        };
    }

    /** Appends the data of a field, hexadecimal where a byte is not plainly harmless. */
    static void data(StringBuilder zpl, String text) throws LabelException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LONGEST_DATA) {
            throw new LabelException("", "a printer takes at most %d bytes in a field".formatted(LONGEST_DATA));
        }
        zpl.append("^FH_^FD");
        for (byte b : bytes) {
            if (safe(b)) {
                zpl.append((char) b);
            } else {
                zpl.append('_').append(Character.forDigit((b >> 4) & 0xF, 16)).append(Character.forDigit(b & 0xF, 16));
            }
        }
        zpl.append("^FS");
    }

    private static boolean safe(byte b) {
        return (b >= '0' && b <= '9')
                || (b >= 'A' && b <= 'Z')
                || (b >= 'a' && b <= 'z')
                || " -./:;,()#+*=<>".indexOf(b) >= 0;
    }
}
