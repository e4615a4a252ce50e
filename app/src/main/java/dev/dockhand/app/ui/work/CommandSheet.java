package dev.dockhand.app.ui.work;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import dev.dockhand.app.bench.WindowKey;
import dev.dockhand.app.flow.Command;
import dev.dockhand.app.ui.texts.Texts;
import java.util.ArrayList;
import java.util.List;

/** The sheet of command barcodes: every key of the bench and of its keypads, for work by scanner alone. */
public final class CommandSheet {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ-./";
    private static final int QUIET_MODULES = 10;

    private CommandSheet() {}

    /**
     * One barcode.
     *
     * @param words what it does
     * @param barcode text of the barcode
     */
    public record Entry(String words, String barcode) {}

    /** Every barcode of the sheet, in the order in which it is used. */
    public static List<Entry> entries(Texts texts) {
        List<Entry> entries = new ArrayList<>();
        for (Command command : Command.values()) {
            entries.add(new Entry(texts.of("command", command), command.barcode()));
        }
        for (WindowKey.Page.Name name : WindowKey.Page.Name.values()) {
            entries.add(new Entry(texts.of("sheet", name), Command.PREFIX + name.name()));
        }
        entries.add(new Entry(texts.of("sheet.erase"), Command.PREFIX + "ERASE"));
        entries.add(new Entry(texts.of("sheet.enter"), Command.PREFIX + "ENTER"));
        entries.add(new Entry(texts.of("sheet.up"), Command.PREFIX + "UP"));
        entries.add(new Entry(texts.of("sheet.down"), Command.PREFIX + "DOWN"));
        for (int key = 2; key <= 8; key++) {
            entries.add(new Entry(texts.of("page.key.F" + key), Command.PREFIX + "F" + key));
        }
        for (int digit = 0; digit <= 9; digit++) {
            entries.add(new Entry(Integer.toString(digit), Command.PREFIX + digit));
        }
        for (int option = 0; option <= 9; option++) {
            entries.add(new Entry(texts.of("sheet.option", option), Command.PREFIX + "OPTION-" + option));
        }
        for (char letter : LETTERS.toCharArray()) {
            entries.add(new Entry(Character.toString(letter), Command.PREFIX + "KEY-" + letter));
        }
        return List.copyOf(entries);
    }

    /** The sheet as one HTML page that prints on A4, barcodes drawn as SVG. */
    public static String html(Texts texts) {
        StringBuilder page = new StringBuilder("""
            <!doctype html>
            <html lang="%s"><head><meta charset="utf-8"><title>%s</title><style>
            body{font-family:Pretendard,sans-serif;margin:8mm}
            main{display:grid;grid-template-columns:repeat(3,1fr);gap:6mm}
            figure{margin:0;padding:3mm;border:.3mm solid #999;border-radius:2mm;text-align:center;break-inside:avoid}
            figcaption{font-weight:bold;font-size:14pt}
            small{font-family:monospace}
            </style></head><body><h1>%s</h1><main>
            """.formatted(
                texts.language().getLanguage(), escaped(texts.of("page.SHEET")), escaped(texts.of("page.SHEET"))));
        for (Entry entry : entries(texts)) {
            page.append("<figure><figcaption>%s</figcaption>%s<small>%s</small></figure>%n"
                    .formatted(escaped(entry.words()), svg(entry.barcode()), escaped(entry.barcode())));
        }
        return page.append("</main></body></html>\n").toString();
    }

    private static String svg(String text) {
        BitMatrix bits = new Code128Writer().encode(text, BarcodeFormat.CODE_128, 0, 1);
        int width = bits.getWidth() + 2 * QUIET_MODULES;
        StringBuilder bars = new StringBuilder();
        for (int x = 0; x < bits.getWidth(); x++) {
            if (bits.get(x, 0)) {
                bars.append("M%d 0h1v40h-1z".formatted(x + QUIET_MODULES));
            }
        }
        return "<svg viewBox=\"0 0 %d 40\" width=\"100%%\" height=\"14mm\" preserveAspectRatio=\"none\" shape-rendering=\"crispEdges\"><path d=\"%s\"/></svg>"
                .formatted(width, bars);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
