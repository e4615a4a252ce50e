package dev.dockhand.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dockhand.model.file.FileText;
import dev.dockhand.server.intake.ImportResult.Rejection;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as spreadsheets save them are read: any charset that can be told apart, any separator, what they leave behind. */
class FileFormsTest {

    private static final Charset CP949 = Charset.forName("x-windows-949");
    private static final String FILE = "code,zone,kind,walk\nA-01,가나,STORAGE,1\nA-02,냉장 햏,DOCK,2\n";

    private static FileText text(byte[] file, @Nullable String charset) {
        return new ImportFile(ImportFile.Format.CSV, file, charset, null, null).text();
    }

    private static Reading read(byte[] file) {
        return CsvRows.read(ImportKind.LOCATIONS, text(file, null));
    }

    private static Reading read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> values(Reading reading, String column) {
        return reading.rows().stream().map(row -> row.text(column)).toList();
    }

    private static void isTheFile(Reading reading) {
        assertThat(reading.rejected()).isEmpty();
        assertThat(values(reading, "code")).containsExactly("A-01", "A-02");
        assertThat(values(reading, "zone")).containsExactly("가나", "냉장 햏");
        assertThat(values(reading, "walk")).containsExactly("1", "2");
    }

    @Test
    void koreanFilesOfWindowsAreFoundOutAndThatIsSaid() {
        Reading reading = read(FILE.getBytes(CP949));
        isTheFile(reading);
        assertThat(reading.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.code()).isEqualTo("READ_AS");
            assertThat(notice.message()).contains("CP949");
        });
        String signs = "code,zone,kind,walk\nA-01,크림 50㎖ ℃ ㎏,STORAGE,1\n";
        assertThat(values(read(signs.getBytes(Charset.forName("EUC-KR"))), "zone"))
                .containsExactly("크림 50㎖ ℃ ㎏");
    }

    @Test
    void theSignThatOldProgramsEndAFileWithIsNoRow() {
        isTheFile(read(FILE + "\u001A"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void utf16IsReadWithAndWithoutAByteOrderMark(String charset) {
        Reading reading = read(("\uFEFF" + FILE.replace(',', '\t')).getBytes(Charset.forName(charset)));
        isTheFile(reading);
        assertThat(reading.notices()).extracting(Notice::message).containsExactly("the file was read as " + charset);
        isTheFile(read(FILE.getBytes(Charset.forName(charset))));
    }

    @Test
    void utf8NeedsNoWord() {
        assertThat(read(FILE).notices()).isEmpty();
        isTheFile(read("\uFEFF" + FILE));
    }

    @ParameterizedTest
    @CsvSource({"cp949", "CP949", "EUC-KR", "ms949", "ks_c_5601-1987"})
    void theCharsetThatIsToldCounts(String name) {
        isTheFile(CsvRows.read(ImportKind.LOCATIONS, text(FILE.getBytes(CP949), name)));
    }

    @Test
    void aCharsetThatCannotBeIsRefusedByName() {
        assertThatThrownBy(() -> text(FILE.getBytes(CP949), "UTF-8"))
                .isInstanceOf(ImportRefusedException.class)
                .hasMessageContaining("UTF-8")
                .hasMessageContaining("Nothing was loaded");
        assertThatThrownBy(() -> text(new byte[0], "klingon")).hasMessageContaining("not known");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Women’s cream", "Crème brûlée", "Größe", "¥100"})
    void whatIsNoKoreanTextIsNotGuessedToBe(String text) {
        byte[] file = ("code,zone,kind,walk\nA-01," + text + ",DOCK,1\n").getBytes(Charset.forName("windows-1252"));
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        ImportRefusedException.class, e -> assertThat(e.code()).isEqualTo("NOT_UTF8"));
        assertThat(text(file, "windows-1252").text()).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", "|"})
    void otherSeparatorsAreFoundByTheHeader(String separator) {
        isTheFile(read(FILE.replace(",", separator)));
    }

    @Test
    void theSeparatorLineOfExcelIsTakenAtItsWord() {
        Reading reading = read("sep=;\r\n" + FILE.replace(',', ';') + "A-03;;DOCK\n");
        assertThat(values(reading, "code")).containsExactly("A-01", "A-02");
        assertThat(reading.rejected())
                .extracting(Rejection::line)
                .as("its own line counts")
                .containsExactly(5L);
        isTheFile(read("\"sep=,\"\n" + FILE));
        isTheFile(read("SEP=\t\n" + FILE.replace(',', '\t')));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r"})
    void lineEndsOfAnySystemAreRead(String end) {
        isTheFile(read(FILE.replace("\n", end)));
    }

    @Test
    void emptyRowsAndColumnsCountForNothing() {
        isTheFile(read("\n,,,,\n" + FILE.replace("\n", ",,\n") + ",,,,,\n\u00A0,,,\n\n"));
        isTheFile(read(FILE.replace("zone,", "zone,,").replace("가나,", "가나,,").replace("햏,", "햏,,")));
        Reading shifted = read("code,zone,kind,walk,\nA-01,A,DOCK,1,7\n");
        assertThat(shifted.rejected()).extracting(Rejection::code).containsExactly("WRONG_COLUMNS");
    }

    @Test
    void aRowMayEndBeforeColumnsThatMayBeEmpty() {
        Reading reading = CsvRows.read(
                ImportKind.WAYBILLS,
                text("carrier,number,mark\nCJ,632912345600\nCJ\n".getBytes(StandardCharsets.UTF_8), null));
        assertThat(values(reading, "number")).containsExactly("632912345600");
        assertThat(reading.rejected()).extracting(Rejection::line).containsExactly(3L);
    }

    @Test
    void theHeaderIsReadHoweverItIsWritten() {
        isTheFile(read(FILE.replace("code,zone,kind,walk", "\uFEFF\"Code\", ZONE ,\u00A0Kind,\"walk\"")));
        assertThat(CsvRows.read(
                                ImportKind.STOCK,
                                text(
                                        "Location,SKU,Lot,Expiry,Quantity\nA,B,,,1\n".getBytes(StandardCharsets.UTF_8),
                                        null))
                        .rows())
                .hasSize(1);
        assertThatThrownBy(() -> read("code,zone,kind,kind\n")).isInstanceOf(ImportRefusedException.class);
    }

    @Test
    void jsonIsReadInTheSameCharsetsAndKeepsTheDigitsOfNumbers() {
        String json = """
            [{"code":8809091000430.0,"zone":"가나 다라","walk":10.0},
             {"code":20260100.0,"zone":8.80909100043E12,"walk":1e3},
             {"code":12345678901234567890,"zone":0.0,"walk":2.50},
             {"code":1.2345678901234568E18,"zone":1e400,"walk":-7}]\
            """;
        for (Charset charset : List.of(StandardCharsets.UTF_8, CP949, StandardCharsets.UTF_16LE)) {
            Reading reading = JsonRows.read(ImportKind.LOCATIONS, text(json.getBytes(charset), null));
            assertThat(values(reading, "code"))
                    .containsExactly("8809091000430", "20260100", "12345678901234567890", "1.2345678901234568E+18");
            assertThat(values(reading, "zone")).containsExactly("가나 다라", "8809091000430", "0", "1E+400");
            assertThat(values(reading, "walk")).containsExactly("10", "1000", "2.5", "-7");
        }
    }
}
