package dev.dockhand.hardware.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScanReaderTest {

    private static final Instant NOON = Instant.parse("2026-11-23T03:00:00Z");

    private final ScanReader reader =
            new ScanReader("scanner", new AtomicLong()::incrementAndGet, InstantSource.fixed(NOON));

    private ScanEvent read(byte... bytes) {
        return reader.read(new Frame.Data(bytes));
    }

    private ScanEvent read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static RefusedScan.Reason reason(ScanEvent event) {
        assertThat(event).isInstanceOf(RefusedScan.class);
        return ((RefusedScan) event).reason();
    }

    @Test
    void aScanCarriesItsNumberDeviceAndTime() {
        assertThat(read("8801234567893")).isEqualTo(new Scan(1, "scanner", NOON, "8801234567893", null, false));
        assertThat(read("8801234567893").sequence()).isEqualTo(2);
    }

    @Test
    void theAimIdentifierIsTakenOff() {
        Scan scan = (Scan) read("]C1010880123456789310LOT\u001d17261231");
        assertThat(scan.aimText()).isEqualTo("]C1");
        assertThat(scan.text()).isEqualTo("010880123456789310LOT\u001d17261231");
        assertThat(scan.shown()).isEqualTo("010880123456789310LOT<1D>17261231");
    }

    @Test
    void bytesThatAreNoTextOfTheScannersCharsetAreRefusedAndNeverGuessed() {
        byte[] cream = "크림-1".getBytes(Charset.forName("MS949"));
        assertThat(((Scan) read("토너 패드")).text()).isEqualTo("토너 패드");
        assertThat(reason(read(cream))).isEqualTo(RefusedScan.Reason.NOT_UTF8);
        assertThat(reason(read((byte) 'A', (byte) 0xE9))).isEqualTo(RefusedScan.Reason.NOT_UTF8);
        ScanReader korean = new ScanReader("scanner", () -> 1, InstantSource.fixed(NOON), Charset.forName("MS949"));
        assertThat(((Scan) korean.read(new Frame.Data(cream))).text()).isEqualTo("크림-1");
        assertThat(reason(korean.read(new Frame.Data(new byte[] {'A', (byte) 0xFF, 'B'}))))
                .isEqualTo(RefusedScan.Reason.NOT_UTF8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8809091000010\t",
                "8809091000010 ",
                " 8809091000010",
                "\u00a08809091000010\u3000",
                "\ufeff8809091000010",
                "\uff18\uff18\uff10\uff19\uff10\uff19\uff11\uff10\uff10\uff10\uff10\uff11\uff10",
                "]E08809091000010 \t",
                "88090\u200b91000010"
            })
    void whatAScannerAddsAroundACodeIsNoPartOfIt(String sent) {
        assertThat(((Scan) read(sent)).text()).isEqualTo("8809091000010");
    }

    @Test
    void aTabInsideACodeIsRefusedAndBlanksAloneAreNothing() {
        assertThat(reason(read("AB\tCD"))).isEqualTo(RefusedScan.Reason.CONTROL_CHARACTER);
        assertThat(reason(read(" \t"))).isEqualTo(RefusedScan.Reason.EMPTY);
        assertThat(reason(read("\u200b"))).isEqualTo(RefusedScan.Reason.EMPTY);
    }

    @Test
    void whatIsNoCodeIsRefusedWithAReason() {
        assertThat(reason(read("AB\u0000CD"))).isEqualTo(RefusedScan.Reason.CONTROL_CHARACTER);
        assertThat(reason(read("]C1"))).isEqualTo(RefusedScan.Reason.EMPTY);
        assertThat(reason(reader.read(new Frame.Torn(7)))).isEqualTo(RefusedScan.Reason.TORN);
        assertThat(reason(reader.read(new Frame.TooLong(5_000)))).isEqualTo(RefusedScan.Reason.TOO_LONG);
        assertThat(((RefusedScan) read("AB\u0000CD")).detail())
                .doesNotContain("AB")
                .contains("00");
    }

    @Test
    void aScanTypedUnderAKoreanLayoutIsTurnedBackAndMarked() {
        Scan scan = (Scan) reader.read(new WedgeBurst.Burst("]ㅊ101088012345678931"));
        assertThat(scan.repaired()).isTrue();
        assertThat(scan.aimText()).isEqualTo("]C1");
        Scan plain = (Scan) reader.read(new WedgeBurst.Burst("LOC-A1"));
        assertThat(plain.repaired()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "ㅣㅒㅊ-ㅁ1, lOc-a1",
        "바코드, qkzhem",
        "쫌ㅅ, What",
        "뷁, qnpfr",
        "값, rkqt",
        "ㅘㅢㄳㄸㅃㅉ, hkmlrtEQW",
        "나-01-02, sk-01-02",
        "PLAIN-1, PLAIN-1"
    })
    void hangulIsTurnedBackIntoItsKeys(String typed, String meant) {
        assertThat(Hangul.toQwerty(typed)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "]E0880, EAN_UPC, false",
        "]E4880, EAN_8, false",
        "]C0A, CODE_128, false",
        "]C1A, GS1_128, true",
        "]e0A, GS1_DATABAR, true",
        "]d1A, DATA_MATRIX, false",
        "]d2A, GS1_DATA_MATRIX, true",
        "]Q1A, QR, false",
        "]Q3A, GS1_QR, true",
        "]J1A, GS1_DOT_CODE, true",
        "]A4A, CODE_39, false",
        "]I1A, INTERLEAVED_2_OF_5, false",
        "]L0A, PDF_417, false",
        "]z0A, AZTEC, false",
        "]X0A, OTHER, false"
    })
    void aimIdentifiersNameTheKindOfCode(String text, AimIdentifier.Symbology symbology, boolean gs1) {
        AimIdentifier aim = AimIdentifier.at(text).orElseThrow();
        assertThat(aim.symbology()).isEqualTo(symbology);
        assertThat(aim.isGs1()).isEqualTo(gs1);
        assertThat(text).startsWith(aim.text());
    }

    @ParameterizedTest
    @CsvSource({"]c1A", "C1A", "]C", "]1CA", "]C-A", "''"})
    void otherTextIsNoAimIdentifier(String text) {
        assertThat(AimIdentifier.at(text)).isEmpty();
    }

    @Test
    void aRepetitionIsTheSameCodeOfTheSameScannerWithinTheWindow() {
        DuplicateFilter filter = new DuplicateFilter(Duration.ofMillis(500));
        assertThat(filter.isRepetition(scan("a", "X", 0))).isFalse();
        assertThat(filter.isRepetition(scan("a", "X", 499))).isTrue();
        assertThat(filter.isRepetition(scan("b", "X", 499))).isFalse();
        assertThat(filter.isRepetition(scan("a", "Y", 499))).isFalse();
        assertThat(filter.isRepetition(scan("a", "X", 500))).isFalse();
        assertThat(DuplicateFilter.off().isRepetition(scan("a", "X", 0))).isFalse();
    }

    @Test
    void aUnitThatIsCountedTwiceIsNoRepetitionAndAPlaceThatIsReadTwiceIsOne() {
        DuplicateFilter filter = new DuplicateFilter(Duration.ofMillis(500));
        assertThat(filter.isRepetition(scan("a", "PLACE", 0), false)).isFalse();
        assertThat(filter.isRepetition(scan("a", "PLACE", 100), true)).isTrue();
        assertThat(filter.isRepetition(scan("a", "UNIT", 200), true)).isFalse();
        assertThat(filter.isRepetition(scan("a", "UNIT", 300), true)).isFalse();
        assertThat(filter.isRepetition(scan("a", "UNIT", 799), false)).isTrue();
    }

    private static Scan scan(String device, String text, long millis) {
        return new Scan(1, device, NOON.plusMillis(millis), text, null, false);
    }
}
