package dev.dockhand.hardware.gs1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dockhand.model.id.Gtin;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Gs1ReaderTest {

    private static final ApplicationIdentifiers TABLE = ApplicationIdentifiers.load();
    private final Gs1Reader reader = new Gs1Reader(TABLE, InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z")));

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "]E0 4012345678901 (01)04012345678901",
                "]E4 02345673 (01)00000002345673",
                "]E3 401234567890112 (01)04012345678901",
                "]E0 4012345678901|]e099COMPOSITE (01)04012345678901(99)COMPOSITE",
                "]I1 12312312312333 (01)12312312312333",
                "]C1 10ABC (10)ABC",
                "]Q1 https://id.gs1.org/01/09521234543213 (01)09521234543213",
                "'' https://id.gs1.org/01/09521234543213 (01)09521234543213",
                "'' 4012345678901 (01)04012345678901",
                "]E0 06541238 (01)00065400000128",
                "'' 06541238 (01)00065400000128",
                "]E0 01234565 (01)00012345000065",
                "]E4 01234565 (01)00000001234565",
                "'' https://id.gs1.org/01/09520123456788/10/ABC123/ (01)09520123456788(10)ABC123",
                "'' https://id.gs1.org/01/09520123456788/?17=261231 (01)09520123456788(17)261231",
                "'' 02345673 (01)00000002345673",
                "'' 010952123454321310ABC (01)09521234543213(10)ABC",
                "'' 00006141411234567890 (00)006141411234567890",
                "'' ~10ABC (10)ABC",
                "'' 10ABC~17261231 (10)ABC(17)261231",
            })
    void findsTheData(String aim, String data, String fields) {
        assertThat(reader.read(aim, data.replace('~', '\u001d')).orElseThrow())
                .isInstanceOf(Gs1.class)
                .hasToString(fields);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "]E0 2112345678901 CHECK_DIGIT",
                "]E0 12345678901234 TOO_LONG",
                "]E0 123456789012 TOO_SHORT",
                "]E0 1234ABC890123 NOT_A_DIGIT",
                "]E0 '' EMPTY",
                "]E4 1234567 TOO_SHORT",
                "]E4 02345674 CHECK_DIGIT",
                "]C1 '' EMPTY",
                "]e0 '' EMPTY",
                "'' 0109521234543213ABC UNKNOWN_IDENTIFIER",
                "'' 10ABC~99 NO_VALUE",
                "]Q1 https://id.gs1.org/01/09521234543210 CHECK_DIGIT",
            })
    void refusesWhatClaimsToBeGs1AndIsNot(String aim, String data, Gs1Reason reason) {
        Gs1Result result = reader.read(aim, data.replace('~', '\u001d')).orElseThrow();
        assertThat(result).isInstanceOf(Gs1Failure.class);
        assertThat(((Gs1Failure) result).reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "]C0 LOC-A1",
                "'' LOC-A1",
                "'' 6071234567890",
                "'' 2112345678901",
                "'' 2112345678900",
                "]E0 2112345678900",
                "]E0 0212345678909",
                "]I1 12312312312334",
                "]Q1 https://example.com/track/1",
                "]d1 [)>~06~P123",
                "'' [)>~06~P123",
                "'' ''",
                "'' 0109521234543210",
            })
    void leavesOtherCodesAlone(String aim, String data) {
        assertThat(reader.read(aim, data.replace('~', '\u001d'))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2112345678901, 01",
        "02345674, 01",
        "12312312312334, 01",
        "0109521234543210, 01",
        "020952123454321037, 02",
        "00006141411234567891, 00",
    })
    void suspectsANumberWithAWrongCheckDigit(String data, String identifier) {
        assertThat(reader.read("", data)).isEmpty();
        assertThat(reader.suspicion(data))
                .contains(new Gs1Failure(
                        Gs1Reason.CHECK_DIGIT,
                        identifier,
                        reader.suspicion(data).orElseThrow().position(),
                        ""));
    }

    @ParameterizedTest
    @CsvSource({"4012345678901", "LOC-A1", "12345", "1234567890123456", "''", "01ABCDEFGHIJKLMNOP"})
    void doesNotSuspectOtherCodes(String data) {
        assertThat(reader.suspicion(data)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2112345678900", "0212345678909"})
    void aNumberOfOneShopIsToldAsSuch(String data) {
        assertThat(reader.suspicion(data).orElseThrow().reason()).isEqualTo(Gs1Reason.IN_STORE);
    }

    @Test
    void shortAndLongFormsOfOneItemAreEqual() {
        assertThat(Gtin.read("02345673")).isEqualTo(Gtin.read("00000002345673"));
        assertThat(Gtin.read("416000336108")).isEqualTo(Gtin.read("0416000336108"));
        assertThat(Gtin.read("416000336108").orElseThrow().shortest()).isEqualTo("416000336108");
        assertThat(Gtin.read("8801234567893").orElseThrow().shortest()).isEqualTo("8801234567893");
        assertThat(Gtin.read("02345673").orElseThrow().shortest()).isEqualTo("02345673");
        assertThat(Gtin.read("8801234567890")).isEmpty();
        assertThat(Gtin.read("880123456789")).isEmpty();
    }

    @Test
    void aLicensePlateIsMadeFromPrefixAndSerial() {
        Sscc sscc = Sscc.of(3, "8801234", 42);
        assertThat(sscc.digits()).startsWith("38801234000000042").hasSize(18);
        assertThat(Sscc.read(sscc.digits())).contains(sscc);
    }

    @Test
    void partnersAreCheckedOverTheWholeItem() {
        PartnerRules rules = new PartnerRules(TABLE);
        assertThat(rules.broken(gs1("10", "A"))).extracting(Gs1Failure::reason).contains(Gs1Reason.PARTNER_MISSING);
        assertThat(rules.broken(gs1("01", "09521234543213", "10", "A"))).isEmpty();
        assertThat(rules.broken(gs1("01", "09521234543213", "02", "09521234543213", "37", "1")))
                .extracting(Gs1Failure::reason, Gs1Failure::identifier)
                .contains(tuple(Gs1Reason.PARTNER_BARRED, "02"));
        assertThat(rules.broken(gs1("01", "09521234543213", "3103", "001000", "3102", "001000")))
                .extracting(Gs1Failure::reason)
                .containsOnly(Gs1Reason.PARTNER_BARRED);
        assertThat(rules.broken(gs1("253", "1231231231232", "8030", "AbC")))
                .extracting(Gs1Failure::reason, Gs1Failure::identifier)
                .containsExactly(tuple(Gs1Reason.PARTNER_MISSING, "253"));
        assertThat(rules.broken(gs1("253", "12312312312327", "8030", "AbC"))).isEmpty();
        assertThat(rules.broken(gs1("01", "09521234543213", "3922", "0299", "3103", "001000")))
                .isEmpty();
    }

    private static Gs1 gs1(String... pairs) {
        List<Gs1.Element> elements = new java.util.ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            elements.add(new Gs1.Element(pairs[i], pairs[i + 1]));
        }
        return new Gs1(elements, 2026);
    }
}
