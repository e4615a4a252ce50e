package dev.dockhand.hardware.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dockhand.hardware.label.Layout.Room;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZplCodesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "632912345678 >;632912345678",
                "A-01-02 >:A-01-02",
                "OP-0004 >:OP->50004",
                "123 >:123",
                "12345 >;1234>65",
                "A>B >:A>0B",
                "A^B~ >:A><B>=",
                "AB123456CD >:AB>5123456>6CD",
                "9900 >;9900"
            })
    void code128IsPlannedInSubsetsBAndC(String text, String zpl) throws LabelException {
        List<Integer> values = Code128.plan(text);
        assertThat(Code128.zpl(values)).isEqualTo(zpl);
        assertThat(ZplReader.values(zpl)).isEqualTo(values);
    }

    @Test
    void aGs1CodeBeginsWithFnc1() throws LabelException {
        assertThat(Code128.zpl(Code128.plan(Gs1Text.withSeparators("(00)388012345678901230"))))
                .isEqualTo(">;>800388012345678901230");
        assertThat(Code128.zpl(Code128.plan(Gs1Text.withSeparators("(10)AB(37)5"))))
                .isEqualTo(">:>810AB>8375");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "(00)", "x(00)1", "(00)1(", "(1)2"})
    void whatIsNoElementStringIsRefused(String text) {
        assertThatThrownBy(() -> Gs1Text.withSeparators(text)).isInstanceOf(LabelException.class);
    }

    @Test
    void quietZonesAreKept() throws LabelException {
        var barcode = new Element.Barcode(new Area(3, 5, 94, 20), Symbology.CODE_128, "632912345678", 0.75);
        Mark mark = Codes.barcode(barcode, new Room(24, 40, 752, 160, Dpi.DPI_203));
        // 101 modules of 6 dots in 752: 73 dots stay on each side, 60 are needed
        assertThat(mark).isEqualTo(new Mark.Bars(97, 40, Code128.plan("632912345678"), 6, 160));
    }

    @Test
    void aCodeThatDoesNotFitIsRefusedAndNotCut() {
        var barcode = new Element.Barcode(new Area(0, 0, 10, 10), Symbology.CODE_128, "632912345678", 0.5);
        assertThatThrownBy(() -> LabelSamples.ZPL.write(new Label(20, 20, List.of(barcode)), Dpi.DPI_203))
                .isInstanceOf(LabelException.class)
                .hasMessageContaining("wider than its area");
    }

    @Test
    void aWrongArticleNumberOrNothingInACodeIsRefused() {
        Area area = new Area(0, 0, 50, 20);
        for (Element element : List.of(
                new Element.Barcode(area, Symbology.EAN_13, "8801234567890", 0.3),
                new Element.Barcode(area, Symbology.CODE_128, "", 0.3),
                new Element.Qr(area, ""),
                new Element.DataMatrix(area, "\u0001"))) {
            assertThatThrownBy(() -> LabelSamples.ZPL.write(new Label(60, 30, List.of(element)), Dpi.DPI_203))
                    .as(element.toString())
                    .isInstanceOf(LabelException.class);
        }
    }

    @Test
    void everyByteOutsideTheSafeSetIsHexadecimal() throws LabelException {
        LabelBytes zpl = new LabelBytes();
        ZplLanguage.data(zpl, "a_b^c~\\é");
        assertThat(new String(zpl.bytes(), StandardCharsets.US_ASCII)).isEqualTo("^FH_^FDa_5fb_5ec_7e_5c_c3_a9^FS");
    }

    @Test
    void aFieldLongerThanPrintersTakeIsRefused() {
        assertThatThrownBy(() -> ZplLanguage.data(new LabelBytes(), "x".repeat(1001)))
                .isInstanceOf(LabelException.class);
    }
}
