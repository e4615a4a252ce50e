package dev.dockhand.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.hardware.scan.LayoutCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckLayoutTest {

    private static Ran check(String typed) {
        return Ran.typing(typed, "check-layout", "--json");
    }

    @Test
    void onlyACodeThatCameWholeIsGood() {
        Ran whole = check(LayoutCheck.SET_UP_CODE + "\n");
        assertThat(whole.code()).isZero();
        assertThat(whole.fields("whole")).containsExactly("true");
        assertThat(check(LayoutCheck.SET_UP_CODE + "\r\nnot looked at\n").code())
                .isZero();
    }

    @Test
    void everyDamagedCharacterAndWhatToSetIsALineOfItsOwn() {
        Ran german = check("AYQWMZay-_/.:@\"'#+\u001d013579\n");
        assertThat(german.code()).isEqualTo(1);
        assertThat(german.fields("whole")).containsExactly("false");
        assertThat(german.fields("position")).containsExactly("2", "6", "8");
        assertThat(german.fields("printed")).containsExactly("Z", "Y", "z");
        assertThat(german.fields("advice")).containsExactly("GERMAN_LAYOUT");
        assertThat(german.fields("words").getFirst()).isNotBlank();
        assertThat(Ran.typing("AYQWMZay-_/.:@\"'#+\u001d013579", "check-layout").out())
                .contains("printed Z  arrived Y");
    }

    @Test
    void aSeparatorThatDoesNotArriveIsNamed() {
        Ran lost = check(LayoutCheck.SET_UP_CODE.replace("\u001d", "") + "\n");
        assertThat(lost.code()).isEqualTo(1);
        assertThat(lost.fields("printed")).containsExactly("<GS>");
        assertThat(lost.fields("advice")).containsExactly("GS_LOST");
        Ran written = check(LayoutCheck.SET_UP_CODE.replace("\u001d", "\\x1d") + "\n");
        assertThat(written.code()).isEqualTo(1);
        assertThat(written.fields("advice")).containsExactly("GS_WRITTEN");
    }

    @Test
    void nothingOrAnotherCodeIsNoProof() {
        assertThat(check("").code()).isEqualTo(1);
        assertThat(check("\n").fields("error")).containsExactly("nothing was typed");
        assertThat(check("8801234567893\n").fields("advice")).containsExactly("ANOTHER_CODE");
        assertThat(check("A".repeat(10_000)).code()).isEqualTo(1);
    }

    @Test
    void theCodeIsALabelThatCanBePrinted(@TempDir Path folder) throws IOException {
        Path data = folder.resolve("set-up.json");
        Path picture = folder.resolve("set-up.png");
        Files.writeString(data, Ran.run("check-layout", "--label-data").out());
        for (String language : new String[] {"zpl", "tspl", "png"}) {
            Ran drawn = Ran.run(
                    "render",
                    "--language",
                    language,
                    "--label",
                    "command",
                    "--data",
                    data.toString(),
                    "--out",
                    picture.toString());
            assertThat(drawn.out()).doesNotContain("error");
            assertThat(drawn.code()).isZero();
            assertThat(picture).isNotEmptyFile();
        }
    }
}
