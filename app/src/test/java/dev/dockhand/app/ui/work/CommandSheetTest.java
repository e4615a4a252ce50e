package dev.dockhand.app.ui.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.oned.Code128Reader;
import com.google.zxing.oned.Code128Writer;
import dev.dockhand.app.bench.WindowKey;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.ui.texts.Texts;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CommandSheetTest {

    @Test
    void everyBarcodeOfTheSheetDoesSomethingWhenItIsScanned() throws Exception {
        for (CommandSheet.Entry entry : CommandSheet.entries(Texts.in(Locale.ENGLISH))) {
            String scanned = read(entry.barcode());
            boolean command = ScannedCode.plain(scanned).command().isPresent();
            assertThat(command || WindowKey.of(scanned).isPresent()).as(scanned).isTrue();
        }
    }

    private static String read(String text) throws Exception {
        var image =
                MatrixToImageWriter.toBufferedImage(new Code128Writer().encode(text, BarcodeFormat.CODE_128, 600, 80));
        try {
            return new Code128Reader()
                    .decode(new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image))))
                    .getText();
        } catch (NotFoundException e) {
            throw new AssertionError("no reader reads " + text, e);
        }
    }

    @Test
    void theSheetPrintsInBothLanguages() {
        assertThat(CommandSheet.html(Texts.in(Locale.KOREAN))).contains("되돌리기", "DH-UNDO", "DH-KEY-Z", "<svg");
        assertThat(CommandSheet.html(Texts.in(Locale.ENGLISH))).contains("Undo", "DH-ACKNOWLEDGE");
    }
}
