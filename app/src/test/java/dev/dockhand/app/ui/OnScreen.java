package dev.dockhand.app.ui;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Starts JavaFX once, runs work on its thread, and fails the test that ran when anything on that thread threw: a green
 * test with an exception elsewhere is red.
 */
public final class OnScreen implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {

    private static final long PATIENCE_SECONDS = 60;
    private static final List<Throwable> UNCAUGHT = new CopyOnWriteArrayList<>();
    private static boolean started;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        synchronized (OnScreen.class) {
            if (!started) {
                CountDownLatch latch = new CountDownLatch(1);
                Platform.setImplicitExit(false);
                Platform.startup(latch::countDown);
                latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                started = true;
            }
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        UNCAUGHT.clear();
        run(() -> Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> UNCAUGHT.add(thrown)));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        run(() -> List.copyOf(javafx.stage.Window.getWindows()).forEach(window -> {
            if (window instanceof Stage stage) {
                stage.close();
            }
        }));
        if (!UNCAUGHT.isEmpty()) {
            throw new AssertionError("uncaught on the JavaFX thread", UNCAUGHT.getFirst());
        }
    }

    /** Runs on the JavaFX thread and waits for it. */
    public static void run(Runnable work) {
        get(() -> {
            work.run();
            return null;
        });
    }

    /** Computes on the JavaFX thread and waits for it. */
    public static <T> T get(Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Throwable t) {
                result.completeExceptionally(t);
            }
        });
        try {
            return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
