package dev.dockhand.hardware.label;

import java.util.Arrays;
import java.util.Locale;

/**
 * TSPL and TSPL2 (TSC, "TSPL/TSPL2 Programming"): SIZE, CLS, BAR, BOX, BARCODE, BITMAP, PRINT. Text and square codes are
 * sent as dots, and so are linear codes whose width the printer would choose; no content stands in a quoted text but
 * digits. Media settings (GAP, SPEED, DENSITY) stay as the printer has them.
 */
public final class TsplLanguage implements LabelLanguage {
    private static final String BITMAP = "BITMAP ";
    private static final int ESC = 0x1B;
    /** {@code ESC ! ?} and its like are three bytes without a line end. */
    private static final int IMMEDIATE = 3;

    @Override
    public String id() {
        return "tspl";
    }

    @Override
    public byte[] write(Sheet sheet) {
        Dpi dpi = sheet.dpi();
        LabelBytes out = new LabelBytes();
        // an empty line first ends whatever was left half sent
        out.line("").line("SIZE %.1f mm,%.1f mm", dpi.mm(sheet.width()), dpi.mm(sheet.height()));
        out.line("DIRECTION 1").line("REFERENCE 0,0").line("CLS");
        sheet.marks().forEach(mark -> command(out, mark));
        return out.line("PRINT 1,1").bytes();
    }

    private static void command(LabelBytes out, Mark mark) {
        switch (mark) {
            case Mark.Bar bar -> out.line("BAR %d,%d,%d,%d", bar.x(), bar.y(), bar.width(), bar.height());
            case Mark.Frame frame ->
                out.line(
                        "BOX %d,%d,%d,%d,%d",
                        frame.x(), frame.y(), frame.x() + frame.width(), frame.y() + frame.height(), frame.thickness());
            case Mark.Dots dots -> bitmap(out, dots);
            case Mark.Bars bars
            when bars.digits().isPresent() ->
                barcode(
                        out,
                        bars,
                        "128",
                        bars.height(),
                        bars.module(),
                        bars.digits().orElseThrow());
            case Mark.Ean ean -> barcode(out, ean, "EAN13", ean.height(), ean.module(), ean.digits());
            case Mark.Code code -> bitmap(out, code.drawn());
            case Mark.Letters _ -> throw new IllegalArgumentException("texts come as dots");
        }
    }

    private static void barcode(LabelBytes out, Mark at, String type, int height, int module, String digits) {
        out.line("BARCODE %d,%d,\"%s\",%d,0,0,%d,%d,\"%s\"", at.x(), at.y(), type, height, module, module, digits);
    }

    /** Mode 1 lays the dots over what is there; a 0 is a black dot. */
    private static void bitmap(LabelBytes out, Mark.Dots dots) {
        Bitmap bitmap = dots.picture().bitmap();
        out.text("BITMAP %d,%d,%d,%d,1,", dots.x(), dots.y(), Bitmap.stride(bitmap.width()), bitmap.height())
                .add(dots.picture().form(picture -> LabelScript.inverted(picture.rows())))
                .line("");
    }

    @Override
    public int commandEnd(byte[] bytes, int from) {
        if (bytes[from] == ESC) {
            return from + IMMEDIATE <= bytes.length ? from + IMMEDIATE : -1;
        }
        return LabelScript.starts(bytes, from, BITMAP)
                ? LabelScript.pictureEnd(bytes, from + BITMAP.length(), 5, n -> (long) n[2] * n[3])
                : LabelScript.lineEnd(bytes, from);
    }

    @Override
    public Sheet read(byte[] bytes, Dpi dpi) throws LabelException {
        LabelScript.Reading label = new LabelScript.Reading();
        for (byte[] command : LabelScript.commands(this, bytes)) {
            command(label, command, dpi);
        }
        return label.sheet(dpi);
    }

    private static void command(LabelScript.Reading label, byte[] command, Dpi dpi) throws LabelException {
        String text = LabelScript.text(command);
        String name = text.split(" ", 2)[0].toUpperCase(Locale.ROOT);
        String[] p = LabelScript.parameters(text, name.length());
        switch (name) {
            case "SIZE" -> {
                label.width = millimetres(p, 0, dpi);
                label.height = millimetres(p, 1, dpi);
            }
            case "BAR" -> label.add(new Mark.Bar(at(p, 0), at(p, 1), at(p, 2), at(p, 3)));
            case "BOX" ->
                label.add(new Mark.Frame(at(p, 0), at(p, 1), at(p, 2) - at(p, 0), at(p, 3) - at(p, 1), at(p, 4)));
            case "BARCODE" ->
                label.add(
                        p[2].equals("EAN13")
                                ? new Mark.Ean(at(p, 0), at(p, 1), p[8], at(p, 6), at(p, 3))
                                : LabelScript.digits(at(p, 0), at(p, 1), p[8], at(p, 6), at(p, 3)));
            case "BITMAP" -> {
                int[] n = new int[5];
                int data = LabelScript.header(command, BITMAP.length(), n);
                byte[] rows = LabelScript.inverted(Arrays.copyOfRange(command, data, command.length));
                label.add(new Mark.Dots(n[0], n[1], new Picture(Bitmap.ofRows(n[2] * 8, n[3], rows))));
            }
            case "PRINT" -> label.print();
            default -> {
                // a setting
            }
        }
    }

    private static int at(String[] parameters, int index) throws LabelException {
        return LabelScript.number(parameters, index);
    }

    private static int millimetres(String[] parameters, int index, Dpi dpi) throws LabelException {
        String text = index < parameters.length ? parameters[index] : "";
        if (!text.matches("[0-9]{1,4}(\\.[0-9]{1,3})? mm")) {
            throw new LabelException("", "SIZE is not in millimetres");
        }
        return dpi.dots(Double.parseDouble(text.substring(0, text.length() - 3)));
    }
}
