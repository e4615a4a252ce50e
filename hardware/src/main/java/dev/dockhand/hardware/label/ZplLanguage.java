package dev.dockhand.hardware.label;

import java.nio.charset.StandardCharsets;

/**
 * ZPL II (Zebra, "ZPL II Programming Guide"). Codes and the printer's font are native; other text is sent as dots. Every
 * byte of content outside a small safe set is sent as {@code _XX} under {@code ^FH}, so no content can become a command.
 */
public final class ZplLanguage implements LabelLanguage {
    /** Zebra draws a QR code this many dots below its field origin. */
    static final int QR_SHIFT = 10;

    /** A ^FD takes 3,072 bytes (ZPL II guide); hexadecimal makes three of one. */
    private static final int LONGEST_DATA = 1000;

    @Override
    public String id() {
        return "zpl";
    }

    @Override
    public boolean hasLetters() {
        return true;
    }

    @Override
    public byte[] write(Sheet sheet) throws LabelException {
        LabelBytes zpl = new LabelBytes();
        zpl.text("^XA\n^CI28^LH0,0^LS0^LT0^FWN^PON^LRN^PW%d^LL%d\n", sheet.width(), sheet.height());
        for (Mark mark : sheet.marks()) {
            field(zpl, mark);
            zpl.text("\n");
        }
        return zpl.text("^PQ1,0,1,Y\n^XZ\n").bytes();
    }

    private static void field(LabelBytes zpl, Mark mark) throws LabelException {
        switch (mark) {
            case Mark.Letters letters -> {
                zpl.text(
                        "^FO%d,%d^A0N,%d,%d^FB%d,1,0,%c,0",
                        letters.x(),
                        letters.y(),
                        letters.size(),
                        letters.size(),
                        letters.width(),
                        letters.align().name().charAt(0));
                data(zpl, letters.text());
            }
            case Mark.Bar bar -> {
                int thick = Math.min(bar.width(), bar.height());
                zpl.text("^FO%d,%d^GB%d,%d,%d^FS", bar.x(), bar.y(), bar.width(), bar.height(), thick);
            }
            case Mark.Frame frame ->
                zpl.text(
                        "^FO%d,%d^GB%d,%d,%d^FS",
                        frame.x(), frame.y(), frame.width(), frame.height(), frame.thickness());
            case Mark.Dots dots ->
                zpl.text("^FO%d,%d^GF", dots.x(), dots.y())
                        .add(dots.picture().form(ZplLanguage::graphic))
                        .text("^FS");
            case Mark.Code code -> code(zpl, code);
        }
    }

    private static byte[] graphic(Bitmap bitmap) {
        return GraphicField.encode(bitmap).getBytes(StandardCharsets.US_ASCII);
    }

    private static void code(LabelBytes zpl, Mark.Code code) throws LabelException {
        switch (code) {
            case Mark.Bars bars -> {
                zpl.text("^FO%d,%d^BY%d^BCN,%d,N,N,N,N", bars.x(), bars.y(), bars.module(), bars.height());
                data(zpl, Code128.zpl(bars.values()));
            }
            case Mark.Ean ean -> {
                zpl.text("^FO%d,%d^BY%d^BEN,%d,N,N", ean.x(), ean.y(), ean.module(), ean.height());
                data(zpl, ean.digits());
            }
            case Mark.Qr qr -> {
                if (qr.y() < QR_SHIFT) {
                    throw new LabelException("", "a QR code needs %d dots above it".formatted(QR_SHIFT));
                }
                zpl.text("^FO%d,%d^BQN,2,%d", qr.x(), qr.y() - QR_SHIFT, qr.module());
                data(zpl, "MA," + qr.data());
            }
            case Mark.Matrix matrix -> {
                zpl.text("^FO%d,%d^BXN,%d,200,,,,_", matrix.x(), matrix.y(), matrix.module());
                // the underscore also begins an escape of ^BX itself
                data(zpl, matrix.data().replace("_", "__"));
            }
        }
    }

    /** Appends the data of a field, hexadecimal where a byte is not plainly harmless. */
    static void data(LabelBytes zpl, String text) throws LabelException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LONGEST_DATA) {
            throw new LabelException("", "a printer takes at most %d bytes in a field".formatted(LONGEST_DATA));
        }
        StringBuilder field = new StringBuilder("^FH_^FD");
        for (byte b : bytes) {
            if (safe(b)) {
                field.append((char) b);
            } else {
                field.append('_')
                        .append(Character.forDigit((b >> 4) & 0xF, 16))
                        .append(Character.forDigit(b & 0xF, 16));
            }
        }
        zpl.add(field.append("^FS").toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean safe(byte b) {
        return (b >= '0' && b <= '9')
                || (b >= 'A' && b <= 'Z')
                || (b >= 'a' && b <= 'z')
                || " -./:;,()#+*=<>".indexOf(b) >= 0;
    }

    @Override
    public Sheet read(byte[] bytes, Dpi dpi) throws LabelException {
        return ZplReader.read(ZplCommand.read(bytes), dpi);
    }

    /** A command ends where the next one begins; the last one of a label ends by itself. */
    @Override
    public int commandEnd(byte[] bytes, int from) {
        if (from + 2 < bytes.length && bytes[from] == '^' && bytes[from + 1] == 'X' && bytes[from + 2] == 'Z') {
            return from + 3;
        }
        int at = from + 1;
        while (at < bytes.length && bytes[at] != '^' && bytes[at] != '~') {
            at++;
        }
        return at < bytes.length || bytes[from] == '\n' ? at : -1;
    }
}
