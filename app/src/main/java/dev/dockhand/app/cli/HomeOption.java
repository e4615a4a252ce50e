package dev.dockhand.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the station keeps everything. */
final class HomeOption {

    private static final Path OF_THE_PACKAGE = Path.of("/var/lib/dockhand-station");

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = {
                "folder of the station; default is DOCKHAND_STATION_HOME,",
                "then /var/lib/dockhand-station where it can be written, then .dockhand-station in the user's home"
            })
    private @Nullable Path home;

    Path folder() {
        if (home != null) {
            return home;
        }
        String set = System.getenv("DOCKHAND_STATION_HOME");
        if (set != null && !set.isBlank()) {
            return Path.of(set);
        }
        return Files.isWritable(OF_THE_PACKAGE)
                ? OF_THE_PACKAGE
                : Path.of(System.getProperty("user.home"), ".dockhand-station");
    }
}
