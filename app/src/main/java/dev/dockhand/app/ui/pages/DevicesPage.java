package dev.dockhand.app.ui.pages;

import dev.dockhand.app.ui.parts.FitText;
import dev.dockhand.app.ui.parts.Icons;
import dev.dockhand.app.ui.parts.KeypadPane;
import dev.dockhand.app.ui.parts.Levels;
import dev.dockhand.app.ui.parts.Measures;
import dev.dockhand.app.ui.parts.PageView;
import dev.dockhand.app.ui.parts.Typing;
import dev.dockhand.app.ui.texts.Texts;
import dev.dockhand.app.ui.work.DevicesShown;
import dev.dockhand.app.ui.work.DevicesViewModel;
import dev.dockhand.app.ui.work.Shown;
import dev.dockhand.app.ui.work.Shown.Lamp;
import java.util.List;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.FontWeight;

/** The set-up page: the devices with their state in words, and the bytes of one of them as they pass. */
public final class DevicesPage implements PageView {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final DevicesViewModel model;
    private final Supplier<Texts> texts;
    private final Measures measures;
    private final VBox list = new VBox();
    private final DeviceDetail detail;
    private final TraceView trace;
    private final Label answer = new Label();
    private final KeypadPane keyboard;
    private final HBox body;
    private final Titled node;
    private List<DevicesShown.Row> rows = List.of();
    private int selected = -1;

    /**
     * A set-up page.
     *
     * @param model what it shows
     * @param texts words of the chosen language
     * @param measures sizes
     */
    public DevicesPage(DevicesViewModel model, Supplier<Texts> texts, Measures measures) {
        this.model = model;
        this.texts = texts;
        this.measures = measures;
        detail = new DeviceDetail(measures);
        trace = new TraceView(measures);
        keyboard = new KeypadPane(measures, new AddressTyping(model));
        list.getStyleClass().add("device-list");
        answer.getStyleClass().addAll("device-answer", "lamp");
        answer.setWrapText(true);
        answer.setMaxWidth(Double.MAX_VALUE);
        VBox right = new VBox(detail, answer, trace, keyboard);
        right.getStyleClass().add("device-right");
        VBox.setVgrow(trace, Priority.ALWAYS);
        VBox.setVgrow(keyboard, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        right.setMinWidth(0);
        body = new HBox(list, right);
        body.getStyleClass().add("device-body");
        list.prefWidthProperty().bind(body.widthProperty().multiply(0.27));
        list.minWidthProperty().bind(body.widthProperty().multiply(0.27));
        node = new Titled(measures, body);
        model.shown().addListener((observable, before, now) -> draw(now));
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(Shown shown, Texts words) {
        draw(model.shown().get());
    }

    private void draw(DevicesShown shown) {
        if (!node.isVisible()) {
            return;
        }
        Texts words = texts.get();
        node.title(words.of("page.DEVICES"));
        if (!shown.rows().equals(rows) || shown.selected() != selected) {
            rows = shown.rows();
            selected = shown.selected();
            list.getChildren().setAll(rows.stream().map(this::row).toList());
        }
        DevicesShown.Detail chosen = shown.detail();
        boolean editing = chosen != null && chosen.editing();
        detail.show(chosen, words);
        answer(shown.answer());
        present(trace, !editing);
        present(keyboard, editing);
        present(list, !editing);
        trace.show(shown.trace(), shown.held(), words);
        if (chosen != null && editing) {
            keyboard.show(KeypadPane.Layout.ADDRESS, chosen.address(), "", words.of("devices.address.hint"));
        }
    }

    private void answer(@org.jspecify.annotations.Nullable Lamp lamp) {
        present(answer, lamp != null);
        if (lamp != null) {
            answer.setText(lamp.words());
            answer.setGraphic(measures.icon(Icons.of(lamp.level()), 1.2, "lamp-icon"));
            Levels.show(answer, lamp.level());
        }
    }

    private Node row(DevicesShown.Row row) {
        Label number = new Label(Integer.toString(row.number()));
        number.getStyleClass().add("choice-number");
        number.setMinWidth(Region.USE_PREF_SIZE);
        FitText name = new FitText(measures, 1.2, 0.9, 1, FontWeight.BOLD, "device-name");
        name.set(row.name());
        Label state = new Label(row.state());
        state.getStyleClass().addAll("device-state", "lamp");
        state.setGraphic(measures.icon(Icons.of(row.level()), 1.2, "lamp-icon"));
        Levels.show(state, row.level());
        VBox words = new VBox(name, state);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox face = new HBox(number, words);
        face.getStyleClass().add("choice-face");
        face.setAlignment(Pos.CENTER_LEFT);
        Button button = measures.touchable(new Button());
        button.setId("device-" + row.number());
        button.getStyleClass().addAll("choice", "device-row");
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setGraphic(face);
        button.setMaxWidth(Double.MAX_VALUE);
        face.prefWidthProperty().bind(button.widthProperty().subtract(measures.em(1)));
        button.pseudoClassStateChanged(SELECTED, row.number() - 1 == selected);
        button.setOnAction(event -> model.select(row.number() - 1));
        return button;
    }

    static void present(Node node, boolean present) {
        node.setVisible(present);
        node.setManaged(present);
    }

    /** Touches of the keyboard go to the address. */
    private record AddressTyping(DevicesViewModel model) implements Typing {
        @Override
        public void typed(char character) {
            model.type(character);
        }

        @Override
        public void erase() {
            model.erase();
        }

        @Override
        public void clear() {
            model.clear();
        }

        @Override
        public void enter() {
            model.done();
        }
    }
}
