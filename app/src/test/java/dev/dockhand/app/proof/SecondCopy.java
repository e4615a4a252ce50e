package dev.dockhand.app.proof;

import dev.dockhand.app.StationMain;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * The program as it is started by a click, in a process of its own, and somebody who reads the window that comes up, says
 * its words on standard output, and closes it.
 */
final class SecondCopy {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private SecondCopy() {}

    /** The arguments of the program. */
    public static void main(String[] arguments) {
        Thread.ofPlatform().daemon().start(SecondCopy::look);
        StationMain.main(arguments);
    }

    private static void look() {
        while (true) {
            try {
                TimeUnit.MILLISECONDS.sleep(50);
                Platform.runLater(SecondCopy::read);
            } catch (InterruptedException e) {
                return;
            } catch (IllegalStateException e) {
                // JavaFX has not started yet
            }
        }
    }

    private static void read() {
        for (Window window : List.copyOf(Window.getWindows())) {
            words(window.getScene().getRoot());
            if (window instanceof Stage stage) {
                stage.close();
            }
        }
    }

    private static void words(Node node) {
        if (node instanceof Label label) {
            OUT.println(label.getText());
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(SecondCopy::words);
        }
    }
}
