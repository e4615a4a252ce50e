package dev.dockhand.hardware.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.NotFoundException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every language has to do, whichever it is. */
class LabelLanguagesTest {
    private static final Map<String, String> CODES = Map.of(
            "waybill", "632912345678",
            "license-plate", "00388012345678901230",
            "location", "A-01-02-3",
            "badge", "OP-0004",
            "command", "CMD-FINISH",
            "sheet", "DH-FINISH");
    private static final LabelFonts FONTS = new LabelFonts();
    private static final Path GOLDEN =
            Path.of(System.getProperty("dockhand.module.dir", "."), "src/test/resources/labels");

    static Stream<LabelLanguage> languages() {
        return LabelLanguages.all().stream();
    }

    static Stream<Arguments> everyLabel() {
        List<Arguments> all = new ArrayList<>();
        for (LabelLanguage language : LabelLanguages.all()) {
            for (String id : language.widestMm() < 80 ? List.of("waybill") : CODES.keySet()) {
                for (Dpi dpi : Dpi.values()) {
                    all.add(Arguments.of(language.id(), id, dpi));
                }
            }
        }
        return all.stream();
    }

    private static LabelLanguage language(String id) {
        return LabelLanguages.byId(id).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("everyLabel")
    void theBytesOfEveryLabelDrawTheLabelAndAreReadAsItsCode(String id, String label, Dpi dpi)
            throws LabelException, NotFoundException {
        LabelLanguage language = language(id);
        Label filled = LabelSamples.label(label, language);
        Sheet meant = new Layout(FONTS, new RasterCache(1 << 20), language.hasLetters()).of(filled, dpi);
        byte[] bytes = new LabelWriter(language).write(filled, dpi);
        Sheet read = language.read(bytes, dpi);
        // a receipt is as wide as whole bytes
        assertThat(read.width() - meant.width()).isBetween(0, 7);
        assertThat(read.height()).isEqualTo(meant.height());
        assertThat(read.dots().part(0, 0, meant.width(), meant.height()).rows())
                .isEqualTo(meant.dots().rows());
        BufferedImage image = new LabelPreview(language, dpi).draw(bytes).image();
        assertThat(LabelSamples.read(image, BarcodeFormat.CODE_128)).isEqualTo(CODES.get(label));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyKindOfMarkIsReadBackDotByDot(LabelLanguage language) throws LabelException {
        Sheet sheet = new Sheet(560, 400, Dpi.DPI_203, everyMark());
        Sheet read = language.read(language.write(sheet), Dpi.DPI_203);
        assertThat(read.dots().rows()).isEqualTo(sheet.dots().rows());
    }

    private static List<Mark> everyMark() throws LabelException {
        return List.of(
                new Mark.Bar(8, 4, 300, 3),
                new Mark.Frame(8, 12, 101, 51, 4),
                new Mark.Dots(21, 80, new Picture(Bitmap.ofRows(8, 2, new byte[] {(byte) 0x81, 0x7E}))),
                new Mark.Bars(40, 100, Code128.plan("632912345678"), 2, 60),
                new Mark.Bars(40, 180, Code128.plan("A\"'\\,1"), 1, 6),
                new Mark.Ean(40, 200, "880123456789", 2, 50),
                new Mark.Qr(400, 100, "A-01", 1),
                new Mark.Matrix(400, 200, "A-01", 1));
    }

    /**
     * The bytes of one of every mark, beside the words of the manual. After a wanted change set DOCKHAND_WRITE_GOLDEN=1,
     * run this test, and read the new file against the manual before it is kept; the comments are yours to keep.
     */
    @ParameterizedTest
    @MethodSource("languages")
    void theBytesAreThoseThatWereReadAgainstTheManual(LabelLanguage language) throws IOException, LabelException {
        if (PngLanguage.is(language.write(new Sheet(8, 8, Dpi.DPI_203, List.of())))
                || language.id().equals("pdf")) {
            // their compression is the JDK's choice
            return;
        }
        byte[] bytes = language.write(new Sheet(560, 400, Dpi.DPI_203, everyMark()));
        Path file = GOLDEN.resolve("marks." + language.id() + ".txt");
        if (System.getenv("DOCKHAND_WRITE_GOLDEN") != null) {
            Files.writeString(file, shown(bytes));
        }
        String golden = Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("# "))
                .collect(Collectors.joining("\n", "", "\n"));
        assertThat(shown(bytes)).isEqualTo(golden);
    }

    /** Bytes for people: what is not printable in hexadecimal, a new line after each LF, runs of one byte counted. */
    private static String shown(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < bytes.length; ) {
            int run = at + 1;
            while (run < bytes.length && bytes[run] == bytes[at]) {
                run++;
            }
            boolean plain = bytes[at] >= ' ' && bytes[at] < 0x7F && bytes[at] != '<';
            String one = plain ? String.valueOf((char) bytes[at]) : "<%02X>".formatted(bytes[at]);
            if (plain || run - at < 4) {
                text.append(one.repeat(run - at));
            } else {
                text.append("<%02X*%d>".formatted(bytes[at], run - at));
            }
            if (bytes[at] == '\n') {
                text.append('\n');
            }
            at = run;
        }
        return text.append('\n').toString();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void bytesThatAreCutAnywhereAreNoLabelAndNeverAnythingWorse(LabelLanguage language) throws LabelException {
        byte[] bytes = new LabelWriter(language).write(LabelSamples.label("waybill", language), Dpi.DPI_203);
        LabelPreview preview = new LabelPreview(language, Dpi.DPI_203);
        int step = Math.max(1, bytes.length / 40);
        for (int length = 0; length < bytes.length - 60; length += step) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> preview.draw(cut)).isInstanceOf(LabelException.class);
        }
    }

    @Test
    void aLabelThatIsWiderThanThePaperIsRefusedInWords() throws LabelException {
        LabelWriter receipts = new LabelWriter(language("escpos"));
        Label label = LabelSamples.label("location", receipts.language());
        assertThatThrownBy(() -> receipts.write(label, Dpi.DPI_203))
                .isInstanceOf(LabelException.class)
                .hasMessageContaining("100.0 mm wide")
                .hasMessageContaining("72.0 mm");
    }

    @Test
    void aPdfPageHasTheSizeOfTheLabelAndItsTableNamesEveryObject() throws LabelException {
        LabelLanguage language = language("pdf");
        byte[] pdf = new LabelWriter(language).write(LabelSamples.label("location", language), Dpi.DPI_203);
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        assertThat(text)
                .startsWith("%PDF-1.4")
                .contains("/MediaBox [0 0 283.465 141.732]")
                .endsWith("%%EOF\n");
        int table = Integer.parseInt(text.substring(text.indexOf("startxref") + 10, text.indexOf("%%EOF"))
                .strip());
        List<String> lines = text.substring(table).lines().skip(3).limit(5).toList();
        for (int i = 0; i < lines.size(); i++) {
            int place = Integer.parseInt(lines.get(i).substring(0, 10));
            assertThat(text.substring(place)).startsWith((i + 1) + " 0 obj");
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void theSecondLabelWithTheSameTextIsNotDrawnAgain(LabelLanguage language) throws LabelException {
        LabelWriter writer = new LabelWriter(language);
        Label label = LabelSamples.label("waybill", language);
        byte[] first = writer.write(label, Dpi.DPI_203);
        int kept = writer.cached();
        assertThat(kept).isPositive();
        assertThat(writer.write(label, Dpi.DPI_203)).isEqualTo(first);
        assertThat(writer.cached()).isEqualTo(kept);
        writer.forget();
        assertThat(writer.cached()).isZero();
    }
}
