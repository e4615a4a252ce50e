package dev.dockhand.app.ui;

import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/** How a window fills the screen. */
public final class FullScreen {

    private FullScreen() {}

    /**
     * The window of a kiosk: without a frame, over the whole screen, and nothing but its own words close it.
     *
     * @param stage not shown yet
     * @param asked run when somebody wants to close it all the same
     */
    public static void kiosk(Stage stage, Runnable asked) {
        stage.initStyle(StageStyle.UNDECORATED);
        // Where no window manager runs nobody else gives it the screen's size.
        Rectangle2D screen = Screen.getPrimary().getBounds();
        stage.setX(screen.getMinX());
        stage.setY(screen.getMinY());
        stage.setWidth(screen.getWidth());
        stage.setHeight(screen.getHeight());
        noWayOut(stage);
        stage.setFullScreen(true);
        stage.setOnCloseRequest(event -> {
            event.consume();
            asked.run();
        });
    }

    /** F11 lets the window fill the screen and takes it back. */
    public static void byF11(Stage stage) {
        noWayOut(stage);
        stage.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.F11) {
                event.consume();
                stage.setFullScreen(!stage.isFullScreen());
            }
        });
    }

    /** Esc means something else on these screens. */
    private static void noWayOut(Stage stage) {
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setFullScreenExitHint("");
    }
}
