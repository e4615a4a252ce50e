package dev.dockhand.app.ui.quit;

import dev.dockhand.app.flow.Screen.Keypad;
import dev.dockhand.app.ui.parts.FitText;
import dev.dockhand.app.ui.parts.KeypadPane;
import dev.dockhand.app.ui.parts.Lamp;
import dev.dockhand.app.ui.parts.Levels;
import dev.dockhand.app.ui.parts.Measures;
import dev.dockhand.app.ui.texts.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.FontWeight;

/** Asks a supervisor for badge and PIN before a kiosk closes. */
public final class QuitView extends VBox {

    private final FitText title;
    private final FitText words;
    private final FitText answer;
    private final KeypadPane keypad;
    private final Button back;

    /**
     * A page that shows what its model says.
     *
     * @param leave run when the kiosk is to stay open
     */
    public QuitView(QuitViewModel model, Measures measures, Runnable leave) {
        getStyleClass().addAll("station", "page", "enrolment");
        title = new FitText(measures, 2.2, 1.4, 1, FontWeight.BOLD, "enrolment-title").aligned(Pos.CENTER_LEFT);
        HBox.setHgrow(title, Priority.ALWAYS);
        back = measures.touchable(new Button());
        back.setId("quit-back");
        back.getStyleClass().add("enrolment-key");
        back.setOnAction(event -> leave.run());
        HBox top = new HBox(title, back);
        top.getStyleClass().add("enrolment-row");
        words = new FitText(measures, 1.6, 1, 2, FontWeight.BOLD, "enrolment-words").aligned(Pos.CENTER_LEFT);
        answer = new FitText(measures, 1.25, 0.9, 2, FontWeight.NORMAL, "enrolment-words").aligned(Pos.CENTER_LEFT);
        keypad = new KeypadPane(measures, model);
        VBox.setVgrow(keypad, Priority.ALWAYS);
        getChildren().addAll(top, words, answer, keypad);
        model.view().addListener((observable, before, now) -> show(now));
        show(model.view().get());
    }

    private void show(QuitViewModel.View view) {
        Texts texts = view.texts();
        title.set(texts.of("quit.title"));
        back.setText(texts.of("quit.back"));
        words.set(view.words());
        Lamp lamp = view.answer();
        answer.set(lamp == null ? "" : lamp.words());
        if (lamp != null) {
            Levels.show(answer, lamp.level());
        }
        boolean pin = view.entry().kind() == Keypad.Kind.PIN;
        keypad.show(
                pin ? KeypadPane.Layout.FIGURES : KeypadPane.Layout.CODE,
                view.entry().typed(),
                "",
                texts.of("quit.empty"));
    }
}
