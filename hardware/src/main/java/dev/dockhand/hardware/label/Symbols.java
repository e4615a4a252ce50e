package dev.dockhand.hardware.label;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.datamatrix.DataMatrixWriter;
import com.google.zxing.datamatrix.encoder.SymbolShapeHint;
import com.google.zxing.oned.EAN13Writer;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import dev.dockhand.model.id.CheckDigit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws codes as black rectangles. */
final class Symbols {
    /** Widths of the bars and spaces of each value, and of stop, from ISO/IEC 15417 table 1. */
    private static final String[] PATTERNS = ("212222 222122 222221 121223 121322 131222 122213 122312 132212 221213"
                    + " 221312 231212 112232 122132 122231 113222 123122 123221 223211 221132 221231 213212 223112"
                    + " 312131 311222 321122 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321"
                    + " 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 313121"
                    + " 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411"
                    + " 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211"
                    + " 241211 221114 413111 241112 134111 111242 121142 121241 114212 124112 124211 411212 421112"
                    + " 421211 212141 214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131"
                    + " 311141 411131 211412 211214 211232 2331112")
            .split(" ");

    private static final int STOP = 106;

    private Symbols() {}

    /** Takes black rectangles, placed from the upper left corner of the code. */
    @FunctionalInterface
    interface Ink {
        void bar(int left, int top, int width, int height);
    }

    /**
     * Draws a code.
     *
     * @throws IllegalArgumentException when no such code can hold its data
     */
    static void draw(Mark.Code code, Ink ink) {
        switch (code) {
            case Mark.Bars bars -> code128(ink, bars.values(), bars.module(), bars.height());
            case Mark.Ean ean -> ean13(ink, ean.digits(), ean.module(), ean.height());
            case Mark.Qr qr -> qr(ink, qr.data(), qr.module());
            case Mark.Matrix matrix -> dataMatrix(ink, matrix.data(), matrix.module());
        }
    }

    private static void code128(Ink ink, List<Integer> values, int module, int height) {
        List<Integer> all = new ArrayList<>(values);
        all.add(Code128.check(values));
        all.add(STOP);
        int left = 0;
        for (int value : all) {
            String pattern = PATTERNS[value];
            for (int i = 0; i < pattern.length(); i++) {
                int width = (pattern.charAt(i) - '0') * module;
                if (i % 2 == 0) {
                    ink.bar(left, 0, width, height);
                }
                left += width;
            }
        }
    }

    private static void ean13(Ink ink, String data, int module, int height) {
        if (!data.matches("[0-9]{12}")) {
            throw new IllegalArgumentException("an EAN-13 field holds 12 digits");
        }
        boolean[] bars = new EAN13Writer().encode(data + CheckDigit.of(data));
        for (int i = 0; i < bars.length; i++) {
            if (bars[i]) {
                ink.bar(i * module, 0, module, height);
            }
        }
    }

    /** A text as bytes of UTF-8, one a character, which is how scanners take a QR code without a charset of its own. */
    static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static void qr(Ink ink, String data, int module) {
        try {
            ByteMatrix matrix =
                    Encoder.encode(bytes(data), ErrorCorrectionLevel.M).getMatrix();
            for (int row = 0; row < matrix.getHeight(); row++) {
                for (int column = 0; column < matrix.getWidth(); column++) {
                    if (matrix.get(column, row) == 1) {
                        ink.bar(column * module, row * module, module, module);
                    }
                }
            }
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR code holds this: " + e.getMessage(), e);
        }
    }

    private static void dataMatrix(Ink ink, String data, int module) {
        BitMatrix matrix = new DataMatrixWriter()
                .encode(
                        data,
                        BarcodeFormat.DATA_MATRIX,
                        1,
                        1,
                        Map.of(EncodeHintType.DATA_MATRIX_SHAPE, SymbolShapeHint.FORCE_SQUARE));
        for (int row = 0; row < matrix.getHeight(); row++) {
            for (int column = 0; column < matrix.getWidth(); column++) {
                if (matrix.get(column, row)) {
                    ink.bar(column * module, row * module, module, module);
                }
            }
        }
    }
}
