package dev.dockhand.hardware.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.NotFoundException;
import dev.dockhand.rules.Drawn;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LabelPreviewTest {

    private static final String PRINTED = Drawn.from('!', '~');

    @ParameterizedTest
    @EnumSource(Dpi.class)
    void aDrawnWaybillIsReadAsItsNumberAtEveryResolution(Dpi dpi) throws LabelException, NotFoundException {
        LabelPreview.Drawn drawn = draw("waybill", dpi);
        assertThat(LabelSamples.read(drawn.image(), BarcodeFormat.CODE_128)).isEqualTo("632912345678");
        assertThat(LabelSamples.read(drawn.image(), BarcodeFormat.QR_CODE)).isEqualTo("632912345678");
        assertThat(drawn.unknown()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Dpi.class)
    void aDrawnLicensePlateIsReadAsGs1(Dpi dpi) throws LabelException, NotFoundException {
        assertThat(LabelSamples.readGs1(draw("license-plate", dpi).image())).isEqualTo("]C100388012345678901230");
    }

    @Test
    void everyOtherLabelIsReadAsItsCode() throws LabelException, NotFoundException {
        assertThat(LabelSamples.read(draw("location", Dpi.DPI_203).image(), BarcodeFormat.CODE_128))
                .isEqualTo("A-01-02-3");
        assertThat(LabelSamples.read(draw("location", Dpi.DPI_203).image(), BarcodeFormat.QR_CODE))
                .isEqualTo("A-01-02-3");
        assertThat(LabelSamples.read(draw("badge", Dpi.DPI_203).image(), BarcodeFormat.CODE_128))
                .isEqualTo("OP-0004");
        assertThat(LabelSamples.read(draw("command", Dpi.DPI_203).image(), BarcodeFormat.CODE_128))
                .isEqualTo("CMD-FINISH");
    }

    @Test
    void anyCodeIsReadBackFromTheBytes() {
        Drawn.each(150, drawn -> {
            String code = drawn.text(1, 16, PRINTED);
            Element barcode = new Element.Barcode(new Area(0, 5, 100, 20), Symbology.CODE_128, code, 0.5);
            BufferedImage image = draw(new Label(100, 30, List.of(barcode)));
            assertThat(LabelSamples.read(image, BarcodeFormat.CODE_128)).isEqualTo(code);
        });
    }

    @Test
    void anySquareCodeIsReadBackFromTheBytes() {
        Drawn.each(50, drawn -> {
            String code = drawn.text(1, 16, PRINTED);
            Element qr = new Element.Qr(new Area(2, 2, 26, 26), code);
            Element matrix = new Element.DataMatrix(new Area(2, 2, 26, 26), code);
            assertThat(LabelSamples.read(draw(new Label(30, 30, List.of(qr))), BarcodeFormat.QR_CODE))
                    .isEqualTo(code);
            assertThat(LabelSamples.read(draw(new Label(30, 30, List.of(matrix))), BarcodeFormat.DATA_MATRIX))
                    .isEqualTo(code);
        });
    }

    @Test
    void anArticleNumberIsReadBack() throws LabelException, NotFoundException {
        Element ean = new Element.Barcode(new Area(0, 5, 50, 15), Symbology.EAN_13, "8801234567893", 0.33);
        assertThat(LabelSamples.read(draw(new Label(50, 25, List.of(ean))), BarcodeFormat.EAN_13))
                .isEqualTo("8801234567893");
    }

    @Test
    void gs1ElementsOfVariableLengthAreSeparated() throws LabelException, NotFoundException {
        Element code = new Element.Barcode(
                new Area(0, 5, 100, 20), Symbology.GS1_128, "(01)08801234567893(10)2611A(17)281130", 0.25);
        assertThat(LabelSamples.readGs1(draw(new Label(100, 30, List.of(code)))))
                .isEqualTo("]C10108801234567893102611A\u001d17281130");
    }

    @Test
    void aPictureAndAFrameAreDrawnDotByDot() throws LabelException {
        Bitmap picture = Bitmap.ofRows(8, 2, new byte[] {(byte) 0x81, 0x7E});
        Label label = new Label(
                10,
                10,
                List.of(
                        new Element.Image(new Area(5, 5, 2, 2), picture, false),
                        new Element.Box(new Area(1, 1, 3, 3), 0.25)));
        BufferedImage image = draw(label);
        assertThat(black(image, 40, 40)).isTrue();
        assertThat(black(image, 41, 40)).isFalse();
        assertThat(black(image, 41, 41)).isTrue();
        assertThat(black(image, 8, 8)).isTrue();
        assertThat(black(image, 31, 31)).isTrue();
        assertThat(black(image, 20, 20)).isFalse();
    }

    @Test
    void bytesWithoutAWholeLabelAreRefused() {
        byte[] half = "^XA^PW100^LL100^FO1,1".getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> LabelSamples.PREVIEW.draw(half))
                .isInstanceOf(LabelException.class)
                .hasMessageContaining("no whole label");
    }

    @Test
    void commandsOfOthersAreNamedAndLeftAside() throws LabelException {
        byte[] other = "^XA^PW100^LL100^FO1,1^GB50,50,2^FS^ZZ9^XZ".getBytes(StandardCharsets.US_ASCII);
        assertThat(LabelSamples.PREVIEW.draw(other).unknown()).containsExactly("^ZZ");
    }

    private static boolean black(BufferedImage image, int x, int y) {
        return (image.getRGB(x, y) & 0xFF) == 0;
    }

    private static LabelPreview.Drawn draw(String id, Dpi dpi) throws LabelException {
        return LabelSamples.PREVIEW.draw(
                LabelSamples.ZPL.write(LabelSamples.TEMPLATES.fill(id, LabelSamples.data(id)), dpi));
    }

    private static BufferedImage draw(Label label) throws LabelException {
        return LabelSamples.PREVIEW
                .draw(LabelSamples.ZPL.write(label, Dpi.DPI_203))
                .image();
    }
}
