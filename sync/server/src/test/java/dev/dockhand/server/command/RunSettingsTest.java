package dev.dockhand.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.CommandSpec;

/** What the unit's settings file says reaches {@code run} as its environment, and stands under flags. */
class RunSettingsTest {

    private static final Map<String, String> SET = Map.of(
            "DOCKHAND_PORT", "9420",
            "DOCKHAND_BIND", "0.0.0.0",
            "DOCKHAND_COMPANY", "acme",
            "DOCKHAND_WAREHOUSE", "W2",
            "DOCKHAND_TRUSTED_PROXY", "10.0.0.1,10.0.0.2",
            "DOCKHAND_DATABASE", "jdbc:postgresql://db/dockhand");

    private static final List<String> OPTIONS =
            List.of("--port", "--bind", "--company", "--warehouse", "--trusted-proxy", "--database", "--database-user");

    private static List<String> values(String... flags) {
        // Picocli looks a name up among the system's properties before the environment, which no test can set.
        SET.forEach(System::setProperty);
        try {
            CommandSpec run =
                    ServerMain.commandLine().parseArgs(flags).subcommand().commandSpec();
            return OPTIONS.stream()
                    .map(option -> run.findOption(option).getValue().toString())
                    .toList();
        } finally {
            SET.keySet().forEach(System::clearProperty);
        }
    }

    @Test
    void whatIsSetHolds() {
        assertThat(values("run", "--data", "x"))
                .containsExactly(
                        "9420",
                        "0.0.0.0",
                        "acme",
                        "W2",
                        "10.0.0.1,10.0.0.2",
                        "jdbc:postgresql://db/dockhand",
                        "dockhand");
    }

    @Test
    void aFlagStandsAboveIt() {
        assertThat(values("run", "--data", "x", "--port", "8421", "--warehouse", "W3"))
                .containsExactly(
                        "8421",
                        "0.0.0.0",
                        "acme",
                        "W3",
                        "10.0.0.1,10.0.0.2",
                        "jdbc:postgresql://db/dockhand",
                        "dockhand");
    }
}
