package dev.dockhand.app.cli;

import dev.dockhand.app.machine.MachineSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the station keeps everything. */
final class HomeOption {

    private static final Path OF_THE_PACKAGE = Path.of("/var/lib/dockhand-station");

    @Option(
            names = "--home",
            descriptionKey = MachineSettings.HOME,
            paramLabel = "DIR",
            description = {
                "folder of the station; default is DOCKHAND_STATION_HOME, in the environment or station.conf,",
                "then /var/lib/dockhand-station where it is, then .dockhand-station in the user's home"
            })
    private @Nullable Path home;

    /**
     * The folder, for a command that works in it.
     *
     * @throws IllegalStateException when this user may not; says what to do
     */
    Path folder() {
        Path folder = place();
        if (Files.exists(folder) && !Files.isWritable(folder)) {
            throw new IllegalStateException(StartFailure.noAccess(folder).english());
        }
        return folder;
    }

    /** Where it is, whoever asks. */
    Path place() {
        if (home != null) {
            return home;
        }
        // Also where it may not be entered: another folder would be another station, and nobody would see why.
        return Files.exists(OF_THE_PACKAGE)
                ? OF_THE_PACKAGE
                : Path.of(System.getProperty("user.home"), ".dockhand-station");
    }
}
