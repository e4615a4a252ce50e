package dev.dockhand.app.proof;

import com.sun.javafx.tk.RenderJob;
import com.sun.javafx.tk.Toolkit;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import javafx.application.Platform;
import javafx.scene.Scene;

/** Tells when a frame was drawn: when its pixels were handed to the window. */
final class Frames {

    private Frames() {}

    /**
     * Watches the frames of a scene; on the JavaFX thread.
     *
     * @param shown what the frame that is being laid out shows; asked on the JavaFX thread
     * @param drawn is told that it was drawn, on the JavaFX thread
     */
    static void watch(Scene scene, LongSupplier shown, LongConsumer drawn) {
        scene.addPostLayoutPulseListener(() -> {
            long number = shown.getAsLong();
            // The painting of this pulse is queued when the pulse has ended.
            Platform.runLater(() -> Toolkit.getToolkit()
                    .addRenderJob(new RenderJob(() -> Platform.runLater(() -> drawn.accept(number)))));
        });
    }
}
