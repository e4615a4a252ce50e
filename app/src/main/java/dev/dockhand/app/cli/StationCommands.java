package dev.dockhand.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Properties;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** All commands of {@code dockhand-station}. */
@Command(
        name = "dockhand-station",
        mixinStandardHelpOptions = true,
        versionProvider = StationCommands.Version.class,
        description = "The floor terminal. Without a command the window opens.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it did what was asked",
            "1:it did not, the reason was printed",
            "2:the command makes no sense"
        })
public final class StationCommands {

    private StationCommands() {}

    /**
     * The command line.
     *
     * @param in what {@code parse} reads
     * @param clock the time
     */
    public static CommandLine of(InputStream in, InstantSource clock) {
        CommandLine commands = new CommandLine(new StationCommands());
        commands.addSubcommand(new Parse(in, clock));
        commands.addSubcommand(new Weigh(clock));
        commands.addSubcommand(new Listen(clock));
        commands.addSubcommand(new Print(clock));
        commands.addSubcommand(new Render(clock));
        commands.addSubcommand(new Devices());
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        return commands;
    }

    /** Tells which build this is. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            Properties build = new Properties();
            try (InputStream in = StationCommands.class.getResourceAsStream("build.properties")) {
                build.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new String[] {"dockhand-station " + build.getProperty("version"), "Java " + Runtime.version()};
        }
    }
}
