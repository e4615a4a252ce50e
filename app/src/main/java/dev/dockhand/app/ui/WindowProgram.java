package dev.dockhand.app.ui;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the window of a station from its opening to its closing. */
public final class WindowProgram {

    private static final Logger LOG = LoggerFactory.getLogger(WindowProgram.class);

    private WindowProgram() {}

    /** There is no display here; the same bench works without a window. */
    public static final class NoDisplay extends Exception {
        private static final long serialVersionUID = 1;

        NoDisplay(Throwable cause) {
            super("there is no display here: " + cause.getMessage(), cause);
        }
    }

    /**
     * Opens the window and waits until somebody closes it. JavaFX starts while the parts are made, so the two cost one
     * time and not two.
     *
     * @param parts makes the bench and what else the window is made of; on the calling thread
     * @param opened told about the open window, on the JavaFX thread
     * @throws NoDisplay when JavaFX finds no display; the parts are not made then
     * @throws InterruptedException when the waiting thread is interrupted; the window is closed
     */
    public static void run(Supplier<StationWindow.Parts> parts, Consumer<StationWindow> opened)
            throws NoDisplay, InterruptedException {
        start();
        CountDownLatch closed = new CountDownLatch(1);
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        try {
            StationWindow.Parts made = parts.get();
            Platform.runLater(() -> {
                try {
                    open(made, opened, closed);
                } catch (RuntimeException e) {
                    failure.set(e);
                    closed.countDown();
                }
            });
            closed.await();
        } finally {
            Platform.exit();
        }
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }

    private static void start() throws NoDisplay {
        try {
            Platform.startup(() -> Thread.currentThread()
                    .setUncaughtExceptionHandler(
                            (thread, thrown) -> LOG.error("the window goes on after a fault", thrown)));
        } catch (RuntimeException e) {
            throw new NoDisplay(e);
        }
    }

    private static void open(StationWindow.Parts parts, Consumer<StationWindow> opened, CountDownLatch closed) {
        StationWindow window = new StationWindow(parts);
        Stage stage = new Stage();
        stage.setOnHidden(event -> {
            window.close();
            closed.countDown();
        });
        window.open(stage);
        opened.accept(window);
    }
}
