package dev.dockhand.app;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.dockhand.app.cli.LogFile;
import dev.dockhand.app.cli.StartFailure;
import dev.dockhand.app.cli.WindowStart;
import dev.dockhand.app.machine.JsonFile;
import dev.dockhand.app.ui.FullScreen;
import dev.dockhand.app.ui.StartFailureWindow;
import dev.dockhand.app.ui.about.About;
import dev.dockhand.app.ui.quit.QuitWindow;
import dev.dockhand.app.ui.settings.WindowSettings;
import dev.dockhand.app.ui.sound.SpeakerSounds;
import dev.dockhand.app.ui.window.Rehearsal;
import dev.dockhand.app.ui.window.StationWindow;
import dev.dockhand.app.ui.work.ItemPictures;
import dev.dockhand.station.MemoryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The station with its window: opens both, and closes both when the window is closed. */
public final class StationApplication {

    private static final Logger LOG = LoggerFactory.getLogger(StationApplication.class);

    private final InstantSource clock;

    /** An application that takes its time from a clock. */
    public StationApplication(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Runs a station until its window is closed; a machine that is none is made one first.
     *
     * @return why it did not start; empty when it did
     */
    public Optional<StartFailure> run(WindowStart start) {
        Path folder = start.folder();
        if (noDisplay()) {
            return Optional.of(new StartFailure("start.no-display", "no DISPLAY is set"));
        }
        if (Files.exists(folder) && !Files.isWritable(folder)) {
            begin();
            return Optional.of(shown(StartFailure.noAccess(folder)));
        }
        LogFile.in(folder);
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, error) -> LOG.error("{} died of an error that nobody caught", thread.getName(), error));
        begin();
        if (!new StationEnrolment(start).enrolled()) {
            return Optional.empty();
        }
        try (StationProgram program = StationProgram.open(folder, clock, new SecureRandom());
                ExecutorService writer = Executors.newSingleThreadExecutor()) {
            JsonFile<WindowSettings> file = windowFile(folder);
            CompletableFuture<Void> closed = new CompletableFuture<>();
            WindowSettings settings = file.read();
            Platform.runLater(() -> show(program, start, settings, file, writer, closed));
            closed.join();
            return Optional.empty();
        } catch (MemoryException e) {
            LOG.error("the station did not start", e);
            return Optional.of(shown(StartFailure.of(e)));
        } catch (IOException e) {
            LOG.error("the station did not start", e);
            return Optional.of(shown(StartFailure.settings(e)));
        }
    }

    /** One window may follow another. */
    private static void begin() {
        Platform.startup(() -> Platform.setImplicitExit(false));
    }

    /** Shows a failure in a window too, because whoever clicked an icon sees no terminal. */
    private static StartFailure shown(StartFailure failure) {
        CountDownLatch closed = new CountDownLatch(1);
        Platform.runLater(() -> StartFailureWindow.show(
                failure.words(Locale.KOREAN), failure.words(Locale.ENGLISH), failure.detail(), closed::countDown));
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return failure;
    }

    private static boolean noDisplay() {
        return System.getProperty("os.name").equals("Linux")
                && System.getenv("DISPLAY") == null
                && System.getenv("WAYLAND_DISPLAY") == null
                && !"Headless".equals(System.getProperty("glass.platform"));
    }

    private static JsonFile<WindowSettings> windowFile(Path folder) {
        return new JsonFile<>(folder.resolve("window.json"), new TypeReference<>() {}, WindowSettings.USUAL);
    }

    private void show(
            StationProgram program,
            WindowStart start,
            WindowSettings settings,
            JsonFile<WindowSettings> file,
            ExecutorService writer,
            CompletableFuture<Void> closed) {
        try {
            StationWindow.Parts parts = new StationWindow.Parts(
                    program.bench(),
                    program.devices().setUp(),
                    program.bench().deviceChanges(),
                    settings,
                    chosen -> writer.execute(() -> keep(file, chosen)),
                    about(program, start.folder()),
                    new SpeakerSounds(),
                    ItemPictures.of(program.memory().pictures()),
                    clock,
                    program.bench()::zone);
            StationWindow window = new StationWindow(parts);
            Stage stage = new Stage();
            if (start.kiosk()) {
                QuitWindow quit = new QuitWindow(
                        stage,
                        program.bench().closing(),
                        program.devices().setUp(),
                        () -> window.model().settings().now());
                FullScreen.kiosk(stage, quit::ask);
                window.model().onQuit(quit::ask);
            } else {
                FullScreen.byF11(stage);
                window.model().onQuit(stage::close);
            }
            window.open(stage);
            Rehearsal rehearsal = Rehearsal.beside(parts, window.model());
            stage.setOnHidden(event -> {
                rehearsal.close();
                window.close();
                closed.complete(null);
            });
            Thread.ofPlatform().daemon().name("label fonts").start(program.devices()::warmUp);
        } catch (RuntimeException | Error e) {
            closed.completeExceptionally(e);
        }
    }

    private static void keep(JsonFile<WindowSettings> file, WindowSettings chosen) {
        try {
            file.write(chosen);
        } catch (IOException e) {
            LOG.warn("language and theme were not kept", e);
        }
    }

    private static About about(StationProgram program, Path folder) {
        String runtime = "Java %s, JavaFX %s".formatted(Runtime.version(), System.getProperty("javafx.version", "?"));
        return new About(
                dev.dockhand.app.cli.StationCommands.version(),
                folder.toString(),
                program.memory().identity().server().toString(),
                runtime);
    }
}
