package dev.dockhand.hardware.label;

import java.util.Arrays;

/**
 * EPL2 in page mode (Zebra, "EPL2 Programmer's Manual"): N, q, Q, LO, X, B, GW, P. Text and square codes are sent as dots,
 * and so are linear codes whose width the printer would choose; no content stands in a quoted text but digits.
 */
public final class EplLanguage implements LabelLanguage {
    private static final String GRAPHIC = "GW";
    private static final double GAP_MM = 3;

    @Override
    public String id() {
        return "epl";
    }

    @Override
    public byte[] write(Sheet sheet) {
        LabelBytes out = new LabelBytes();
        // an empty line first ends whatever was left half sent
        out.line("").line("N").line("R0,0");
        out.line("q%d", sheet.width())
                .line("Q%d,%d", sheet.height(), sheet.dpi().dots(GAP_MM));
        sheet.marks().forEach(mark -> command(out, mark));
        return out.line("P1").bytes();
    }

    private static void command(LabelBytes out, Mark mark) {
        switch (mark) {
            case Mark.Bar bar -> out.line("LO%d,%d,%d,%d", bar.x(), bar.y(), bar.width(), bar.height());
            case Mark.Frame frame ->
                out.line(
                        "X%d,%d,%d,%d,%d",
                        frame.x(), frame.y(), frame.thickness(), frame.x() + frame.width(), frame.y() + frame.height());
            case Mark.Dots dots -> graphic(out, dots);
            case Mark.Bars bars
            when bars.digits().isPresent() ->
                barcode(
                        out,
                        bars,
                        "1",
                        bars.height(),
                        bars.module(),
                        bars.digits().orElseThrow());
            case Mark.Ean ean -> barcode(out, ean, "E30", ean.height(), ean.module(), ean.digits());
            case Mark.Code code -> graphic(out, code.drawn());
            case Mark.Letters _ -> throw new IllegalArgumentException("texts come as dots");
        }
    }

    private static void barcode(LabelBytes out, Mark at, String type, int height, int module, String digits) {
        out.line("B%d,%d,0,%s,%d,%d,%d,N,\"%s\"", at.x(), at.y(), type, module, module, height, digits);
    }

    /** A 0 is a black dot. */
    private static void graphic(LabelBytes out, Mark.Dots dots) {
        Bitmap bitmap = dots.picture().bitmap();
        out.text("GW%d,%d,%d,%d,", dots.x(), dots.y(), Bitmap.stride(bitmap.width()), bitmap.height())
                .add(dots.picture().form(picture -> LabelScript.inverted(picture.rows())))
                .line("");
    }

    @Override
    public int commandEnd(byte[] bytes, int from) {
        return LabelScript.starts(bytes, from, GRAPHIC)
                ? LabelScript.pictureEnd(bytes, from + GRAPHIC.length(), 4, n -> (long) n[2] * n[3])
                : LabelScript.lineEnd(bytes, from);
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
        String text = LabelScript.text(command);
        if (LabelScript.starts(command, 0, GRAPHIC)) {
            int[] n = new int[4];
            int data = LabelScript.header(command, GRAPHIC.length(), n);
            byte[] rows = LabelScript.inverted(Arrays.copyOfRange(command, data, command.length));
            label.add(new Mark.Dots(n[0], n[1], new Picture(Bitmap.ofRows(n[2] * 8, n[3], rows))));
        } else if (text.startsWith("LO")) {
            String[] p = LabelScript.parameters(text, 2);
            label.add(new Mark.Bar(at(p, 0), at(p, 1), at(p, 2), at(p, 3)));
        } else if (!text.isEmpty()) {
            String[] p = LabelScript.parameters(text, 1);
            switch (text.charAt(0)) {
                case 'q' -> label.width = at(p, 0);
                case 'Q' -> label.height = at(p, 0);
                case 'X' ->
                    label.add(new Mark.Frame(at(p, 0), at(p, 1), at(p, 3) - at(p, 0), at(p, 4) - at(p, 1), at(p, 2)));
                case 'B' ->
                    label.add(
                            p[3].equals("E30")
                                    ? new Mark.Ean(at(p, 0), at(p, 1), p[8], at(p, 4), at(p, 6))
                                    : LabelScript.digits(at(p, 0), at(p, 1), p[8], at(p, 4), at(p, 6)));
                case 'P' -> label.print();
                default -> {
                    // a setting
                }
            }
        }
    }

    private static int at(String[] parameters, int index) throws LabelException {
        return LabelScript.number(parameters, index);
    }
}
