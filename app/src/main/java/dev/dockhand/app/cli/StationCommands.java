package dev.dockhand.app.cli;

import dev.dockhand.app.machine.Enrolling;
import dev.dockhand.app.machine.MachineSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

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
public final class StationCommands implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(StationCommands.class);

    private final MachineSettings settings;
    private final Function<WindowStart, Optional<StartFailure>> window;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(
            names = "--kiosk",
            descriptionKey = MachineSettings.KIOSK,
            arity = "0..1",
            fallbackValue = "yes",
            defaultValue = "no",
            converter = YesNo.class,
            paramLabel = "yes|no",
            description = "the window fills the screen and closes only by a supervisor's word")
    private boolean kiosk;

    private StationCommands(MachineSettings settings, Function<WindowStart, Optional<StartFailure>> window) {
        this.settings = settings;
        this.window = window;
    }

    /**
     * The command line.
     *
     * @param in what {@code parse} and {@code check-layout} read
     * @param clock the time
     * @param settings what is set for this machine, under flags
     * @param window runs a station with its window, and tells why it did not start
     */
    public static CommandLine of(
            InputStream in,
            InstantSource clock,
            MachineSettings settings,
            Function<WindowStart, Optional<StartFailure>> window) {
        CommandLine commands = new CommandLine(new StationCommands(settings, window));
        commands.addSubcommand(new Parse(in, clock));
        commands.addSubcommand(new Weigh(clock));
        commands.addSubcommand(new Listen(clock));
        commands.addSubcommand(new CheckLayout(in));
        commands.addSubcommand(new Replay());
        commands.addSubcommand(new Print(clock));
        commands.addSubcommand(new Render(clock));
        commands.addSubcommand(new Sheet(clock));
        commands.addSubcommand(new Devices());
        commands.addSubcommand(new Enrol(settings));
        commands.addSubcommand(new Status(clock));
        commands.addSubcommand(new Doctor(clock));
        commands.addSubcommand(new JournalOf());
        commands.setDefaultValueProvider(settings);
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setParameterExceptionHandler((error, arguments) -> misused(error, List.of(arguments)));
        commands.setExecutionExceptionHandler((error, command, parsed) -> unexpected(error, command));
        return commands;
    }

    /** What makes no sense is told in one line; how it is meant is for {@code --help}. */
    private static int misused(ParameterException error, List<String> arguments) {
        CommandLine command = error.getCommandLine();
        String message = String.valueOf(error.getMessage()).replaceAll("\\R", " ");
        if (command.getCommand() instanceof Common && arguments.contains("--json")) {
            new Report(command.getOut(), true).print(Report.line().with("error", message));
        } else {
            command.getErr()
                    .println("%s; see %s --help"
                            .formatted(message, command.getCommandSpec().qualifiedName()));
        }
        return Common.MISUSED;
    }

    /** What nobody foresaw is told in one line too; where it happened is for the log. */
    private static int unexpected(Exception error, CommandLine command) {
        LOG.info("{} failed", command.getCommandName(), error);
        String message = "dockhand-station: " + error.getMessage();
        if (command.getCommand() instanceof Common common) {
            return common.refuse(Common.NOT_DONE, message);
        }
        command.getErr().println(message);
        return Common.NOT_DONE;
    }

    @Override
    public Integer call() {
        Optional<StartFailure> failure =
                window.apply(new WindowStart(home.place(), kiosk, new Enrolling(home.place(), settings)));
        failure.ifPresent(why -> spec.commandLine().getErr().println(why.words(Locale.getDefault())));
        return failure.isPresent() ? Common.NOT_DONE : Common.DONE;
    }

    /** Version of the product. */
    public static String version() {
        return build("version");
    }

    /** What the build wrote down about itself. */
    static String build(String key) {
        Properties build = new Properties();
        try (InputStream in = StationCommands.class.getResourceAsStream("build.properties")) {
            build.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return build.getProperty(key);
    }

    /** A switch that a settings file can also turn off. */
    static final class YesNo implements ITypeConverter<Boolean> {
        @Override
        public Boolean convert(String value) {
            return switch (value.strip().toLowerCase(Locale.ROOT)) {
                case "yes", "true", "1", "on" -> true;
                case "no", "false", "0", "off" -> false;
                default -> throw new TypeConversionException("'%s' is neither yes nor no".formatted(value));
            };
        }
    }

    /** Tells which build this is. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"dockhand-station " + version(), "Java " + Runtime.version()};
        }
    }
}
