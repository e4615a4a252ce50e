package dev.dockhand.app.ui.enrolment;

import dev.dockhand.app.ui.enrolment.EnrolmentViewModel.Field;
import dev.dockhand.app.ui.parts.FitText;
import dev.dockhand.app.ui.parts.KeypadPane;
import dev.dockhand.app.ui.parts.Levels;
import dev.dockhand.app.ui.parts.Measures;
import dev.dockhand.app.ui.texts.Texts;
import java.util.EnumMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.FontWeight;

/** Asks for server, one-time code and name, by touch, keyboard and scanner. */
public final class EnrolmentView extends VBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Measures measures;
    private final EnrolmentViewModel model;
    private final FitText title;
    private final Button language;
    private final Button go;
    private final Map<Field, Card> cards = new EnumMap<>(Field.class);
    private final FitText words;
    private final KeypadPane keypad;

    /** A page that shows what its model says. */
    public EnrolmentView(EnrolmentViewModel model, Measures measures) {
        this.model = model;
        this.measures = measures;
        getStyleClass().addAll("station", "page", "enrolment");
        title = new FitText(measures, 2.2, 1.4, 1, FontWeight.BOLD, "enrolment-title").aligned(Pos.CENTER_LEFT);
        HBox.setHgrow(title, Priority.ALWAYS);
        language = key("language", model::nextLanguage);
        go = key("go", model::enter);
        go.getStyleClass().add("key-enter");
        HBox top = new HBox(title, language, go);
        top.getStyleClass().add("enrolment-row");
        HBox fields = new HBox();
        fields.getStyleClass().add("enrolment-row");
        for (Field field : Field.values()) {
            Card card = new Card(field);
            cards.put(field, card);
            HBox.setHgrow(card, Priority.ALWAYS);
            fields.getChildren().add(card);
        }
        words = new FitText(measures, 1.25, 0.9, 2, FontWeight.NORMAL, "enrolment-words").aligned(Pos.CENTER_LEFT);
        keypad = new KeypadPane(measures, model);
        VBox.setVgrow(keypad, Priority.ALWAYS);
        getChildren().addAll(top, fields, words, keypad);
        model.view().addListener((observable, before, now) -> show(now));
        show(model.view().get());
    }

    private Button key(String id, Runnable action) {
        Button button = measures.touchable(new Button());
        button.setId("enrol-" + id);
        button.setMnemonicParsing(false);
        button.getStyleClass().add("enrolment-key");
        button.setOnAction(event -> action.run());
        return button;
    }

    private void show(EnrolmentViewModel.View view) {
        Texts texts = view.texts();
        title.set(texts.of("enrol.title"));
        language.setText(texts.of("enrol.language"));
        go.setText(texts.of("enrol.go"));
        view.fields().forEach(filled -> {
            Card card = cards.get(filled.field());
            if (card != null) {
                card.show(filled, filled.field() == view.current());
                if (filled.field() == view.current()) {
                    keypad.show(layout(filled.field()), filled.value(), "", texts.of("enrol.empty"));
                }
            }
        });
        words.set(view.words());
        Levels.show(words, view.level());
        setDisable(view.busy());
    }

    private static KeypadPane.Layout layout(Field field) {
        return field == Field.CODE ? KeypadPane.Layout.CODE : KeypadPane.Layout.ADDRESS;
    }

    /** One of the three, to touch. */
    private final class Card extends Button {

        private final Label name = new Label();
        private final FitText value;

        Card(Field field) {
            measures.touchable(this);
            setId("enrol-" + field.name());
            getStyleClass().add("enrolment-field");
            setMaxWidth(Double.MAX_VALUE);
            setPrefWidth(1);
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            name.getStyleClass().add("enrolment-name");
            value = new FitText(measures, 1.3, 0.8, 1, FontWeight.BOLD, "enrolment-value").aligned(Pos.CENTER_LEFT);
            VBox face = new VBox(name, value);
            face.prefWidthProperty().bind(widthProperty().subtract(measures.em(1.6)));
            setGraphic(face);
            setOnAction(event -> model.choose(field));
        }

        void show(EnrolmentViewModel.Filled filled, boolean selected) {
            name.setText(filled.name());
            value.set(filled.value().isEmpty() ? "–" : Texts.shown(filled.value()));
            pseudoClassStateChanged(SELECTED, selected);
            setAccessibleText(filled.name());
        }
    }
}
