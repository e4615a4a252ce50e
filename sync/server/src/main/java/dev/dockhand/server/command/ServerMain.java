package dev.dockhand.server.command;

import dev.dockhand.server.Server;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program {@code dockhand-server}. */
@Command(
        name = "dockhand-server",
        description = "The central server of Dockhand.",
        mixinStandardHelpOptions = true,
        versionProvider = ServerMain.Version.class,
        subcommands = {
            RunCommand.class,
            ImportCommand.class,
            PicturesCommand.class,
            CompanyCommand.class,
            WarehouseCommand.class,
            BrandCommand.class,
            KeyCommand.class,
            EnrolmentCodeCommand.class,
            StatusCommand.class,
            RestoredCommand.class
        })
public final class ServerMain {

    private static final int FAILED = 1;

    private ServerMain() {}

    /** Runs a command and ends with its exit code: 0 only when it did what was asked. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The commands, for whoever runs them without ending the process. */
    public static CommandLine commandLine() {
        return new CommandLine(new ServerMain()).setExecutionExceptionHandler((error, command, parsed) -> {
            command.getErr().println(describe(error));
            return FAILED;
        });
    }

    /** What happened in one line; the stack trace is in the log file. */
    static String describe(Throwable error) {
        Throwable cause = error.getCause();
        String text = "dockhand-server: " + said(error);
        return cause == null || cause.getMessage() == null || text.contains(said(cause))
                ? text
                : text + " (" + said(cause) + ")";
    }

    /** The JDK's errors of missing files name the file and not what is wrong with it. */
    private static String said(Throwable error) {
        String message = error.getMessage() == null
                ? ""
                : error.getMessage().lines().findFirst().orElse("").strip();
        return switch (error) {
            case NoSuchFileException none -> "there is no file " + none.getFile();
            case AccessDeniedException closed -> closed.getFile() + " may not be read or written by this user";
            default -> message.isEmpty() ? error.getClass().getSimpleName() : message;
        };
    }

    /** The version of the build. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"dockhand-server " + Server.version(), "Java " + Runtime.version()};
        }
    }
}
