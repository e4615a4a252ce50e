package dev.dockhand.app.ui.enrolment;

import dev.dockhand.app.ui.Theme;
import dev.dockhand.app.ui.parts.Fonts;
import dev.dockhand.app.ui.parts.Measures;
import dev.dockhand.app.ui.settings.WindowSettings;
import java.util.Locale;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.util.Duration;

/** The window of a machine that is no station yet. To be made and used on the JavaFX thread. */
public final class EnrolmentWindow {

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final Duration AGAIN = Duration.seconds(10);

    private final EnrolmentViewModel model;
    private final Measures measures = new Measures(WindowSettings.USUAL_DPI);
    private final EnrolmentView page;
    private final Scene scene;

    /** A window on a model; {@link #open} shows it. */
    public EnrolmentWindow(EnrolmentViewModel model) {
        this.model = model;
        page = new EnrolmentView(model, measures);
        scene = new Scene(page, WIDTH, HEIGHT);
        scene.getStylesheets().setAll(Theme.sheets(WindowSettings.USUAL.dark()));
        scene.widthProperty().addListener((observable, before, now) -> fit(scene.getWidth(), scene.getHeight()));
        scene.heightProperty().addListener((observable, before, now) -> fit(scene.getWidth(), scene.getHeight()));
        scene.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        fit(WIDTH, HEIGHT);
    }

    private void fit(double width, double height) {
        measures.fit(width, height);
        page.setStyle(String.format(
                Locale.ROOT, "-fx-font-family: '%s'; -fx-font-size: %.1fpx;", Fonts.family(), measures.type()));
    }

    /** Every key is caught before a control sees it: what a scanner types must press no button. */
    private void typed(KeyEvent event) {
        event.consume();
        if (!event.isMetaDown() && !event.isAltDown() && !event.isControlDown()) {
            for (char c : event.getCharacter().toCharArray()) {
                model.typed(c);
            }
        }
    }

    private void pressed(KeyEvent event) {
        event.consume();
        switch (event.getCode()) {
            case ENTER, TAB -> model.enter();
            case BACK_SPACE -> model.erase();
            case DELETE -> model.clear();
            default -> {}
        }
    }

    /** Shows the window on a stage, and asks the server again now and then as long as nobody touches it. */
    public void open(Stage stage) {
        stage.setTitle("Dockhand");
        stage.setScene(scene);
        Timeline again = new Timeline(new KeyFrame(AGAIN, event -> model.tick()));
        again.setCycleCount(Animation.INDEFINITE);
        stage.showingProperty().addListener((observable, before, now) -> {
            if (now) {
                again.play();
            } else {
                again.stop();
            }
        });
        stage.show();
    }

    /**
     * Gives the scene a size while no stage does: for a picture where there is no display.
     *
     * @param width in pixels
     * @param height in pixels
     */
    public void size(double width, double height) {
        page.setMinSize(width, height);
        page.setPrefSize(width, height);
        page.setMaxSize(width, height);
        page.resize(width, height);
        fit(width, height);
    }

    /** The scene, for a picture of it or a test. */
    public Scene scene() {
        return scene;
    }
}
