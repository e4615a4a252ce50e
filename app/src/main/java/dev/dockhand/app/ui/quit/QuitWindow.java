package dev.dockhand.app.ui.quit;

import dev.dockhand.app.bench.SupervisorApproval;
import dev.dockhand.app.bench.SupervisorApproval.Question;
import dev.dockhand.app.device.DeviceMessage;
import dev.dockhand.app.device.DeviceSetUp;
import dev.dockhand.app.ui.Theme;
import dev.dockhand.app.ui.parts.Fonts;
import dev.dockhand.app.ui.parts.Measures;
import dev.dockhand.app.ui.settings.WindowSettings;
import dev.dockhand.app.ui.texts.Texts;
import dev.dockhand.model.id.OperatorId;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes the window of a kiosk by a supervisor's word. It lies over the station, takes what scanners read while it is there. To be
 * used on the JavaFX thread.
 */
public final class QuitWindow {

    private static final Logger LOG = LoggerFactory.getLogger(QuitWindow.class);

    private final Stage kiosk;
    private final SupervisorApproval closing;
    private final DeviceSetUp devices;
    private final Supplier<WindowSettings> settings;
    private @Nullable QuitViewModel model;

    /**
     * Watches over a kiosk.
     *
     * @param kiosk its stage
     * @param closing whether it may be closed
     * @param devices who may scan a badge
     * @param settings language and theme
     */
    public QuitWindow(Stage kiosk, SupervisorApproval closing, DeviceSetUp devices, Supplier<WindowSettings> settings) {
        this.kiosk = kiosk;
        this.closing = closing;
        this.devices = devices;
        this.settings = settings;
    }

    /** Somebody wants to close it. */
    public void ask() {
        if (model == null) {
            closing.ask(new SupervisorApproval.Asker() {
                @Override
                public void allowed(@Nullable OperatorId by) {
                    LOG.info("the station is closed by the word of {}", by == null ? "an installer" : by.value());
                    Platform.runLater(kiosk::close);
                }

                @Override
                public void asks(Question asked) {
                    Platform.runLater(() -> show(asked));
                }
            });
        }
    }

    private void show(Question asked) {
        QuitViewModel open = model;
        if (open == null) {
            open(new QuitViewModel(Texts.in(settings.get().language()), asked));
        } else {
            open.asks(asked);
        }
    }

    private void open(QuitViewModel fresh) {
        model = fresh;
        Stage stage = new Stage(StageStyle.UNDECORATED);
        stage.initOwner(kiosk);
        stage.initModality(Modality.APPLICATION_MODAL);
        stage.setX(kiosk.getX());
        stage.setY(kiosk.getY());
        Measures measures = new Measures(settings.get().dpi());
        measures.fit(kiosk.getWidth(), kiosk.getHeight());
        QuitView page = new QuitView(fresh, measures, stage::close);
        page.setStyle(String.format(
                Locale.ROOT, "-fx-font-family: '%s'; -fx-font-size: %.1fpx;", Fonts.family(), measures.type()));
        Scene scene = new Scene(page, kiosk.getWidth(), kiosk.getHeight());
        scene.getStylesheets().setAll(Theme.sheets(settings.get().dark()));
        keys(scene, fresh, stage);
        DeviceSetUp.Subscription scans = devices.takeScans(message -> Platform.runLater(() -> {
            if (message instanceof DeviceMessage.Reads reads) {
                fresh.scanned(reads.text());
            }
        }));
        stage.setOnHidden(event -> {
            scans.close();
            fresh.end();
            model = null;
        });
        stage.setScene(scene);
        stage.show();
    }

    private static void keys(Scene scene, QuitViewModel model, Stage stage) {
        scene.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            event.consume();
            for (char c : event.getCharacter().toCharArray()) {
                model.typed(c);
            }
        });
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            event.consume();
            KeyCode code = event.getCode();
            switch (code) {
                case ENTER, TAB -> model.enter();
                case BACK_SPACE -> model.erase();
                case DELETE -> model.clear();
                case ESCAPE -> stage.close();
                default -> {}
            }
        });
    }
}
