package dev.dockhand.hardware.label;

import com.google.zxing.WriterException;
import com.google.zxing.datamatrix.encoder.HighLevelEncoder;
import com.google.zxing.datamatrix.encoder.SymbolInfo;
import com.google.zxing.datamatrix.encoder.SymbolShapeHint;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import dev.dockhand.hardware.gs1.CheckDigit;
import dev.dockhand.hardware.label.ZplWriter.Dots;
import java.util.List;

/** Barcodes in ZPL, each centred in its area with its quiet zone. */
final class ZplCodes {
    /** Quiet zone of Code 128 on each side, in modules (ISO/IEC 15417). */
    private static final int QUIET_128 = 10;
    /** Quiet zones of EAN-13, in modules (GS1 General Specifications). */
    private static final int QUIET_EAN_LEFT = 11;

    private static final int QUIET_EAN_RIGHT = 7;
    private static final int EAN_MODULES = 95;
    private static final int QUIET_QR = 4;
    private static final int QUIET_MATRIX = 2;
    private static final int WIDEST_MODULE = 10;
    /** Zebra draws a QR code this many dots below its field origin. */
    static final int QR_SHIFT = 10;

    private ZplCodes() {}

    static void barcode(StringBuilder zpl, Element.Barcode barcode, Dots dots) throws LabelException {
        switch (barcode.symbology()) {
            case CODE_128 -> code128(zpl, ascii(barcode.data()), barcode, dots);
            case GS1_128 -> code128(zpl, Gs1Text.withSeparators(ascii(barcode.data())), barcode, dots);
            case EAN_13 -> ean13(zpl, barcode, dots);
        }
    }

    private static void code128(StringBuilder zpl, String text, Element.Barcode barcode, Dots dots)
            throws LabelException {
        List<Integer> values = Code128.plan(text);
        int modules = Code128.modules(values);
        int module = module(modules + 2 * QUIET_128, barcode, dots);
        int x = dots.x() + (dots.width() - modules * module) / 2;
        zpl.append("^FO%d,%d^BY%d^BCN,%d,N,N,N,N".formatted(x, dots.y(), module, dots.height()));
        ZplWriter.data(zpl, Code128.zpl(values));
    }

    private static void ean13(StringBuilder zpl, Element.Barcode barcode, Dots dots) throws LabelException {
        String digits = barcode.data();
        if (digits.length() != 13 || !CheckDigit.isRight(digits)) {
            throw new LabelException("", "an EAN-13 has 13 digits, the last of them the check digit");
        }
        int modules = EAN_MODULES + QUIET_EAN_LEFT + QUIET_EAN_RIGHT;
        int module = module(modules, barcode, dots);
        int x = dots.x() + (dots.width() - modules * module) / 2 + QUIET_EAN_LEFT * module;
        zpl.append("^FO%d,%d^BY%d^BEN,%d,N,N".formatted(x, dots.y(), module, dots.height()));
        ZplWriter.data(zpl, digits.substring(0, 12));
    }

    private static int module(int modules, Element.Barcode barcode, Dots dots) throws LabelException {
        int widest = Math.max(1, (int) (barcode.moduleMm() * dots.dpi().dots(1000) / 1000.0 + 0.001));
        int module = Math.min(Math.min(widest, WIDEST_MODULE), dots.width() / modules);
        if (module < 1) {
            throw new LabelException("", "the barcode with its quiet zones is wider than its area");
        }
        return module;
    }

    static void qr(StringBuilder zpl, String data, Dots dots) throws LabelException {
        int modules;
        try {
            modules = Encoder.encode(ascii(data), ErrorCorrectionLevel.M)
                    .getMatrix()
                    .getWidth();
        } catch (WriterException e) {
            throw new LabelException("", "no QR code holds this much: " + e.getMessage());
        }
        int module = square(modules + 2 * QUIET_QR, dots);
        int x = dots.x() + (dots.width() - modules * module) / 2;
        int y = dots.y() + (dots.height() - modules * module) / 2 - QR_SHIFT;
        if (y < 0) {
            throw new LabelException("", "a QR code needs %d dots above it".formatted(QR_SHIFT));
        }
        zpl.append("^FO%d,%d^BQN,2,%d".formatted(x, y, module));
        ZplWriter.data(zpl, "MA," + data);
    }

    static void dataMatrix(StringBuilder zpl, String data, Dots dots) throws LabelException {
        SymbolInfo symbol;
        try {
            String encoded = HighLevelEncoder.encodeHighLevel(ascii(data));
            symbol = SymbolInfo.lookup(encoded.length(), SymbolShapeHint.FORCE_SQUARE);
        } catch (IllegalArgumentException e) {
            throw new LabelException("", "no Data Matrix holds this much: " + e.getMessage());
        }
        int modules = symbol.getSymbolWidth();
        int module = square(Math.max(modules, symbol.getSymbolHeight()) + 2 * QUIET_MATRIX, dots);
        int x = dots.x() + (dots.width() - modules * module) / 2;
        int y = dots.y() + (dots.height() - symbol.getSymbolHeight() * module) / 2;
        zpl.append("^FO%d,%d^BXN,%d,200,,,,_".formatted(x, y, module));
        // the underscore also begins an escape of ^BX itself
        ZplWriter.data(zpl, data.replace("_", "__"));
    }

    private static int square(int modules, Dots dots) throws LabelException {
        int module = Math.min(WIDEST_MODULE, Math.min(dots.width(), dots.height()) / modules);
        if (module < 1) {
            throw new LabelException("", "the code with its quiet zone is larger than its area");
        }
        return module;
    }

    private static String ascii(String data) throws LabelException {
        if (data.isEmpty() || !data.chars().allMatch(c -> c >= ' ' && c < 0x7F)) {
            throw new LabelException("", "a code holds printable ASCII, at least one character");
        }
        return data;
    }
}
