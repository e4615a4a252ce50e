package dev.dockhand.hardware.label;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dockhand.rules.Drawn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** No content of any field becomes a command, in any language. */
@Execution(ExecutionMode.CONCURRENT)
class InjectionTest {
    private static final List<LabelWriter> WRITERS = LabelLanguages.all().stream()
            .filter(language -> !List.of("png", "pdf").contains(language.id()))
            .map(LabelWriter::new)
            .toList();

    private static final List<String> COMMANDS = List.of(
            "^XZ~JA", "_5EXZ", "^FS^XZ^XA^FDx", "~JR", "\u0010\u0002^CC+", "\\&^XZ", "^FH\\", ">:^XZ", "_", "ÿ^XZ");
    private static final String WITHOUT_BACKSLASH = Drawn.from('!', '[') + Drawn.from(']', '~');

    private static String hostile(Drawn drawn) {
        return switch (drawn.between(0, 2)) {
            case 0 -> drawn.one(COMMANDS);
            case 1 -> drawn.text(0, 60);
            default -> drawn.text(0, 40, "^~_\\&>:;,FDXZA0\r\n\u0000\u001b");
        };
    }

    private static String hostileAscii(Drawn drawn) {
        return drawn.text(3, 10, " " + WITHOUT_BACKSLASH);
    }

    private static String hostileCode(Drawn drawn) {
        return drawn.text(1, 18, WITHOUT_BACKSLASH);
    }

    @Test
    void aWaybillHasTheCommandsOfItsTemplate() {
        Drawn.each(60, drawn -> {
            String text = hostile(drawn);
            String other = hostile(drawn);
            ObjectNode data = LabelSamples.data("waybill");
            for (String field : List.of("carrier", "service", "routing")) {
                data.put(field, "x" + text);
            }
            data.put("message", other).put("orderNumber", "1" + hostileAscii(drawn));
            ((ObjectNode) data.get("recipient")).put("name", "x" + other).put("address", "x" + text);
            ((ObjectNode) data.get("sender")).put("name", "x" + text).put("address", "x" + other);
            ArrayNode list = data.putArray("items");
            for (int items = drawn.between(0, 12); items > 0; items--) {
                list.addObject().put("name", "x" + text + other).put("quantity", items);
            }
            sameCommands("waybill", data);
        });
    }

    @Test
    void aLicensePlateHasTheCommandsOfItsTemplate() {
        Drawn.each(60, drawn -> {
            String text = hostile(drawn);
            String ascii = hostileAscii(drawn);
            ObjectNode data = LabelSamples.data("license-plate");
            data.put("owner", text).put("unit", text).put("lot", "1" + ascii).put("receipt", "1" + ascii);
            ((ObjectNode) data.get("item")).put("name", "x" + text).put("sku", hostileCode(drawn));
            sameCommands("license-plate", data);
        });
    }

    @Test
    void codesOfOtherLabelsStayData() {
        Drawn.each(60, drawn -> {
            String code = hostileCode(drawn);
            String text = hostile(drawn);
            sameCommands(
                    "location", LabelSamples.data("location").put("code", code).put("zone", text));
            sameCommands("badge", LabelSamples.data("badge").put("code", code).put("name", "x" + text));
            sameCommands(
                    "command", LabelSamples.data("command").put("code", code).put("title", "x" + text));
        });
    }

    @Test
    void aCodeThatALanguageSaysItselfIsOneCommandLikeACodeInDots() throws LabelException {
        for (String code : List.of("00", "0011", "001122", "00112")) {
            sameCommands("location", LabelSamples.data("location").put("code", code));
        }
    }

    @Test
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
