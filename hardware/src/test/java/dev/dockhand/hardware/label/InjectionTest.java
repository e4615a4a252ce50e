package dev.dockhand.hardware.label;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** No content of any field becomes a command, in any language. */
class InjectionTest {
    private static final List<LabelWriter> WRITERS = LabelLanguages.all().stream()
            .filter(language -> !List.of("png", "pdf").contains(language.id()))
            .map(LabelWriter::new)
            .toList();

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "^XZ~JA",
                        "_5EXZ",
                        "^FS^XZ^XA^FDx",
                        "~JR",
                        "\u0010\u0002^CC+",
                        "\\&^XZ",
                        "^FH\\",
                        ">:^XZ",
                        "_",
                        "ÿ^XZ"),
                Arbitraries.strings().ofMaxLength(60),
                Arbitraries.strings()
                        .withChars("^~_\\&>:;,FDXZA0\r\n\u0000\u001b")
                        .ofMaxLength(40));
    }

    @Provide
    Arbitrary<String> hostileAscii() {
        return Arbitraries.strings()
                .withCharRange(' ', '[')
                .withCharRange(']', '~')
                .ofMinLength(3)
                .ofMaxLength(10);
    }

    @Provide
    Arbitrary<String> hostileCode() {
        return Arbitraries.strings()
                .withCharRange('!', '[')
                .withCharRange(']', '~')
                .ofMinLength(1)
                .ofMaxLength(18);
    }

    @Property(tries = 60)
    void aWaybillHasTheCommandsOfItsTemplate(
            @ForAll("hostile") String text,
            @ForAll("hostile") String other,
            @ForAll("hostileAscii") String ascii,
            @ForAll @IntRange(max = 12) int items)
            throws LabelException {
        ObjectNode data = LabelSamples.data("waybill");
        for (String field : List.of("carrier", "service", "routing")) {
            data.put(field, "x" + text);
        }
        data.put("message", other).put("orderNumber", "1" + ascii);
        ((ObjectNode) data.get("recipient")).put("name", "x" + other).put("address", "x" + text);
        ((ObjectNode) data.get("sender")).put("name", "x" + text).put("address", "x" + other);
        ArrayNode list = data.putArray("items");
        for (int i = 0; i < items; i++) {
            list.addObject().put("name", "x" + text + other).put("quantity", i + 1);
        }
        sameCommands("waybill", data);
    }

    @Property(tries = 60)
    void aLicensePlateHasTheCommandsOfItsTemplate(
            @ForAll("hostile") String text, @ForAll("hostileAscii") String ascii, @ForAll("hostileCode") String code)
            throws LabelException {
        ObjectNode data = LabelSamples.data("license-plate");
        data.put("owner", text).put("unit", text).put("lot", "1" + ascii).put("receipt", "1" + ascii);
        ((ObjectNode) data.get("item")).put("name", "x" + text).put("sku", code);
        sameCommands("license-plate", data);
    }

    @Property(tries = 60)
    void codesOfOtherLabelsStayData(@ForAll("hostileCode") String code, @ForAll("hostile") String text)
            throws LabelException {
        sameCommands("location", LabelSamples.data("location").put("code", code).put("zone", text));
        sameCommands("badge", LabelSamples.data("badge").put("code", code).put("name", "x" + text));
        sameCommands("command", LabelSamples.data("command").put("code", code).put("title", "x" + text));
    }

    @Example
    void aCodeThatALanguageSaysItselfIsOneCommandLikeACodeInDots() throws LabelException {
        for (String code : List.of("00", "0011", "001122", "00112")) {
            sameCommands("location", LabelSamples.data("location").put("code", code));
        }
    }

    @Example
    void aProductNameThatIsACommandIsPrintedAsAName() throws LabelException {
        ObjectNode data = LabelSamples.data("waybill");
        data.putArray("items").addObject().put("name", "^XZ~JA").put("quantity", 1);
        sameCommands("waybill", data);
    }

    private static void sameCommands(String id, ObjectNode data) throws LabelException {
        for (LabelWriter writer : WRITERS) {
            LabelLanguage language = writer.language();
            Label plain = LabelSamples.label(id, language);
            if (plain.widthMm() > language.widestMm()) {
                continue;
            }
            byte[] bytes = writer.write(LabelSamples.TEMPLATES.fill(id, data, language.widestMm()), Dpi.DPI_203);
            assertThat(LabelScript.commands(language, bytes))
                    .as(language.id())
                    .hasSameSizeAs(LabelScript.commands(language, writer.write(plain, Dpi.DPI_203)));
            new LabelPreview(language, Dpi.DPI_203).draw(bytes);
            if (language instanceof ZplLanguage) {
                assertThat(names(bytes)).isEqualTo(names(LabelSamples.zpl(id)));
                assertThat(new String(bytes, StandardCharsets.ISO_8859_1).chars())
                        .allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7F));
            } else {
                assertThat(marks(language, bytes)).isEqualTo(marks(language, writer.write(plain, Dpi.DPI_203)));
            }
        }
    }

    /** Kinds and order of what is drawn, but that a code may come as dots where the language cannot say it exactly. */
    private static List<String> marks(LabelLanguage language, byte[] bytes) throws LabelException {
        return language.read(bytes, Dpi.DPI_203).marks().stream()
                .map(mark -> mark instanceof Mark.Bar || mark instanceof Mark.Frame ? mark.toString() : "dots or code")
                .toList();
    }

    private static List<String> names(byte[] zpl) {
        long prefixes = new String(zpl, StandardCharsets.ISO_8859_1)
                .chars()
                .filter(c -> c == '^' || c == '~')
                .count();
        List<String> names =
                ZplCommand.read(zpl).stream().map(c -> c.prefix() + c.name()).toList();
        assertThat(names).hasSize((int) prefixes);
        return names;
    }
}
