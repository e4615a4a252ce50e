package dev.dockhand.app.demo;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The window of a scanner: reads the linear barcode of a label from its picture, dot by dot. */
final class LabelEye {

    private static final String SEPARATOR = "\u001d";

    private static final Map<DecodeHintType, Object> HINTS = Map.of(
            DecodeHintType.POSSIBLE_FORMATS,
            List.of(BarcodeFormat.CODE_128),
            DecodeHintType.TRY_HARDER,
            Boolean.TRUE,
            DecodeHintType.ASSUME_GS1,
            Boolean.TRUE);

    /** What the scanner would send: the text, led by {@code ]C1} where it is GS1 data. */
    Optional<String> read(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        try {
            String text = new MultiFormatReader().decode(bitmap, HINTS).getText();
            // A check character that looks like FNC1 is taken for a separator by ZXing.
            return Optional.of(text.endsWith(SEPARATOR) ? text.substring(0, text.length() - 1) : text);
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }
}
