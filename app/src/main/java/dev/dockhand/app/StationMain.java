package dev.dockhand.app;

import dev.dockhand.app.cli.StationCommands;
import dev.dockhand.app.demo.Demo;
import dev.dockhand.app.machine.MachineSettings;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import picocli.CommandLine;

/** The program {@code dockhand-station}. */
public final class StationMain {

    private StationMain() {}

    /** Runs the command line; without a command the window opens. */
    public static void main(String[] arguments) {
        InstantSource clock = InstantSource.system();
        CommandLine commands =
                StationCommands.of(System.in, clock, MachineSettings.real(), new StationApplication(clock)::run);
        commands.addSubcommand(new Demo(clock));
        commands.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        commands.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        System.exit(commands.execute(arguments));
    }
}
