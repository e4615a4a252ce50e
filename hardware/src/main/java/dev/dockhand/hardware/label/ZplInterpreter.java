package dev.dockhand.hardware.label;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Draws the commands of one label, one after the other. */
final class ZplInterpreter {
    private static final List<String> SETTINGS = List.of("CI", "LH", "LS", "LT", "FW", "PO", "LR", "PW", "LL", "PQ");

    private final LabelFonts fonts;
    private final BufferedImage image;
    private final Graphics2D ink;
    private final List<String> unknown = new ArrayList<>();

    private int x;
    private int y;
    private int module = 2;
    private ZplCommand font = new ZplCommand('^', "A0", "N,20,20");
    private ZplCommand block = new ZplCommand('^', "FB", "0,1,0,L,0");
    private ZplCommand code = new ZplCommand('^', "", "");
    private boolean hexadecimal;
    private String data = "";

    ZplInterpreter(LabelFonts fonts, BufferedImage image) {
        this.fonts = fonts;
        this.image = image;
        this.ink = image.createGraphics();
        ink.setColor(Color.WHITE);
        ink.fillRect(0, 0, image.getWidth(), image.getHeight());
        ink.setColor(Color.BLACK);
    }

    List<String> unknown() {
        return List.copyOf(unknown);
    }

    void run(ZplCommand command) throws LabelException {
        switch (command.name()) {
            case "FO" -> {
                x = command.number(0, 0);
                y = command.number(1, 0);
            }
            case "A0" -> font = command;
            case "FB" -> block = command;
            case "BY" -> module = command.number(0, module);
            case "BC", "BE", "BQ", "BX" -> code = command;
            case "FH" -> hexadecimal = true;
            case "FD" -> data = hexadecimal ? decode(command.parameters()) : command.parameters();
            case "GB" -> box(command);
            case "GF" -> dots(GraphicField.decode(command.parameters()));
            case "FS" -> end();
            default -> {
                if (!SETTINGS.contains(command.name())) {
                    unknown.add(command.prefix() + command.name());
                }
            }
        }
    }

    private void end() throws LabelException {
        if (!data.isEmpty()) {
            switch (code.name()) {
                case "BC" -> ZplSymbols.code128(this::bar, data, module, code.number(1, 10));
                case "BE" -> ZplSymbols.ean13(this::bar, data, module, code.number(1, 10));
                case "BQ" -> ZplSymbols.qr(this::bar, data, code.number(2, 2));
                case "BX" -> ZplSymbols.dataMatrix(this::bar, data, code.number(1, 2));
                default -> text();
            }
        }
        data = "";
        hexadecimal = false;
        code = new ZplCommand('^', "", "");
        block = new ZplCommand('^', "FB", "0,1,0,L,0");
    }

    /** Puts a black rectangle, placed from the field's origin. */
    private void bar(int left, int top, int width, int height) {
        ink.fillRect(x + left, y + top, width, height);
    }

    private static String decode(String escaped) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c == '_' && i + 2 < escaped.length()) {
                bytes.write(Integer.parseInt(escaped.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.write(c);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private void box(ZplCommand command) {
        int thick = command.number(2, 1);
        int width = Math.max(thick, command.number(0, thick));
        int height = Math.max(thick, command.number(1, thick));
        bar(0, 0, width, Math.min(thick, height));
        bar(0, height - Math.min(thick, height), width, Math.min(thick, height));
        bar(0, 0, Math.min(thick, width), height);
        bar(width - Math.min(thick, width), 0, Math.min(thick, width), height);
    }

    private void dots(Bitmap bitmap) {
        for (int row = 0; row < bitmap.height(); row++) {
            for (int column = 0; column < bitmap.width(); column++) {
                if (bitmap.black(column, row) && x + column < image.getWidth() && y + row < image.getHeight()) {
                    image.setRGB(x + column, y + row, 0xFF000000);
                }
            }
        }
    }

    private void text() {
        LabelFont letters = fonts.of(TextStyle.Face.PRINTER);
        int size = font.number(1, 20);
        double width = letters.width(data) * size * PrinterFont.CONDENSED;
        double left = switch (block.part(3)) {
            case "C" -> (block.number(0, 0) - width) / 2;
            case "R" -> block.number(0, 0) - width;
            default -> 0;
        };
        AffineTransform place = AffineTransform.getTranslateInstance(x + left, y + PrinterFont.BASE * size);
        place.scale(size * PrinterFont.CONDENSED / letters.grid(), size / letters.grid());
        ink.fill(place.createTransformedShape(letters.outline(data)));
    }
}
