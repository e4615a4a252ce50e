package dev.dockhand.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong arguments and unusable files: one clear line, an object where objects were asked for, and no success. */
class BadInputTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "weigh --profile nci",
                "weigh --port tcp://127.0.0.1:1 --profile nci --timeout soon",
                "weigh --port tcp://127.0.0.1:1 --profile nci --timeout 999999999m",
                "weigh --port tcp://127.0.0.1:1 --profile nci --count many",
                "weigh --port tcp://127.0.0.1:1 --profile nci --count 0",
                "listen --port tcp://127.0.0.1:1 --count -1",
                "parse --loud",
                "replay",
                "render --label waybill"
            })
    void whatMakesNoSenseIsOneLine(String command) {
        Ran words = Ran.run(command.split(" "));
        assertThat(words.code()).isEqualTo(Common.MISUSED);
        assertThat(words.out().lines()).hasSize(1);
        Ran object = Ran.run((command + " --json").split(" "));
        assertThat(object.code()).isEqualTo(Common.MISUSED);
        assertThat(object.fields("error")).hasSize(1);
    }

    @Test
    void aMistypedCommandIsOneLine() {
        Ran ran = Ran.run("wiegh");
        assertThat(ran.code()).isEqualTo(Common.MISUSED);
        assertThat(ran.out().strip()).isEqualTo("Unmatched argument at index 0: 'wiegh'; see dockhand-station --help");
    }

    @Test
    void whyAFileCannotBeReadIsSaid() throws IOException {
        Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xFF, (byte) 0xFE});
        Path empty = Files.createFile(folder.resolve("empty"));
        Path gone = folder.resolve("gone");
        assertThat(replay(gone)).isEqualTo(gone + " cannot be read: there is no such file or folder");
        assertThat(replay(folder)).isEqualTo(folder + " cannot be read: Is a directory");
        assertThat(replay(binary)).isEqualTo(binary + " cannot be read: it is no text");
        assertThat(replay(empty)).isEqualTo(empty + " holds no trace");
        assertThat(render(gone)).isEqualTo(gone + " cannot be read: there is no such file or folder");
        assertThat(render(folder)).isEqualTo(folder + " cannot be read: Is a directory");
    }

    @Test
    void thatNoServerAnswersIsSaidInWords() {
        String[] command = "enrol --server http://127.0.0.1:1 --code ABCD-EFGH --station S04 --json --home".split(" ");
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.add(folder.resolve("home").toString());
        assertThat(error(Ran.run(arguments.toArray(String[]::new))))
                .isEqualTo("not enrolled: No Dockhand server answers at http://127.0.0.1:1."
                        + " Look at the address and the network cable.");
    }

    @Test
    void dataThatAreNestedTooDeeplyAreRefused() throws IOException {
        Path deep = Files.writeString(folder.resolve("deep.json"), "[".repeat(5_000));
        assertThat(render(deep)).isEqualTo(deep + " is nested too deeply");
    }

    private static String replay(Path file) {
        return error(Ran.run("replay", file.toString(), "--json"));
    }

    private String render(Path data) {
        return error(Ran.run(
                "render",
                "--label",
                "waybill",
                "--data",
                data.toString(),
                "--out",
                folder.resolve("out").toString(),
                "--json"));
    }

    private static String error(Ran ran) {
        assertThat(ran.code()).isEqualTo(Common.NOT_DONE);
        assertThat(ran.out().lines()).hasSize(1);
        return ran.fields("error").getFirst();
    }
}
