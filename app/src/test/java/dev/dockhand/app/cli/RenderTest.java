package dev.dockhand.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderTest {

    @TempDir
    private Path folder;

    private Ran render(String subtitle, String... more) throws IOException {
        Path data = folder.resolve("data.json");
        Files.writeString(data, """
            {"code":"CMD-FINISH","title":"완료","subtitle":"%s"}\
            """.formatted(subtitle));
        List<String> line =
                new ArrayList<>(List.of("render", "--json", "--label", "command", "--data", data.toString()));
        line.addAll(List.of("--out", folder.resolve("label.png").toString()));
        line.addAll(List.of(more));
        return Ran.run(line.toArray(String[]::new));
    }

    @Test
    void aCharacterThatNoFontHasRefusesTheLabelAndNamesFieldAndCharacter() throws IOException {
        Ran refused = render("끝 🙏");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.fields("error").getFirst()).contains("subtitle", "U+1F64F");
        assertThat(folder.resolve("label.png")).doesNotExist();
    }

    @Test
    void whoAsksForItGetsTheLabelAndIsToldWhatIsNotOnIt() throws IOException {
        Ran made = render("끝 🙏", "--incomplete");
        assertThat(made.code()).isZero();
        assertThat(made.fields("warning").getFirst()).contains("subtitle", "U+1F64F");
        assertThat(folder.resolve("label.png")).isNotEmptyFile();
        assertThat(render("完了").fields("warning")).isEmpty();
    }
}
