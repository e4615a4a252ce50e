package dev.dockhand.hardware.label;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.NotFoundException;
import dev.dockhand.hardware.gs1.ApplicationIdentifiers;
import dev.dockhand.hardware.gs1.Gs1Failure;
import dev.dockhand.hardware.gs1.Gs1Reader;
import dev.dockhand.hardware.gs1.Gs1Result;
import dev.dockhand.hardware.scan.Framing;
import dev.dockhand.hardware.scan.RefusedScan;
import dev.dockhand.hardware.scan.Scan;
import dev.dockhand.hardware.scan.ScanEvent;
import dev.dockhand.hardware.scan.ScanFramer;
import dev.dockhand.hardware.scan.ScanReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Inputs of public bug reports, from the folder {@code reports}, and what is right for each. */
class ReportsTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-29T03:00:00Z"));
    private static final Gs1Reader GS1 = new Gs1Reader(ApplicationIdentifiers.load(), CLOCK);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static byte[] file(String name) {
        try (InputStream in = ReportsTest.class.getResourceAsStream("/reports/" + name)) {
            return in == null ? new byte[0] : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What every line of a file is read as. */
    private static List<String> scans(String name, Charset charset) {
        ScanReader reader = new ScanReader("scanner", () -> 1, CLOCK, charset);
        return new String(file(name), StandardCharsets.US_ASCII)
                .lines()
                .map(line -> HexFormat.of().parseHex(line.strip()))
                .map(bytes -> {
                    ScanFramer framer = new ScanFramer(new Framing(true, true, true, Duration.ZERO));
                    framer.accept(bytes, 0);
                    return framer.accept(new byte[] {'\r'}, 0).getFirst();
                })
                .map(frame -> words(reader.read(frame)))
                .toList();
    }

    private static String words(ScanEvent event) {
        return switch (event) {
            case RefusedScan refused -> refused.reason().name();
            case Scan scan -> {
                Gs1Result result = GS1.read(scan.aimText(), scan.text()).orElse(null);
                yield result instanceof Gs1Failure failure
                        ? failure.reason().name()
                        : result == null ? scan.text() : result.toString();
            }
        };
    }

    @ParameterizedTest
    @CsvSource({
        "18-upce-bare.hex, (01)00065400000128",
        "25-tab-suffix.hex, (01)08809091000010",
        "28-blank-after.hex, (01)08809091000010",
        "27-cp949-scan.hex, NOT_UTF8"
    })
    void aScanIsReadOrRefusedByName(String file, String right) {
        assertThat(scans(file, StandardCharsets.UTF_8)).containsExactly(right);
    }

    @Test
    void aScanInTheScannersOwnCharsetIsRead() {
        assertThat(scans("27-cp949-scan.hex", Charset.forName("MS949"))).containsExactly("크림-1");
    }

    @Test
    void aDigitalLinkIsNeverPlainText() {
        assertThat(scans("14-dl-order.hex", StandardCharsets.UTF_8))
                .containsExactly(
                        "(01)09520123456788(22)2A(10)ABC123(21)12345XYZ", "LINK_ORDER", "(01)09520123456788(10)ABC123");
    }

    private static ObjectNode data(String name) throws IOException {
        return (ObjectNode) JSON.readTree(file(name));
    }

    private static WrittenLabel written(ObjectNode data) throws LabelException {
        return LabelSamples.ZPL.written(LabelSamples.TEMPLATES.fill("waybill", data), Dpi.DPI_203);
    }

    private static void isPrintedLike(ObjectNode data, String path, String field, String right) throws LabelException {
        ObjectNode other = data.deepCopy();
        ((ObjectNode) other.at(path)).put(field, right);
        assertThat(written(data).notices()).isEmpty();
        assertThat(written(data).bytes()).isEqualTo(written(other).bytes());
    }

    @Test
    void aDecomposedAddressGivesThePictureOfTheComposedOne() throws IOException, LabelException {
        ObjectNode data = data("52-nfd-address.json");
        for (String field : List.of("name", "address")) {
            String given = data.at("/recipient/" + field).asText();
            isPrintedLike(data, "/recipient", field, Normalizer.normalize(given, Form.NFC));
        }
    }

    @Test
    void anEmojiIsNamedWithItsField() throws IOException, LabelException {
        assertThat(written(data("53-emoji-message.json")).notices())
                .containsExactly(new LabelNotice("message", LabelNotice.Kind.REPLACED, 0x1F64F));
    }

    @ParameterizedTest
    @CsvSource({"55-waybill-s10.json, RB123456785XX", "55-waybill-dashes.json, 632912345697"})
    void aWaybillIsPrintedAsLettersAndDigits(String file, String right)
            throws IOException, LabelException, NotFoundException {
        var image = LabelSamples.PREVIEW.draw(written(data(file)).bytes()).image();
        assertThat(LabelSamples.read(image, BarcodeFormat.CODE_128)).isEqualTo(right);
        assertThat(LabelSamples.read(image, BarcodeFormat.QR_CODE)).isEqualTo(right);
    }

    @Test
    void aPhoneInFullWidthIsPrintedInAsciiAndMasked() throws IOException, LabelException {
        ObjectNode data = data("56-phone-fullwidth.json");
        isPrintedLike(data, "/recipient", "phone", "010-0000-0000");
        assertThat(new String(written(data).bytes(), StandardCharsets.ISO_8859_1))
                .contains("010-0000-****");
    }

    @Test
    void aPostcodeIsPrintedWithoutThePostalMark() throws IOException, LabelException {
        isPrintedLike(data("57-postcode-jp.json"), "/recipient", "postcode", "100-0005");
    }

    @Test
    void aLongAddressStandsThereWholeInSmallerLetters() throws IOException, LabelException {
        assertThat(written(data("59-address-296.json")).notices()).isEmpty();
    }
}
