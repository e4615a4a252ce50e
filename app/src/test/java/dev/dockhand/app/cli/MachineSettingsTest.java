package dev.dockhand.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.machine.MachineSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is set for a machine: flags above the environment above the file. */
class MachineSettingsTest {

    @TempDir
    private Path folder;

    private MachineSettings settings(Map<String, String> environment, String file) throws IOException {
        Path conf = folder.resolve("station.conf");
        Files.writeString(conf, file, StandardCharsets.UTF_8);
        return new MachineSettings(environment, conf);
    }

    @Test
    void theFileHoldsWhereTheEnvironmentSaysNothing() throws IOException {
        MachineSettings settings =
                settings(Map.of("DOCKHAND_CODE", " "), "# a comment\nDOCKHAND_CODE = no\nDOCKHAND_CODE= AB-12 \n");
        assertThat(settings.get("DOCKHAND_CODE")).contains("AB-12");
        assertThat(settings.get("DOCKHAND_SERVER")).isEmpty();
    }

    @Test
    void theEnvironmentStandsAboveTheFile() throws IOException {
        MachineSettings settings = settings(Map.of("DOCKHAND_STATION", "S07"), "DOCKHAND_STATION=\"S04\"\n");
        assertThat(settings.get("DOCKHAND_STATION")).contains("S07");
        assertThat(settings(Map.of(), "DOCKHAND_STATION=\"S04\"\n").get("DOCKHAND_STATION"))
                .contains("S04");
    }

    @Test
    void aFlagStandsAboveBoth() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        MachineSettings settings = settings(
                Map.of("DOCKHAND_STATION_HOME", folder.resolve("set").toString()),
                "DOCKHAND_SERVER=http://127.0.0.1:1\nDOCKHAND_CODE=A\nDOCKHAND_STATION=S04\n");
        Ran byFlag = Ran.with(settings, "", "enrol", "--home", other.toString(), "--server", "http://127.0.0.1:2");
        assertThat(byFlag.code()).isEqualTo(Common.NOT_DONE);
        assertThat(byFlag.out()).contains("http://127.0.0.1:2");
        Ran bySettings = Ran.with(settings, "", "enrol");
        assertThat(bySettings.out()).contains("http://127.0.0.1:1");
    }

    @ParameterizedTest
    @CsvSource({"'', '', false", "'', --kiosk, true", "yes, '', true", "no, '', false", "yes, --kiosk=no, false"})
    void theWindowIsAKioskWhereItIsSet(String set, String flag, boolean kiosk) throws IOException {
        AtomicReference<WindowStart> start = new AtomicReference<>();
        MachineSettings settings = settings(Map.of(), "DOCKHAND_KIOSK=" + set + "\n");
        var commands = StationCommands.of(
                java.io.InputStream.nullInputStream(), java.time.InstantSource.system(), settings, asked -> {
                    start.set(asked);
                    return Optional.empty();
                });
        assertThat(flag.isEmpty() ? commands.execute() : commands.execute(flag)).isZero();
        assertThat(start.get().kiosk()).isEqualTo(kiosk);
    }

    @Test
    void aUsedCodeIsBlankedAndNothingElseIsTouched() throws IOException {
        String before = "# 한글 DOCKHAND_CODE=x\nDOCKHAND_CODE=ABCD-EFGH\nDOCKHAND_STATION=S04\n";
        MachineSettings settings = settings(Map.of(), before);
        settings.forget("DOCKHAND_CODE");
        assertThat(settings.get("DOCKHAND_CODE")).isEmpty();
        assertThat(Files.readString(folder.resolve("station.conf")))
                .isEqualTo(before.replace("ABCD-EFGH", "         "));
    }

    @Test
    void aFileThatIsNotThereSetsNothingAndHasNothingToForget() throws IOException {
        MachineSettings settings = new MachineSettings(Map.of(), folder.resolve("none"));
        assertThat(settings.get("DOCKHAND_CODE")).isEmpty();
        settings.forget("DOCKHAND_CODE");
        assertThat(folder.resolve("none")).doesNotExist();
    }
}
