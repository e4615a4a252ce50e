package dev.dockhand.hardware.label;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.NotFoundException;
import dev.dockhand.hardware.scan.Frame;
import dev.dockhand.hardware.scan.Scan;
import dev.dockhand.hardware.scan.ScanReader;
import dev.dockhand.model.field.Field;
import dev.dockhand.model.id.NormalText;
import java.awt.image.BufferedImage;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** One rule a field: what is taken in can be labelled, and the label is scanned back as what was taken in. */
class FieldRoundTripTest {

    private static final long SEED = 20_261_129;
    private static final List<String> ALPHABETS = List.of(
            "0123456789",
            "ABCDEFGHJKLMNPQRSTUVWXYZ",
            "abcdefghijkmnopqrstuvwxyz",
            "0123456789-",
            "AB09-_./:+#* ",
            "가나다라마크림수분힣",
            "漢字金特大鐘路",
            "ぁあカナー・",
            "０１２３ＡＢ－",
            "éØžß×·°",
            "1\u00a02\u200b3\ufeff",
            "\u2013\u2212\u2010A1",
            "!\"$%&'()*,;<=>?@[]^`{|}~");

    private static final ScanReader SCANNER = new ScanReader("scanner", () -> 1, InstantSource.system());

    /** A template with one element of a field, on a wide label so that the longest value fits. */
    private static LabelTemplates with(LabelTemplates others, String id, Field field, String element)
            throws LabelException {
        String kind = field == Field.TOTE ? "location" : field.name().toLowerCase(Locale.ROOT);
        return others.with(
                id,
                "{\"width\":200,\"height\":60,\"fields\":{\"code\":{\"type\":\"%s\"}},\"elements\":[{%s}]}"
                        .formatted(kind, element));
    }

    private static LabelTemplates templates(Field field) throws LabelException {
        String code = "\"barcode\":\"code-128\",\"data\":\"{code}\",\"x\":0,\"y\":5,\"w\":200,\"h\":40,\"module\":0.5";
        String text = "\"text\":\"{code}\",\"x\":0,\"y\":50,\"w\":200,\"h\":8,\"size\":5,\"least\":2";
        return with(with(LabelSamples.TEMPLATES, "code", field, code), "text", field, text);
    }

    private static String random(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(1, 36);
        String mixed =
                ALPHABETS.get(random.nextInt(ALPHABETS.size())) + ALPHABETS.get(random.nextInt(ALPHABETS.size()));
        while (text.length() < length) {
            text.append(mixed.charAt(random.nextInt(mixed.length())));
        }
        return text.toString();
    }

    private static Optional<String> takenIn(Field field, String text) {
        try {
            return Optional.of(field.normal(text)).filter(normal -> !normal.isEmpty());
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageMatching("(?s).{10,}");
            return Optional.empty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {"PHONE", "POSTCODE", "LINE"},
            mode = Mode.EXCLUDE)
    void whatIsTakenInIsScannedBackFromItsLabel(Field field) throws LabelException, NotFoundException {
        Random random = new Random(SEED + field.ordinal());
        LabelTemplates templates = templates(field);
        int proved = 0;
        for (int i = 0; proved < 60 && i < 5_000; i++) {
            Optional<String> value = takenIn(field, random(random));
            if (value.isEmpty()) {
                continue;
            }
            String code = value.get();
            WrittenLabel label = LabelSamples.ZPL.written(templates.fill("code", Map.of("code", code)), Dpi.DPI_203);
            String scanned = scan(LabelSamples.PREVIEW.draw(label.bytes()).image());
            assertThat(field.normal(scanned)).as("seed %d, draw %d", SEED, i).isEqualTo(code);
            assertThat(label.notices())
                    .as("seed %d, draw %d: %s", SEED, i, code)
                    .isEmpty();
            proved++;
        }
        assertThat(proved).isEqualTo(60);
    }

    private static String scan(BufferedImage image) throws NotFoundException {
        String read;
        try {
            read = LabelSamples.read(image, BarcodeFormat.CODE_128);
        } catch (NotFoundException noBars) {
            read = LabelSamples.read(image, BarcodeFormat.QR_CODE);
        }
        return ((Scan) SCANNER.read(new Frame.Data(read.getBytes(StandardCharsets.UTF_8)))).text();
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "POSTCODE"})
    void whatIsTakenInIsPrintedOnTheWaybill(Field field) throws LabelException {
        Random random = new Random(SEED);
        String alphabet = "0123456789-+() 〒０９ＡＢ–\u00a0abXY";
        int proved = 0;
        for (int i = 0; proved < 100 && i < 500_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(3, 14); j > 0; j--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            Optional<String> value = takenIn(field, text.toString());
            if (value.isPresent()) {
                var data = LabelSamples.data("waybill");
                ((ObjectNode) data.get("recipient")).put(field == Field.PHONE ? "phone" : "postcode", text.toString());
                WrittenLabel label =
                        LabelSamples.ZPL.written(LabelSamples.TEMPLATES.fill("waybill", data), Dpi.DPI_203);
                assertThat(label.notices()).as("seed %d: %s", SEED, value.get()).isEmpty();
                proved++;
            }
        }
        assertThat(proved).isEqualTo(100);
    }

    @Test
    void everyCharacterOfAnIdentifierIsInAFont() throws LabelException {
        StringBuilder all = new StringBuilder();
        for (char c = ' '; c < Character.MIN_SURROGATE; c++) {
            if (NormalText.stranger(String.valueOf(c)).isEmpty() && c != '\\' && c > '~') {
                all.append(c);
            }
        }
        LabelFont font = new LabelFonts().of(TextStyle.Face.REGULAR);
        assertThat(font.missing(all.toString()).stream().map(NormalText::named)).isEmpty();
        assertThat(all.toString()).contains("힣", "漢", "ア", "é");
        assertThat(Charset.forName("MS949").newEncoder().canEncode("漢")).isTrue();
    }
}
