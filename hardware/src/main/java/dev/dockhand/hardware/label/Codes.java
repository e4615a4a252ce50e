package dev.dockhand.hardware.label;

import com.google.zxing.WriterException;
import com.google.zxing.datamatrix.encoder.HighLevelEncoder;
import com.google.zxing.datamatrix.encoder.SymbolInfo;
import com.google.zxing.datamatrix.encoder.SymbolShapeHint;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import dev.dockhand.hardware.label.Layout.Room;
import dev.dockhand.model.id.CheckDigit;
import java.util.List;

/** Codes as wide as they fit, each centred in its room with its quiet zones. */
final class Codes {
    /** Quiet zone of Code 128 on each side, in modules (ISO/IEC 15417). */
    private static final int QUIET_128 = 10;
    /** Quiet zones of EAN-13, in modules (GS1 General Specifications). */
    private static final int QUIET_EAN_LEFT = 11;

    private static final int QUIET_EAN_RIGHT = 7;
    private static final int EAN_MODULES = 95;
    private static final int QUIET_QR = 4;
    private static final int QUIET_MATRIX = 2;
    private static final int WIDEST_MODULE = 10;
    private static final char GS = '\u001d';

    private Codes() {}

    static Mark barcode(Element.Barcode barcode, Room room) throws LabelException {
        return switch (barcode.symbology()) {
            case CODE_128 ->
                isAscii(barcode.data())
                        ? code128(notEmpty(barcode.data()).replace(GS, Code128.FNC1), barcode, room)
                        : qr(barcode.data(), room);
            case GS1_128 -> code128(Gs1Text.withSeparators(ascii(barcode.data())), barcode, room);
            case EAN_13 -> ean13(barcode, room);
        };
    }

    private static Mark code128(String text, Element.Barcode barcode, Room room) throws LabelException {
        List<Integer> values = Code128.plan(text);
        int modules = Code128.modules(values);
        int module = module(modules + 2 * QUIET_128, barcode, room);
        int x = room.x() + (room.width() - modules * module) / 2;
        return new Mark.Bars(x, room.y(), values, module, room.height());
    }

    private static Mark ean13(Element.Barcode barcode, Room room) throws LabelException {
        String digits = barcode.data();
        if (digits.length() != 13 || !CheckDigit.isRight(digits)) {
            throw new LabelException("", "an EAN-13 has 13 digits, the last of them the check digit");
        }
        int modules = EAN_MODULES + QUIET_EAN_LEFT + QUIET_EAN_RIGHT;
        int module = module(modules, barcode, room);
        int x = room.x() + (room.width() - modules * module) / 2 + QUIET_EAN_LEFT * module;
        return new Mark.Ean(x, room.y(), digits.substring(0, 12), module, room.height());
    }

    private static int module(int modules, Element.Barcode barcode, Room room) throws LabelException {
        int widest = Math.max(1, (int) (barcode.moduleMm() * room.dpi().dots(1000) / 1000.0 + 0.001));
        int module = Math.min(Math.min(widest, WIDEST_MODULE), room.width() / modules);
        if (module < 1) {
            throw new LabelException("", "the barcode with its quiet zones is wider than its area");
        }
        return module;
    }

    static Mark qr(String data, Room room) throws LabelException {
        int modules;
        try {
            modules = Encoder.encode(Symbols.bytes(notEmpty(data)), ErrorCorrectionLevel.M)
                    .getMatrix()
                    .getWidth();
        } catch (WriterException e) {
            throw new LabelException("", "no QR code holds this much: " + e.getMessage());
        }
        int module = square(modules + 2 * QUIET_QR, room);
        Mark.Qr qr = new Mark.Qr(
                room.x() + (room.width() - modules * module) / 2,
                room.y() + (room.height() - modules * module) / 2,
                data,
                module);
        // printers differ in how they encode other letters; dots are exact
        return isAscii(data) ? qr : qr.drawn();
    }

    static Mark dataMatrix(String data, Room room) throws LabelException {
        SymbolInfo symbol;
        try {
            String encoded = HighLevelEncoder.encodeHighLevel(ascii(data));
            symbol = SymbolInfo.lookup(encoded.length(), SymbolShapeHint.FORCE_SQUARE);
        } catch (IllegalArgumentException e) {
            throw new LabelException("", "no Data Matrix holds this much: " + e.getMessage());
        }
        int modules = symbol.getSymbolWidth();
        int module = square(Math.max(modules, symbol.getSymbolHeight()) + 2 * QUIET_MATRIX, room);
        return new Mark.Matrix(
                room.x() + (room.width() - modules * module) / 2,
                room.y() + (room.height() - symbol.getSymbolHeight() * module) / 2,
                data,
                module);
    }

    private static int square(int modules, Room room) throws LabelException {
        int module = Math.min(WIDEST_MODULE, Math.min(room.width(), room.height()) / modules);
        if (module < 1) {
            throw new LabelException("", "the code with its quiet zone is larger than its area");
        }
        return module;
    }

    private static boolean isAscii(String data) {
        return data.chars().allMatch(c -> c >= ' ' && c < 0x7F || c == GS);
    }

    private static String notEmpty(String data) throws LabelException {
        if (data.isEmpty()) {
            throw new LabelException("", "a code holds at least one character");
        }
        return data;
    }

    private static String ascii(String data) throws LabelException {
        if (data.isEmpty() || !data.chars().allMatch(c -> c >= ' ' && c < 0x7F)) {
            throw new LabelException("", "a code holds printable ASCII, at least one character");
        }
        return data;
    }
}
