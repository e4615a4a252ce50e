package dev.dockhand.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dockhand.server.TestIntake;
import dev.dockhand.server.store.ServerDatabase;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are 50 KB while they are packed, and would be gigabytes once they are read. */
class BoundedImportsTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private static final int SIZE = 49 * 1024 * 1024;

    private final TestIntake shop = new TestIntake(DATABASE.database(), DATABASE.freshSite());

    private ImportResult load(ImportFile.Format format, String start, String again, String end) {
        String file = start + again.repeat((SIZE - start.length()) / again.length()) + end;
        return shop.load(ImportKind.LOCATIONS, ImportFile.of(format, file.getBytes(StandardCharsets.US_ASCII)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[0                      | ,0           | ]",
                "[{}                     | ,{}          | ]",
                "[[]                     | ,[]          | ]",
                "[[0                     | ,0           | ]]",
                "{\"lines\":[{}          | ,{}          | ]}",
                "[{\"code\":[0           | ,0           | ]}]",
                "{\"code\":[{}           | ,{}          | ]}",
                "[{\"a\":{\"b\":[[]      | ,[]          | ]}}]",
                "[{\"lines\":[{\"code\":1}]} | ,{\"lines\":[{},{},{}]} | ]",
            })
    void jsonOfManyTinyValuesIsRefusedWhole(String start, String again, String end) {
        assertThatThrownBy(() -> load(ImportFile.Format.JSON, start, again, end))
                .isInstanceOfSatisfying(
                        ImportRefusedException.class, e -> assertThat(e.code()).isEqualTo("TOO_LARGE"))
                .hasMessageEndingWith("Nothing was loaded");
    }

    @Test
    void jsonThatIsDeepOrBehindItsEndIsRefused() {
        assertThatThrownBy(() -> load(ImportFile.Format.JSON, "[", "[", "")).isInstanceOf(ImportRefusedException.class);
        assertThatThrownBy(() -> load(ImportFile.Format.JSON, "[]", " ", "]"))
                .isInstanceOf(ImportRefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1\n", "\n"})
    void csvOfManyTinyRowsIsRefusedWhole(String row) {
        assertThatThrownBy(() -> load(ImportFile.Format.CSV, "code,zone,kind,walk\n", row, ""))
                .isInstanceOfSatisfying(
                        ImportRefusedException.class, e -> assertThat(e.code()).isEqualTo("TOO_LARGE"));
    }

    @Test
    void aLineOfCsvWithoutAnEndIsRefusedAndWhatStandsBeforeItLoads() {
        String good = "code,zone,kind,walk\nA-%02d,A,STORAGE,1\n";
        assertThat(load(ImportFile.Format.CSV, good.formatted(1), ",", "")).satisfies(BoundedImportsTest::oneLoaded);
        assertThat(load(ImportFile.Format.CSV, good.formatted(2) + "\"", "x\n", ""))
                .satisfies(BoundedImportsTest::oneLoaded);
        assertThatThrownBy(() -> load(ImportFile.Format.CSV, "", ",", "")).isInstanceOf(ImportRefusedException.class);
    }

    private static void oneLoaded(ImportResult result) {
        assertThat(result.loaded()).isEqualTo(1);
        assertThat(result.rejected()).extracting(ImportResult.Rejection::code).containsExactly("BAD_QUOTES");
    }
}
