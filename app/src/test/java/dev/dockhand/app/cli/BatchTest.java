package dev.dockhand.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import dev.dockhand.app.flow.Command;
import dev.dockhand.app.ui.sheet.CommandSheet;
import dev.dockhand.app.ui.texts.Texts;
import dev.dockhand.hardware.label.Dpi;
import dev.dockhand.hardware.label.LabelException;
import dev.dockhand.hardware.label.LabelLanguages;
import dev.dockhand.hardware.label.LabelPreview;
import dev.dockhand.hardware.virtual.FarEnd;
import dev.dockhand.hardware.virtual.VirtualPrinter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code print}, {@code render} and {@code sheet} with many labels. */
class BatchTest {

    private static final Charset CP949 = Charset.forName("x-windows-949");
    private static final Pattern IMAGE =
            Pattern.compile("/Width (\\d+) /Height (\\d+) [^>]*/Length (\\d+)>>\nstream\n");

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Ran print(FarEnd paper, String label, Path data, String... more) {
        List<String> line = new ArrayList<>(
                List.of("print", "--json", "--printer", paper.address().uri()));
        line.addAll(List.of("--label", label, "--data", data.toString()));
        line.addAll(List.of(more));
        return Ran.run(line.toArray(String[]::new));
    }

    private Ran render(String label, Path data, String out, String... more) {
        List<String> line = new ArrayList<>(List.of("render", "--json", "--label", label, "--data", data.toString()));
        line.addAll(List.of("--out", folder.resolve(out).toString()));
        line.addAll(List.of(more));
        return Ran.run(line.toArray(String[]::new));
    }

    private static VirtualPrinter printer(FarEnd paper) {
        VirtualPrinter printer = new VirtualPrinter(paper, InstantSource.system()).start();
        printer.dials().labelTime(Duration.ofMillis(1));
        return printer;
    }

    private static List<String> printed(VirtualPrinter printer) throws LabelException, NotFoundException {
        LabelPreview preview = new LabelPreview(LabelLanguages.byId("zpl").orElseThrow(), Dpi.DPI_203);
        List<String> codes = new ArrayList<>();
        for (var label : printer.labels()) {
            codes.add(code(preview.draw(label.bytes()).image()));
        }
        return codes;
    }

    private static String code(BufferedImage image) throws NotFoundException {
        return new MultiFormatReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image))),
                        Map.of(
                                DecodeHintType.TRY_HARDER,
                                true,
                                DecodeHintType.POSSIBLE_FORMATS,
                                List.of(BarcodeFormat.CODE_128)))
                .getText();
    }

    private static String locations(int count) {
        return "code,zone\n"
                + IntStream.rangeClosed(1, count)
                        .mapToObj("A-%04d,A\n"::formatted)
                        .reduce("", String::concat);
    }

    private static List<String> codes(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj("A-%04d"::formatted).toList();
    }

    @Test
    void aTableOfExcelInKoreaIsPrintedInItsOrderAndEachLabelIsProved() throws Exception {
        Path data = Files.write(
                folder.resolve("badges.csv"),
                "Name;Code;Role\r\n김민지;ＯＰ-0004;packer\r\n\r\n이정은; OP-0005 ;\r\n".getBytes(CP949));
        try (FarEnd paper = FarEnd.socket()) {
            VirtualPrinter printer = printer(paper);
            Ran ran = print(paper, "badge", data);
            assertThat(ran.code()).isZero();
            assertThat(ran.fields("label")).containsExactly("1", "2");
            assertThat(ran.fields("line")).containsExactly("2", "4");
            assertThat(ran.fields("proof")).containsExactly("CLEAR", "CLEAR");
            assertThat(printed(printer)).containsExactly("OP-0004", "OP-0005");
        }
    }

    @Test
    void aThousandLocationsArePrintedInOneBatch() throws Exception {
        try (FarEnd paper = FarEnd.socket()) {
            VirtualPrinter printer = printer(paper);
            Ran ran = print(paper, "location", file("locations.csv", locations(1000)), "--no-status");
            assertThat(ran.code()).isZero();
            assertThat(ran.fields("label")).hasSize(1000).endsWith("1000");
            await().until(() -> printer.labels().size() == 1000);
            assertThat(new String(printer.labels().getLast().bytes(), StandardCharsets.US_ASCII))
                    .contains("A-1000");
        }
    }

    @Test
    void aBatchThatStopsSaysWhichLabelIsProvedLastAndGoesOnFromAnyLabel() throws Exception {
        Path data = file("locations.csv", locations(20));
        try (FarEnd paper = FarEnd.socket()) {
            VirtualPrinter printer = printer(paper);
            AtomicInteger out = new AtomicInteger();
            printer.onLabel(label -> {
                if (out.incrementAndGet() == 6) {
                    printer.dials().paperOutInNextLabel();
                }
            });
            Ran ran = print(paper, "location", data, "--timeout", "4s");
            assertThat(ran.code()).isEqualTo(Common.NOT_DONE);
            assertThat(ran.fields("state")).hasSize(7).endsWith("UNKNOWN");
            assertThat(ran.fields("error"))
                    .containsExactly("Nobody knows whether label 7 of 20 (line 8) came out: look at the printer."
                            + " The last label proved is 6. Go on with --from 7, or with --from 8 if it came out");
        }
        try (FarEnd paper = FarEnd.socket()) {
            VirtualPrinter printer = printer(paper);
            Ran ran = print(paper, "location", data, "--from", "7");
            assertThat(ran.code()).isZero();
            assertThat(ran.fields("label")).hasSize(14).startsWith("7").endsWith("20");
            assertThat(printed(printer)).containsExactlyElementsOf(codes(7, 20));
            assertThat(print(paper, "location", data, "--from", "21").code()).isEqualTo(Common.MISUSED);
        }
    }

    @Test
    void everyWrongRowIsNamedBeforeAnythingIsPrinted() throws Exception {
        Path data = file("locations.csv", "code,zone\nA-01,A\n,A\nA-03,A,x\nA-04,🙏\n\"A-05,A\n");
        try (FarEnd paper = FarEnd.socket()) {
            VirtualPrinter printer = printer(paper);
            Ran ran = print(paper, "location", data);
            assertThat(ran.code()).isEqualTo(Common.NOT_DONE);
            assertThat(ran.fields("line")).containsExactly("3", "4", "5", "6");
            assertThat(ran.fields("error"))
                    .satisfiesExactly(
                            code -> assertThat(code).isEqualTo("code: is missing"),
                            columns -> assertThat(columns).isEqualTo("has 3 columns, not 2"),
                            font -> assertThat(font).contains("zone", "U+1F64F"),
                            quote -> assertThat(quote).contains("quote"),
                            all -> assertThat(all).isEqualTo("4 of 5 rows are wrong; nothing was made"));
            assertThat(printer.labels()).isEmpty();
        }
    }

    @Test
    void objectsInAnArrayAreRowsToo() throws IOException {
        Path data = file("waybills.json", "[{\"code\": \"A-01\"}, {\"zone\": \"A\"}, 7]");
        Ran ran = render("location", data, "out.pdf");
        assertThat(ran.fields("line")).containsExactly("2", "3");
        assertThat(folder.resolve("out.pdf")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        empty.csv  | ''             | holds no labels
        header.csv | 'code,zone'    | holds no labels
        empty.json | ''             | holds no labels
        none.json  | '[]'           | holds no labels
        other.csv  | 'place,zone'   | the first line must name columns of code,note,zone; found place,zone
        twice.csv  | 'code,code'    | the first line must name columns of code,note,zone; found code,code
        book.xlsx  | 'PK'           | is an Excel workbook; save it as CSV
        cut.json   | '[{"code":1}'  | is not JSON: line 1
        """)
    void aFileThatHoldsNoRowsIsRefused(String name, String text, String why) throws IOException {
        Ran ran = render("location", file(name, text), "out.pdf");
        assertThat(ran.code()).isEqualTo(Common.NOT_DONE);
        assertThat(ran.fields("error"))
                .singleElement()
                .satisfies(error -> assertThat(error.replace(", ", ",")).endsWith(why));
    }

    @Test
    void aFileHasItsBounds() throws IOException {
        Path large = file("large.csv", "code\n" + " ".repeat(10 << 20));
        assertThat(render("location", large, "out.pdf").fields("error"))
                .containsExactly(large + " is larger than 10 MiB");
        Path many = file("many.csv", locations(10_001));
        assertThat(render("location", many, "out.pdf").fields("error"))
                .containsExactly(many + " holds 10,001 labels; at most 10,000 are printed at once");
    }

    @Test
    void manyLabelsAreDrawnAsPagesAsPicturesAndAsTheBytesOfThePrinter() throws Exception {
        Path data = file("locations.csv", locations(23));
        assertThat(render("location", data, "labels.pdf").code()).isZero();
        assertThat(pages(folder.resolve("labels.pdf"))).isEqualTo(23);
        assertThat(render("location", data, "a4.pdf", "--paper", "a4").code()).isZero();
        assertThat(pages(folder.resolve("a4.pdf"))).isEqualTo(3);
        assertThat(codes(folder.resolve("a4.pdf"))).containsExactlyElementsOf(codes(1, 23));
        assertThat(render("location", data, "label.png").fields("file")).hasSize(23);
        assertThat(code(ImageIO.read(folder.resolve("label-0023.png").toFile())))
                .isEqualTo("A-0023");
        render("location", data, "labels.zpl");
        assertThat(Files.readString(folder.resolve("labels.zpl")).split("\\^XZ"))
                .hasSizeGreaterThanOrEqualTo(23);
        assertThat(render("location", data, "labels.png", "--paper", "a4").code())
                .isEqualTo(Common.MISUSED);
        assertThat(render("location", data, "labels.bin", "--language", "pdf").code())
                .isEqualTo(Common.MISUSED);
    }

    @ParameterizedTest
    @CsvSource({"ko", "en"})
    void everyCommandIsOnThePdfOfTheSheet(String words) throws Exception {
        Path pdf = folder.resolve("sheet.pdf");
        assertThat(Ran.run("sheet", "--pdf", pdf.toString(), "--words", words).code())
                .isZero();
        assertThat(codes(pdf))
                .containsExactlyElementsOf(CommandSheet.entries(Texts.in(Locale.of(words))).stream()
                        .map(CommandSheet.Entry::barcode)
                        .toList())
                .containsAll(Stream.of(Command.values()).map(Command::barcode).toList());
    }

    @Test
    void theSheetIsPrintedAsLabels() throws Exception {
        try (FarEnd paper = FarEnd.socket()) {
            VirtualPrinter printer = printer(paper);
            Ran ran = Ran.run("sheet", "--json", "--printer", paper.address().uri(), "--words", "ko");
            assertThat(ran.code()).isZero();
            int labels = CommandSheet.labels(Texts.in(Locale.KOREAN)).size();
            assertThat(ran.fields("proof")).hasSize(labels).containsOnly("CLEAR");
            assertThat(printer.labels()).hasSize(labels);
        }
        assertThat(Ran.run("sheet").code()).isEqualTo(Common.MISUSED);
        assertThat(Ran.run("sheet", "--pdf", "x.pdf", "--words", "fr").code()).isEqualTo(Common.MISUSED);
    }

    private static int pages(Path pdf) throws IOException {
        return (int) Pattern.compile("/Type /Page ")
                .matcher(Files.readString(pdf, StandardCharsets.ISO_8859_1))
                .results()
                .count();
    }

    /** What a scanner reads of each picture in a PDF. */
    private static List<String> codes(Path pdf) throws IOException, NotFoundException {
        byte[] bytes = Files.readAllBytes(pdf);
        Matcher image = IMAGE.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        List<String> codes = new ArrayList<>();
        while (image.find()) {
            int width = Integer.parseInt(image.group(1));
            int height = Integer.parseInt(image.group(2));
            BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
            try (InputStream in = new InflaterInputStream(
                    new ByteArrayInputStream(bytes, image.end(), Integer.parseInt(image.group(3))))) {
                byte[] rows = in.readAllBytes();
                int stride = (width + 7) / 8;
                for (int y = 0; y < height; y++) {
                    for (int x = 0; x < width; x++) {
                        boolean black = (rows[y * stride + x / 8] & (0x80 >> (x % 8))) != 0;
                        drawn.setRGB(x, y, black ? 0 : 0xFFFFFF);
                    }
                }
            }
            codes.add(code(drawn));
        }
        return codes;
    }
}
