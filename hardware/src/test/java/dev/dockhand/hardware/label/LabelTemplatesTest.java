package dev.dockhand.hardware.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class LabelTemplatesTest {

    @Test
    void aWaybillShowsItsRecipientMasked() throws LabelException {
        String texts = texts(LabelSamples.TEMPLATES.fill("waybill", LabelSamples.data("waybill")));
        assertThat(texts).contains("김*준", "010-1234-****", "6329-1234-5678", "CJ대한통운", "1.23 kg");
        assertThat(texts).doesNotContain("김민준", "5678\n010", "1234-5678\n부재");
    }

    @Test
    void moreItemsThanRowsAreCountedInTheLastRow() throws LabelException {
        ObjectNode data = LabelSamples.data("waybill");
        var items = data.putArray("items");
        for (int i = 1; i <= 7; i++) {
            items.addObject().put("name", "item " + i).put("quantity", i);
        }
        assertThat(texts(LabelSamples.TEMPLATES.fill("waybill", data)))
                .contains("item 3", "외 4종")
                .doesNotContain("item 4");
    }

    @Test
    void aMissingFieldIsNamed() {
        ObjectNode data = LabelSamples.data("waybill");
        ((ObjectNode) data.get("recipient")).remove("address");
        refused(() -> LabelSamples.TEMPLATES.fill("waybill", data), "recipient.address", "is missing");
    }

    @Test
    void aWrongFieldIsNamed() {
        refused(
                () -> fill("waybill", LabelSamples.data("waybill").put("waybill", "12A4")),
                "waybill",
                "letters and digits");
        refused(() -> fill("waybill", LabelSamples.data("waybill").put("waybill", "1234")), "waybill", "6 to 34");
        refused(
                () -> fill("license-plate", LabelSamples.data("license-plate").put("sscc", "388012345678901231")),
                "sscc",
                "check digit");
        refused(
                () -> fill("license-plate", LabelSamples.data("license-plate").put("expiry", "2026-02-30")),
                "expiry",
                "is a day");
        refused(() -> fill("location", LabelSamples.data("location").put("code", "A🙏")), "code", "U+1F64F");
        refused(() -> fill("badge", LabelSamples.data("badge").put("code", "A 01")), "code", "without spaces");
    }

    @Test
    void aWrongFieldInAListIsNamedWithItsPlace() {
        ObjectNode data = LabelSamples.data("waybill");
        data.putArray("items").addObject().put("name", "a").put("quantity", 0);
        refused(() -> fill("waybill", data), "items[0].quantity", "whole number from 1");
    }

    @Test
    void whatIsNoListOrNoValueIsRefused() {
        refused(() -> fill("waybill", LabelSamples.data("waybill").put("items", "x")), "items", "is a list");
        ObjectNode nested = LabelSamples.data("waybill");
        nested.putObject("routing").put("a", 1);
        refused(() -> fill("waybill", nested), "routing", "single value");
    }

    @Test
    void anUnknownLabelIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> LabelSamples.TEMPLATES.fill("invoice", Map.of()))
                .isInstanceOf(LabelException.class)
                .hasMessageContaining("invoice")
                .hasMessageContaining("waybill");
    }

    @Test
    void ownTemplatesAreCheckedWhenTheyAreRead() throws LabelException {
        LabelTemplates more = LabelSamples.TEMPLATES.with("price", """
            {"width":40,"height":20,"fields":{"name":{"type":"text"}},
             "elements":[{"text":"{name}","x":1,"y":1,"w":38,"h":8,"size":5}]}\
            """);
        assertThat(more.fill("price", Map.of("name", "크림")).elements()).hasSize(1);
        wrong(
                "{\"width\":40,\"height\":20,\"elements\":[{\"text\":\"{x}\",\"x\":1,\"y\":1,\"w\":9,\"h\":9,\"size\":5}]}",
                "no field");
        wrong(
                "{\"width\":40,\"height\":20,\"elements\":[{\"line\":\"\",\"x\":35,\"y\":1,\"w\":9,\"h\":1}]}",
                "leaves the label");
        wrong(
                "{\"width\":40,\"height\":20,\"fields\":{\"n\":{}},\"elements\":[{\"qr\":\"{n}\",\"x\":1,\"y\":1,\"w\":9,\"h\":9}]}",
                "any language");
        wrong("{\"width\":40,\"height\":20}", "elements: is missing");
        wrong(
                "{\"width\":40,\"height\":20,\"elements\":[{\"line\":\"\",\"x\":1,\"y\":1,\"w\":9,\"h\":0}]}",
                "elements[0].h: must be > 0 mm");
        wrong(
                "{\"width\":40,\"height\":20,\"elements\":[{\"x\":1,\"y\":1,\"w\":9,\"h\":1}]}",
                "elements[0]: must have exactly one of");
        wrong(
                "{\"width\":40,\"height\":20,\"elements\":[{\"lime\":\"\",\"x\":1,\"y\":1,\"w\":9,\"h\":1}]}",
                "elements[0].lime: is not known here");
        wrong(
                "{\"width\":40,\"height\":20,\"elements\":[{\"barcode\":\"code-39\",\"data\":\"1\",\"module\":1,\"x\":1,\"y\":1,\"w\":9,\"h\":1}]}",
                "elements[0].barcode: must be one of code-128, gs1-128, ean-13");
        wrong(
                "{\"width\":\"40\",\"height\":20,\"elements\":[{\"line\":\"\",\"x\":1,\"y\":1,\"w\":9,\"h\":1}]}",
                "width: must be a number");
        wrong("{\"width\":40", "no JSON");
    }

    @Test
    void aPictureIsAsLargeAsItsAreaAtEveryResolution() throws LabelException {
        String png = Base64.getEncoder()
                .encodeToString(PngLanguage.png(Bitmap.ofRows(8, 8, new byte[] {
                            (byte) 0xFF,
                            (byte) 0x81,
                            (byte) 0x81,
                            (byte) 0x81,
                            (byte) 0x81,
                            (byte) 0x81,
                            (byte) 0x81,
                            (byte) 0xFF
                        })
                        .image()));
        LabelTemplates more = LabelSamples.TEMPLATES.with("logo", """
            {"width":40,"height":20,"elements":[{"image":"%s","x":10,"y":5,"w":10,"h":10}]}\
            """.formatted(png));
        for (Dpi dpi : Dpi.values()) {
            Sheet sheet = new Layout(new LabelFonts(), new RasterCache(1), false).of(more.fill("logo", Map.of()), dpi);
            Bitmap dots = sheet.dots();
            assertThat(dots.black(dpi.dots(10.5), dpi.dots(5.5))).isTrue();
            assertThat(dots.black(dpi.dots(19.5), dpi.dots(14.5))).isTrue();
            assertThat(dots.black(dpi.dots(15), dpi.dots(10))).isFalse();
            assertThat(dots.black(dpi.dots(20.5), dpi.dots(10))).isFalse();
        }
    }

    private static void wrong(String template, String words) {
        assertThatThrownBy(() -> LabelSamples.TEMPLATES.with("bad", template))
                .isInstanceOf(LabelException.class)
                .hasMessageContaining("bad")
                .hasMessageContaining(words);
    }

    private static Label fill(String id, ObjectNode data) throws LabelException {
        return LabelSamples.TEMPLATES.fill(id, data);
    }

    private static void refused(ThrowingCallable act, String field, String words) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        LabelException.class, e -> assertThat(e.field()).isEqualTo(field))
                .hasMessageContaining(words);
    }

    private static String texts(Label label) {
        return label.elements().stream()
                .flatMap(element -> element instanceof Element.Text text
                        ? List.of(text.text()).stream()
                        : List.<String>of().stream())
                .collect(Collectors.joining("\n"));
    }
}
