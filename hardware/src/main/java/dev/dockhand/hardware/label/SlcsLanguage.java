package dev.dockhand.hardware.label;

import java.util.Arrays;

/**
 * Bixolon SLCS ("SLCS Programming Manual"): SM, SW, SL, CB, BD, B1, LD, P. Text and square codes are sent as dots, and so
 * are linear codes other than a Code 128 of digits; no content stands in a quoted text but digits.
 */
public final class SlcsLanguage implements LabelLanguage {
    private static final String GRAPHIC = "LD";
    private static final int GRAPHIC_HEADER = 10;

    @Override
    public String id() {
        return "slcs";
    }

    @Override
    public byte[] write(Sheet sheet) {
        LabelBytes out = new LabelBytes();
        // an empty line first ends whatever was left half sent
        out.line("")
                .line("SM0,0")
                .line("SW%d", sheet.width())
                .line("SL%d", sheet.height())
                .line("CB");
        sheet.marks().forEach(mark -> command(out, mark));
        return out.line("P1").bytes();
    }

    private static void command(LabelBytes out, Mark mark) {
        switch (mark) {
            case Mark.Bar bar ->
                out.line("BD%d,%d,%d,%d,O", bar.x(), bar.y(), bar.x() + bar.width(), bar.y() + bar.height());
            case Mark.Frame frame ->
                out.line(
                        "BD%d,%d,%d,%d,B,%d",
                        frame.x(), frame.y(), frame.x() + frame.width(), frame.y() + frame.height(), frame.thickness());
            case Mark.Dots dots -> graphic(out, dots);
            case Mark.Bars bars
            when bars.digits().isPresent() ->
                out.line(
                        "B1%d,%d,1,%d,%d,%d,0,0,'%s'",
                        bars.x(),
                        bars.y(),
                        bars.module(),
                        bars.module(),
                        bars.height(),
                        bars.digits().orElseThrow());
            case Mark.Code code -> graphic(out, code.drawn());
            case Mark.Letters _ -> throw new IllegalArgumentException("texts come as dots");
        }
    }

    /** Place, bytes a row and rows in two bytes each, the lower first; a 1 is a black dot. */
    private static void graphic(LabelBytes out, Mark.Dots dots) {
        Bitmap bitmap = dots.picture().bitmap();
        out.text(GRAPHIC)
                .two(dots.x())
                .two(dots.y())
                .two(Bitmap.stride(bitmap.width()))
                .two(bitmap.height());
        out.add(dots.picture().form(Bitmap::rows)).line("");
    }

    @Override
    public int commandEnd(byte[] bytes, int from) {
        if (!LabelScript.starts(bytes, from, GRAPHIC)) {
            return LabelScript.lineEnd(bytes, from);
        }
        if (from + GRAPHIC_HEADER > bytes.length) {
            return -1;
        }
        long end = from + GRAPHIC_HEADER + (long) two(bytes, from + 6) * two(bytes, from + 8);
        return end <= bytes.length ? (int) end : -1;
    }

    private static int two(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) + ((bytes[at + 1] & 0xFF) << 8);
    }

    @Override
    public Sheet read(byte[] bytes, Dpi dpi) throws LabelException {
        LabelScript.Reading label = new LabelScript.Reading();
        for (byte[] command : LabelScript.commands(this, bytes)) {
            command(label, command);
        }
        return label.sheet(dpi);
    }

    private static void command(LabelScript.Reading label, byte[] command) throws LabelException {
        if (LabelScript.starts(command, 0, GRAPHIC)) {
            byte[] rows = Arrays.copyOfRange(command, GRAPHIC_HEADER, command.length);
            Bitmap bitmap = Bitmap.ofRows(two(command, 6) * 8, two(command, 8), rows);
            label.add(new Mark.Dots(two(command, 2), two(command, 4), new Picture(bitmap)));
            return;
        }
        String text = LabelScript.text(command);
        String[] p = LabelScript.parameters(text, Math.min(2, text.length()));
        switch (text.substring(0, Math.min(2, text.length()))) {
            case "SW" -> label.width = at(p, 0);
            case "SL" -> label.height = at(p, 0);
            case "BD" -> {
                int width = at(p, 2) - at(p, 0);
                int height = at(p, 3) - at(p, 1);
                label.add(
                        p[4].equals("B")
                                ? new Mark.Frame(at(p, 0), at(p, 1), width, height, at(p, 5))
                                : new Mark.Bar(at(p, 0), at(p, 1), width, height));
            }
            case "B1" -> label.add(LabelScript.digits(at(p, 0), at(p, 1), p[8], at(p, 3), at(p, 5)));
            case "P1" -> label.print();
            default -> {
                // a setting
            }
        }
    }

    private static int at(String[] parameters, int index) throws LabelException {
        return LabelScript.number(parameters, index);
    }
}
