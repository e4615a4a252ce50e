package dev.dockhand.app.demo;

import dev.dockhand.app.cli.LogFile;
import dev.dockhand.app.cli.StationCommands;
import dev.dockhand.app.ui.about.About;
import dev.dockhand.app.ui.settings.WindowSettings;
import dev.dockhand.app.ui.sound.SpeakerSounds;
import dev.dockhand.app.ui.window.StationWindow;
import dev.dockhand.app.ui.work.ItemPictures;
import dev.dockhand.station.MemoryException;
import dev.dockhand.station.link.EnrolmentException;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.stage.Screen;
import javafx.stage.Stage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The demo: a server with sample data, a station and a virtual bench beside it; without a display, a scripted shift. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Starts a server with sample data and a station with a virtual bench beside it.",
            "Without a display a scripted operator works the same shift and leaves pictures and a report."
        })
public final class Demo implements Callable<Integer> {

    private static final int AGREED = 0;
    private static final int FAILED = 1;
    private static final double STATION_WIDTH = 1280;

    private final InstantSource clock;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--server", required = true, paramLabel = "FILE", description = "launcher of the server")
    private Path server = Path.of("");

    @Option(names = "--sample", required = true, paramLabel = "DIR", description = "folder with the sample data")
    private Path sample = Path.of("");

    @Option(names = "--work", required = true, paramLabel = "DIR", description = "folder that the demo works in")
    private Path work = Path.of("");

    @Option(names = "--report", required = true, paramLabel = "DIR", description = "folder for pictures and report")
    private Path report = Path.of("");

    @Option(names = "--headless", description = "works the scripted shift although there is a display")
    private boolean headless;

    @Option(
            names = "--afresh",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "false",
            description = "throws away what an earlier demo left, in place of going on with it")
    private boolean afresh;

    @Option(names = "--orders", defaultValue = "12", description = "parcels of the scripted shift (${DEFAULT-VALUE})")
    private int orders;

    @Option(names = "--language", defaultValue = "ko", description = "ko or en (${DEFAULT-VALUE})")
    private String language = "ko";

    /** A demo that takes its time from a clock. */
    public Demo(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        boolean scripted = headless || noDisplay();
        if (scripted) {
            out.println("There is no display here: a scripted operator works the shift through the real screens.");
            // Read by the toolkit when it starts, so they are set before anything of it is touched.
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
            System.setProperty("java.awt.headless", "true");
        }
        try {
            Files.createDirectories(work);
            LogFile.in(work);
            try (DemoWorld world =
                    DemoWorld.open(server.toAbsolutePath(), sample, work.toAbsolutePath(), scripted || afresh, clock)) {
                return run(world, scripted, out);
            }
        } catch (IOException | MemoryException | EnrolmentException | ShiftStuckException e) {
            err.println("The demo did not come to its end: %s. Nothing outside %s was touched; its log is in %s"
                    .formatted(e.getMessage(), work, work.resolve("logs")));
            return FAILED;
        }
    }

    private static boolean noDisplay() {
        return System.getProperty("os.name", "").equals("Linux")
                && System.getenv("DISPLAY") == null
                && System.getenv("WAYLAND_DISPLAY") == null;
    }

    private Integer run(DemoWorld world, boolean scripted, PrintWriter out) throws IOException, InterruptedException {
        world.loaded().forEach(each -> each.rejected().forEach(out::println));
        world.companies().forEach(out::println);
        Locale locale = Locale.of(language);
        CompletableFuture<Void> closed = new CompletableFuture<>();
        CompletableFuture<Void> started = new CompletableFuture<>();
        Platform.startup(() -> started.complete(null));
        started.join();
        Platform.setImplicitExit(false);
        if (!scripted) {
            Gallery.onScreen(() -> open(world, locale, closed));
        }
        world.awaitReady();
        String seconds = String.format(Locale.ROOT, "%.1f", sinceStart().toMillis() / 1000.0);
        out.println("Ready to scan after %s s. Server: %s".formatted(seconds, world.serverUrl()));
        out.flush();
        if (!scripted) {
            out.println("What is done stays, and the next demo goes on with it. Begin afresh: mvn -Pdemo"
                    + " -Ddemo.afresh=true");
            out.flush();
            closed.join();
            return AGREED;
        }
        Report result = ScriptedRun.work(world, report.toAbsolutePath(), orders, locale, seconds, about(world), clock);
        result.checks()
                .forEach(check -> out.println("%s %s: %s %s"
                        .formatted(check.agrees() ? "✓" : "✕", check.name(), check.floor(), server(check))));
        result.figures().forEach((name, value) -> out.println("  " + name + ": " + value));
        out.println("Pictures and report: " + report.resolve("report.html"));
        return result.agrees() ? AGREED : FAILED;
    }

    private static String server(Audit.Check check) {
        return check.server().isEmpty() ? "" : "(server: " + check.server() + ")";
    }

    /** How long this program runs. */
    private Duration sinceStart() {
        return Duration.ofMillis(
                clock.millis() - ManagementFactory.getRuntimeMXBean().getStartTime());
    }

    private void open(DemoWorld world, Locale locale, CompletableFuture<Void> closed) {
        StationWindow station = new StationWindow(new StationWindow.Parts(
                world.program().bench(),
                world.program().devices().setUp(),
                world.program().bench().deviceChanges(),
                new WindowSettings(locale, false, false, WindowSettings.USUAL_DPI),
                settings -> {},
                about(world),
                new SpeakerSounds(),
                ItemPictures.of(world.program().memory().pictures()),
                clock,
                world.program().bench()::zone));
        VirtualBenchWindow bench = new VirtualBenchWindow(world.benchParts(locale, false));
        Stage left = new Stage();
        Stage right = new Stage();
        for (Stage stage : new Stage[] {left, right}) {
            stage.setOnHidden(event -> {
                station.close();
                bench.close();
                closed.complete(null);
            });
        }
        var screen = Screen.getPrimary().getVisualBounds();
        left.setX(screen.getMinX());
        left.setY(screen.getMinY());
        right.setX(Math.min(screen.getMinX() + STATION_WIDTH, screen.getMaxX() - VirtualBenchWindow.WIDTH));
        right.setY(screen.getMinY());
        station.open(left);
        bench.open(right);
        left.toFront();
    }

    private About about(DemoWorld world) {
        String runtime = "Java %s, JavaFX %s".formatted(Runtime.version(), System.getProperty("javafx.version", "?"));
        return new About(
                StationCommands.version(),
                work.resolve("station").toString(),
                world.serverUrl().toString(),
                runtime);
    }
}
