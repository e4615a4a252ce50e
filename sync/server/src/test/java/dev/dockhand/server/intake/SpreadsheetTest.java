package dev.dockhand.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a spreadsheet did to a value is undone where it has one reading, and refused by name where it has not. */
class SpreadsheetTest {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "8.80909E+12 | SCIENTIFIC",
                "8,80909E+12 | SCIENTIFIC",
                "1.23457e+15 | SCIENTIFIC",
                "1E+12 | SCIENTIFIC",
                "8.80909E12 | SCIENTIFIC",
                "1.2E-05 | SCIENTIFIC",
                "８.８０９E+12 | SCIENTIFIC",
                "'8.80909E+12 | SCIENTIFIC",
                "=\"8.80909E+12\" | SCIENTIFIC",
                "#N/A | CELL_ERROR",
                "#REF! | CELL_ERROR",
                "######## | CELL_ERROR",
                "=A2&\"-1\" | FORMULA",
                "=TEXT(A1,0) | FORMULA",
                "01-Feb | BECAME_DATE",
                "Mar-10 | BECAME_DATE",
                "2월 1일 | BECAME_DATE",
                "1,234,567,890,123,456 | ROUNDED"
            })
    void anIdentifierThatLostSomethingIsRefused(String text, String code) {
        assertThatThrownBy(() -> Spreadsheet.identifier(text))
                .isInstanceOfSatisfying(
                        Spreadsheet.DamagedException.class,
                        e -> assertThat(e.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "8809091000430.0 | 8809091000430 | DECIMALS",
                "8809091000430,00 | 8809091000430 | DECIMALS",
                "20260100.0 | 20260100 | DECIMALS",
                "'0880 | 0880 | TEXT_MARK",
                "’0880 | 0880 | TEXT_MARK",
                "=\"06236\" | 06236 | TEXT_MARK",
                "= \"a\"\"b\" | a\"b | TEXT_MARK",
                "2,026,112,300,017 | 2026112300017 | GROUPED",
                "2.026.112.300.017 | 2026112300017 | GROUPED",
                "2,026,112,300,017.00 | 2026112300017 | GROUPED"
            })
    void anIdentifierWithOneReadingIsMended(String text, String meant, String code) throws Exception {
        assertThat(Spreadsheet.identifier(text))
                .extracting(Spreadsheet.Meant::text, Spreadsheet.Meant::code)
                .containsExactly(meant, code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GL-1004",
                "1E5",
                "12E3",
                "E+12",
                "크림-1",
                "8809091000430",
                "1.5",
                "A.0",
                "2026-11-23",
                "10,000",
                "1.0",
                "MAR-10",
                "#12",
                "A=B",
                "632912345678",
                "010-0000-0000",
                "12.345"
            })
    void anIdentifierThatIsWholeStaysAsItIs(String text) throws Exception {
        assertThat(Spreadsheet.identifier(text)).isEqualTo(new Spreadsheet.Meant(text, "", ""));
    }

    @Test
    void aNumberWithTwoReadingsIsRefusedAndOneWithOneIsRead() throws Exception {
        assertThat(Spreadsheet.number("10.0").text()).isEqualTo("10");
        assertThat(Spreadsheet.number("2.0").text()).isEqualTo("2");
        assertThat(Spreadsheet.number("１０").text()).isEqualTo("10");
        assertThat(Spreadsheet.number("1,234,567").text()).isEqualTo("1234567");
        assertThatThrownBy(() -> Spreadsheet.number("1,000")).hasMessageContaining("thousands or decimals");
        assertThatThrownBy(() -> Spreadsheet.number("1.000")).hasMessageContaining("thousands or decimals");
        assertThatThrownBy(() -> Spreadsheet.number("1E+03")).hasMessageContaining("scientific");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-12-01",
                "2026.12.01",
                "2026/12/1",
                "2026. 12. 1.",
                "2026년 12월 1일",
                "20261201",
                "01.12.2026",
                "2026-12-01 00:00:00",
                "2026-12-01T00:00:00"
            })
    void aDayWithOneReadingIsRead(String text) {
        assertThat(Days.day(text)).contains(LocalDate.of(2026, 12, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12/1/2026", "1/12/2026", "26-12-01", "2026-13-01", "2026-12-01 16:00", "46357", "12월 1일"})
    void aDayWithTwoReadingsOrNoneIsNot(String text) {
        assertThat(Days.day(text)).isEmpty();
    }

    @Test
    void aSerialNumberNamesTheDayThatItMayBe() {
        assertThat(Days.isSerial("46357")).isTrue();
        assertThat(Days.isSerial("46357.6667")).isTrue();
        assertThat(Days.ofSerial("46357")).isEqualTo(LocalDate.of(2026, 12, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-12-01T16:00:00+09:00", "2026-12-01 16:00:00+09:00", "2026-12-01T07:00:00Z", "2026-12-01 16:00",
                "2026-12-01T16:00", "2026/12/1 16:00:00", "2026. 12. 1. 오후 4:00", "2026-12-01 4:00 PM"
            })
    void aTimeWithoutAnOffsetIsTheWarehouses(String text) {
        assertThat(Days.time(text, SEOUL)).contains(Instant.parse("2026-12-01T07:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "010-0000-0000, GOOD",
        "02-555-0100, GOOD",
        "+82 10-1234-5678, GOOD",
        "1588-0000, GOOD",
        "821012345678, GOOD",
        "031)555-0100, GOOD",
        "0503-1234-5678, GOOD",
        "+81 3-1234-5678, GOOD",
        "1012345678, MOBILE_WITHOUT_ZERO",
        "10-1234-5678, MOBILE_WITHOUT_ZERO",
        "2-555-0100, WITHOUT_ZERO",
        "25550100, WITHOUT_ZERO",
        "11-234-5678, WITHOUT_ZERO",
        "12, BAD",
        "call me, BAD",
        "0x1234567, BAD"
    })
    void aPhoneNumberThatLostItsZeroIsKnown(String text, Contacts.Phone what) {
        assertThat(Contacts.phone(text)).isEqualTo(what);
    }

    @ParameterizedTest
    @CsvSource({
        "06236, GOOD",
        "100-0005, GOOD",
        "SW1A 1AA, GOOD",
        "12345-6789, GOOD",
        "6236, SHORT",
        "623, SHORT",
        "〒100, BAD"
    })
    void aPostcodeOfFourDigitsIsNone(String text, Contacts.Postcode what) {
        assertThat(Contacts.postcode(text)).isEqualTo(what);
    }
}
