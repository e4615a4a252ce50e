package dev.dockhand.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever loads a file reads in Korean or English what became of it. */
class ImportWordsTest {

    private static final Pattern CODE = Pattern.compile(
            "(?:Exception|rejected|reject|bad|wrong|Rejection|[nN]otice|Meant|whole)\\([^;]*?\"([A-Z0-9_]{4,})\"");

    private static final Pattern CODE_OF_A_ROOM =
            Pattern.compile("Admission\\.(?:refused|Remark)\\([^;]*?\"([A-Z0-9_]{4,})\"");

    private static final Path SERVER = Path.of("src/main/java/dev/dockhand/server");

    @Test
    void aRowIsNamedWithItsLineInBothLanguages() {
        assertThat(new ImportWords(Locale.KOREAN).row(5001, "gtin", "BAD_CHECK_DIGIT", "must end with 3"))
                .isEqualTo("5001행, gtin: 검증번호가 맞지 않습니다 (must end with 3)");
        assertThat(new ImportWords(Locale.ENGLISH).row(5001, "", "WRONG_COLUMNS", "has 3 columns, not 9"))
                .isEqualTo("line 5001, -: The row has another number of columns (has 3 columns, not 9)");
        assertThat(new ImportWords(Locale.KOREAN).summary("items", 9999, 0, 1))
                .isEqualTo("items: 9,999건 등록, 0건 변경 없음, 1건 거부");
    }

    @Test
    void aWrongHeaderIsToldInKorean() {
        assertThat(new ImportWords(Locale.KOREAN).refused("WRONG_HEADER", "found a,b"))
                .startsWith("첫 줄의 열 이름이 다릅니다. 아무것도 등록하지 않았습니다");
        assertThat(new ImportWords(Locale.KOREAN).refused("NO_SUCH_CODE", "why"))
                .isEqualTo("NO_SUCH_CODE: why");
    }

    @Test
    void everyReasonOfTheIntakeHasWords() throws IOException {
        Set<String> codes = new TreeSet<>();
        Path intake = SERVER.resolve("intake");
        try (Stream<Path> sources = Files.walk(SERVER)) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(source);
                CODE_OF_A_ROOM.matcher(text).results().forEach(found -> codes.add(found.group(1)));
                if (source.startsWith(intake)) {
                    CODE.matcher(text).results().forEach(found -> codes.add(found.group(1)));
                }
            }
        }
        assertThat(codes).as("of both").contains("BAD_CHECK_DIGIT", "TWIN", "ORDER_DIFFERS", "PICTURE_NOT_UPLOADED");
        assertThat(codes).hasSizeGreaterThan(20);
        assertThat(ResourceBundle.getBundle("dev.dockhand.server.texts.import", Locale.ROOT)
                        .keySet())
                .containsAll(codes);
    }
}
