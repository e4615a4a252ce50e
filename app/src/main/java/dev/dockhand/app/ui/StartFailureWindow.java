package dev.dockhand.app.ui;

import dev.dockhand.app.ui.parts.Fonts;
import dev.dockhand.app.ui.parts.Measures;
import dev.dockhand.app.ui.settings.WindowSettings;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/** Says why the station did not start, in both languages: nobody has chosen one yet. */
public final class StartFailureWindow {

    private static final double WIDTH = 760;
    private static final double SPACE = 24;

    private StartFailureWindow() {}

    /**
     * Shows the window.
     *
     * @param korean what happened, what was kept, what to do
     * @param english the same
     * @param detail technical details, for IT
     * @param closed run when it is closed
     */
    public static void show(String korean, String english, String detail, Runnable closed) {
        Stage stage = new Stage();
        Button close = new Measures(WindowSettings.USUAL_DPI).touchable(new Button("확인 · OK"));
        close.setDefaultButton(true);
        close.setStyle("-fx-font-size: 20px; -fx-padding: 16px 40px;");
        close.setOnAction(event -> stage.close());
        VBox box = new VBox(SPACE, text(korean, 24), text(english, 20), text(detail, 14), close);
        box.setPadding(new Insets(SPACE * 2));
        box.setPrefWidth(WIDTH);
        box.setStyle("-fx-font-family: '" + Fonts.family() + "';");
        stage.setTitle("Dockhand");
        stage.setScene(new Scene(box));
        stage.setOnHidden(event -> closed.run());
        stage.show();
    }

    private static Label text(String words, int size) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setStyle("-fx-font-size: " + size + "px;");
        return label;
    }
}
