package dev.dockhand.app.demo;

import dev.dockhand.app.StationProgram;
import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.device.WindowKey;
import dev.dockhand.app.ui.Picture;
import dev.dockhand.app.ui.about.About;
import dev.dockhand.app.ui.settings.WindowSettings;
import dev.dockhand.app.ui.sound.Sounds;
import dev.dockhand.app.ui.window.StationWindow;
import dev.dockhand.app.ui.work.ItemPictures;
import dev.dockhand.station.SyncStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * Takes pictures of the station's real screens: the window that the operator works at as it is, and the same view in every
 * other language and theme. Called from the operator's thread, which waits for the picture.
 */
final class Gallery {

    private static final double DPI = 96;

    private final Path folder;
    private final List<Wall> walls = new ArrayList<>();
    private final Set<String> taken = new LinkedHashSet<>();
    private boolean offlineSeen;

    private Gallery(Path folder) {
        this.folder = folder;
    }

    /** One window in one language and theme. */
    private record Wall(String name, StillBench still, StationWindow window) {}

    /**
     * Opens the window that is worked at, and one for each other look. On the JavaFX thread.
     *
     * @param folder where the pictures go
     * @param program the station
     * @param live language of the window that is worked at
     */
    static Gallery open(Path folder, StationProgram program, Locale live, About about, InstantSource clock) {
        Gallery gallery = new Gallery(folder);
        for (Locale language : List.of(Locale.KOREAN, Locale.ENGLISH)) {
            for (boolean dark : List.of(false, true)) {
                boolean isLive = language.equals(live) && !dark;
                StillBench still = new StillBench();
                StationWindow window = new StationWindow(new StationWindow.Parts(
                        isLive ? program.bench() : still,
                        program.devices().setUp(),
                        program.bench().deviceChanges(),
                        new WindowSettings(language, dark, true, DPI),
                        settings -> {},
                        about,
                        Sounds.NONE,
                        ItemPictures.of(program.memory().pictures()),
                        clock,
                        program.bench()::zone));
                window.open(new Stage());
                gallery.walls.add(new Wall(look(language, dark), still, window));
            }
        }
        return gallery;
    }

    private static String look(Locale language, boolean dark) {
        return language.getLanguage() + (dark ? "-dark" : "-light");
    }

    /** Takes pictures of a view unless its step was taken before. */
    void seen(BenchView view) {
        String name = view.screen().step().replace('.', '-');
        if (view.mustAnswer() && view.verdict() != null) {
            name += "-" + view.verdict().tone().name().toLowerCase(Locale.ROOT);
        }
        boolean offline = view.sync().state() == SyncStatus.State.OFFLINE;
        if (offline && !offlineSeen) {
            offlineSeen = true;
            name += "-offline";
        }
        if (taken.add(name)) {
            String number = String.format(Locale.ROOT, "%02d-", taken.size());
            onScreen(() -> walls.forEach(wall -> wall.still().show(view)));
            take(number + name);
        }
    }

    /** Takes pictures of the pages beside the work. */
    void pages() {
        for (WindowKey.Page.Name page :
                List.of(WindowKey.Page.Name.DEVICES, WindowKey.Page.Name.SHEET, WindowKey.Page.Name.ABOUT)) {
            onScreen(() -> walls.forEach(wall -> wall.window().model().windowKey(new WindowKey.Page(page))));
            take("page-" + page.name().toLowerCase(Locale.ROOT));
        }
    }

    private void take(String name) {
        // The views hop to this thread by a task of their own: one more task, and they are drawn.
        onScreen(() -> {});
        onScreen(() -> {
            for (Wall wall : walls) {
                write(wall.window().scene(), folder.resolve(name + "-" + wall.name() + ".png"));
            }
        });
    }

    private static void write(Scene scene, Path file) {
        try {
            Picture.write(scene, file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Does something on the JavaFX thread and waits for it. */
    static void onScreen(Runnable work) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                work.run();
                done.complete(null);
            } catch (RuntimeException | Error e) {
                done.completeExceptionally(e);
            }
        });
        done.join();
    }

    /** How many different screens were taken. */
    int count() {
        return taken.size();
    }

    /** Closes the windows. On the JavaFX thread. */
    void close() {
        walls.forEach(wall -> wall.window().close());
    }
}
