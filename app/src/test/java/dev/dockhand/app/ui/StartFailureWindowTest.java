package dev.dockhand.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.cli.StartFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

/** Whoever clicked the icon of a station that cannot start reads the whole reason. */
@ExtendWith(OnScreen.class)
class StartFailureWindowTest {

    @Test
    void everyReasonIsReadWhole() {
        List<String> wrong = OnScreen.get(() -> {
            List<String> found = new ArrayList<>();
            for (String key :
                    ResourceBundle.getBundle("dev.dockhand.app.ui.texts.start").keySet()) {
                StartFailure failure = new StartFailure(key, "/var/lib/dockhand-station holds no identity");
                StartFailureWindow.show(
                        failure.words(Locale.KOREAN), failure.words(Locale.ENGLISH), failure.detail(), () -> {});
                Stage stage = (Stage) Window.getWindows().getLast();
                stage.getScene().getRoot().applyCss();
                stage.getScene().getRoot().layout();
                look(key, stage, found);
                stage.close();
            }
            return found;
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void itsKeyClosesIt() {
        AtomicBoolean closed = new AtomicBoolean();
        OnScreen.run(() -> StartFailureWindow.show("이유", "why", "detail", () -> closed.set(true)));

        new FxRobot().clickOn("확인 · OK");

        assertThat(closed).isTrue();
        assertThat(Window.getWindows()).isEmpty();
    }

    private static void look(String key, Stage stage, List<String> found) {
        for (Node node : stage.getScene().getRoot().getChildrenUnmodifiable()) {
            if (node.getBoundsInParent().getMaxY() > stage.getScene().getHeight()) {
                found.add(key + " leaves the window: " + node);
            }
            if (node instanceof Label label && label.lookup(".text") instanceof Text drawn) {
                if (!drawn.getText().equals(label.getText())) {
                    found.add("%s: '%s' is cut to '%s'".formatted(key, label.getText(), drawn.getText()));
                }
            }
            if (node instanceof Button button && button.getHeight() < 20 / 25.4 * 96) {
                found.add("%s: the key is %.0f high".formatted(key, button.getHeight()));
            }
        }
    }
}
