package dev.dockhand.hardware.gs1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.id.Gtin;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Gs1ParserTest {

    private static final ApplicationIdentifiers TABLE = ApplicationIdentifiers.load();
    private final Gs1Parser parser = new Gs1Parser(TABLE, InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z")));

    private Gs1 read(String data) {
        Gs1Result result = parser.parse(data.replace('|', '\u001d'));
        assertThat(result).isInstanceOf(Gs1.class);
        return (Gs1) result;
    }

    private Gs1Failure refuse(String data) {
        Gs1Result result = parser.parse(data.replace('|', '\u001d'));
        assertThat(result).isInstanceOf(Gs1Failure.class);
        return (Gs1Failure) result;
    }

    @Test
    void readsTheFieldsOfACarton() {
        Gs1 gs1 = read("0109521234543213" + "17261231" + "10LOT-A|" + "21S1|" + "3103001250" + "3024");
        assertThat(gs1.gtin()).contains(new Gtin("09521234543213"));
        assertThat(gs1.expiry()).contains(LocalDate.of(2026, 12, 31));
        assertThat(gs1.lot()).contains("LOT-A");
        assertThat(gs1.serial()).contains("S1");
        assertThat(gs1.netWeightGrams().orElseThrow()).isEqualByComparingTo("1250");
        assertThat(gs1.count()).contains(24);
        assertThat(gs1.sscc()).isEmpty();
        assertThat(gs1).hasToString("(01)09521234543213(17)261231(10)LOT-A(21)S1(3103)001250(30)24");
    }

    @Test
    void readsALicensePlateWithItsContent() {
        Gs1 gs1 = read("00006141411234567890" + "0209521234543213" + "3712");
        assertThat(gs1.sscc()).contains(new Sscc("006141411234567890"));
        assertThat(gs1.contentGtin()).contains(new Gtin("09521234543213"));
        assertThat(gs1.gtin()).isEmpty();
        assertThat(gs1.count()).contains(12);
    }

    @ParameterizedTest
    @CsvSource({
        "3200000100, 45359.237",
        "3205123456, 559.9869963072",
        "3102000005, 50",
        "3565000100, 0.031103476800000",
    })
    void convertsWeightsExactly(String element, BigDecimal grams) {
        assertThat(read("0109521234543213" + element).netWeightGrams().orElseThrow())
                .isEqualByComparingTo(grams);
    }

    @ParameterizedTest
    @CsvSource({
        "260200, 2026-02-28",
        "280200, 2028-02-29",
        "000229, 2000-02-29",
        "760101, 2076-01-01",
        "770101, 1977-01-01",
        "991231, 1999-12-31",
        "251130, 2025-11-30",
    })
    void readsDatesWithTheSlidingCentury(String date, LocalDate expected) {
        assertThat(read("0109521234543213" + "17" + date).expiry()).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"261301", "260230", "270229", "260001", "261232", "26123A"})
    void refusesDaysThatDoNotExist(String date) {
        Gs1Failure failure = refuse("0109521234543213" + "17" + date);
        assertThat(failure.reason()).isIn(Gs1Reason.DATE, Gs1Reason.NOT_A_DIGIT);
        assertThat(failure.identifier()).isEqualTo("17");
    }

    @Test
    void aTestByDateMayNotLeaveTheDayOpen() {
        assertThat(refuse("7003" + "2611001200").reason()).isEqualTo(Gs1Reason.DATE);
    }

    @Test
    void namesTheIdentifierWhoseSeparatorWasLost() {
        Gs1Failure failure = refuse("0109521234543213" + "10ABCDEFGHIJ" + "17261231" + "21SERIAL");
        assertThat(failure.reason()).isEqualTo(Gs1Reason.SEPARATOR_MISSING);
        assertThat(failure.separatorAfter()).isEqualTo("10");
        assertThat(failure.message())
                .isEqualTo("(10): the value runs into the next identifier; separator missing after (10)?");
    }

    @Test
    void seesASeparatorThatTheScannerReplaced() {
        Gs1Failure failure = refuse("0109521234543213" + "10ABC" + "}" + "17261231");
        assertThat(failure.reason()).isEqualTo(Gs1Reason.SEPARATOR_MISSING);
        assertThat(failure.separatorAfter()).isEqualTo("10");
    }

    @Test
    void aValueThatIsOnlyTooLongGetsTheHint() {
        Gs1Failure failure = refuse("10" + "A".repeat(21));
        assertThat(failure.reason()).isEqualTo(Gs1Reason.TOO_LONG);
        assertThat(failure.separatorAfter()).isEqualTo("10");
        assertThat(failure.position()).isEqualTo(22);
    }

    @Test
    void anUnknownIdentifierBehindAnOpenValueGetsTheHint() {
        Gs1Failure failure = refuse("10AB|89123");
        assertThat(failure.reason()).isEqualTo(Gs1Reason.UNKNOWN_IDENTIFIER);
        assertThat(failure.separatorAfter()).isEqualTo("10");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'';EMPTY;''",
                "01;NO_VALUE;01",
                "0109521234543210;CHECK_DIGIT;01",
                "01095212345432;TOO_SHORT;01",
                "010952123454321A;NOT_A_DIGIT;01",
                "10|;NO_VALUE;10",
                "10A B;WRONG_CHARACTER;10",
                "10A^B;WRONG_CHARACTER;10",
                "422999;COUNTRY;422",
                "3910000123;CURRENCY;3910",
                "4307XX;COUNTRY;4307",
                "4300a%2;PERCENT_ENCODING;4300",
                "43212;FORM;4321",
                "800401;COMPANY_PREFIX;8004",
                "8010ABC;COMPANY_PREFIX;8010",
                "80131987654Ad4X4bL5ttr2310c2X;CHECK_CHARACTERS;8013",
                "8006095212345432130301;RANGE;8006",
                "70032602282460;TIME;7003",
                "0109521234543213|0109521234543220;REPEATED;01",
                "8007GB33BUKB20201555555556;CHECK_CHARACTERS;8007",
                "04;UNKNOWN_IDENTIFIER;''",
                "A;UNKNOWN_IDENTIFIER;''",
                "31;UNKNOWN_IDENTIFIER;''",
                "7258" + "5/3;FORM;7258",
            })
    void saysWhatIsWrong(String data, Gs1Reason reason, String identifier) {
        Gs1Failure failure = refuse(data);
        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.identifier()).isEqualTo(identifier);
        assertThat(failure.message()).contains(reason.text());
    }

    @ParameterizedTest
    @CsvSource({
        "80131987654Ad4X4bL5ttr2310c2K",
        "8007GB33BUKB20201555555555",
        "8006095212345432130102",
        "72581/3",
        "4309" + "0279858389" + "0002345678",
        "8030AbCdEfGhIj==",
        "8008260228235959",
        "80082602282359",
        "423004008012016020",
        "7040" + "1ABc",
        "7041" + "PX",
        "8110106141416543213150110120",
        "8112" + "000000000000000000000",
    })
    void acceptsRareIdentifiers(String data) {
        assertThat(read(data).elementString(TABLE)).isEqualTo(data);
    }

    @Test
    void aScanThatIsTooLongIsRefusedUnread() {
        assertThat(refuse("9".repeat(4096)).reason()).isEqualTo(Gs1Reason.SCAN_TOO_LONG);
    }

    @Test
    void moreIdentifiersThanAnySymbolCarriesAreRefused() {
        assertThat(refuse("2001".repeat(65)).reason()).isEqualTo(Gs1Reason.TOO_MANY_FIELDS);
    }

    @Test
    void theMessageRepeatsNothingOfTheScan() {
        assertThat(refuse("10^XZ~JA").message()).doesNotContain("XZ").doesNotContain("^");
    }
}
