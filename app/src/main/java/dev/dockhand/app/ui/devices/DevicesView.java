package dev.dockhand.app.ui.devices;

import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.ui.page.PageView;
import dev.dockhand.app.ui.parts.ChoicesView;
import dev.dockhand.app.ui.parts.FitText;
import dev.dockhand.app.ui.parts.Icons;
import dev.dockhand.app.ui.parts.KeypadEntry;
import dev.dockhand.app.ui.parts.KeypadPane;
import dev.dockhand.app.ui.parts.Lamp;
import dev.dockhand.app.ui.parts.Levels;
import dev.dockhand.app.ui.parts.Measures;
import dev.dockhand.app.ui.parts.Scale;
import dev.dockhand.app.ui.parts.Titled;
import dev.dockhand.app.ui.parts.Touched;
import dev.dockhand.app.ui.texts.Texts;
import java.util.List;
import java.util.function.Consumer;
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
import org.jspecify.annotations.Nullable;

/**
 * The set-up page: the devices with their state in words, what one of them says with its bytes as they pass, and the tests
 * of all.
 */
public final class DevicesView implements PageView {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final DevicesViewModel model;
    private final Supplier<Texts> texts;
    private final Measures measures;
    private final Consumer<Runnable> touched;
    private final VBox list = new VBox();
    private final DeviceDetailView detail;
    private final TraceView trace;
    private final LiveView live;
    private final DeviceTestsView tests;
    private final ScaleSetupView setup;
    private final ChoicesView choices;
    private final Label answer = new Label();
    private final Label lastTest = new Label();
    private final Label allowed = new Label();
    private final KeypadPane keyboard;
    private final KeypadPane keypad;
    private final HBox body;
    private final VBox left;
    private final Titled node;
    private List<DevicesShown.Row> rows = List.of();
    private int selected = -1;

    /**
     * A set-up page.
     *
     * @param model what it shows
     * @param texts words of the chosen language
     * @param measures sizes
     * @param touched told what a touch means; decides whether it counts
     */
    public DevicesView(DevicesViewModel model, Supplier<Texts> texts, Measures measures, Consumer<Runnable> touched) {
        this.model = model;
        this.touched = touched;
        this.texts = texts;
        this.measures = measures;
        detail = new DeviceDetailView(measures);
        live = new LiveView(measures);
        tests = new DeviceTestsView(measures);
        setup = new ScaleSetupView(measures);
        choices = new ChoicesView(measures, digit -> touched.accept(() -> model.digit(digit)));
        trace = new TraceView(measures);
        keyboard = new KeypadPane(measures, new Touched(model, touched));
        keypad = new KeypadPane(measures, new Touched(model, touched));
        list.getStyleClass().add("device-list");
        answer.getStyleClass().addAll("device-answer", "lamp");
        lastTest.getStyleClass().addAll("device-last", "lamp");
        allowed.getStyleClass().add("device-last");
        for (Label label : List.of(answer, lastTest, allowed)) {
            label.setWrapText(true);
            label.setMaxWidth(Double.MAX_VALUE);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        VBox right = new VBox(detail, live, setup, answer, trace, keyboard, choices, tests);
        right.getStyleClass().add("device-right");
        VBox.setVgrow(trace, Priority.ALWAYS);
        VBox.setVgrow(keyboard, Priority.ALWAYS);
        VBox.setVgrow(choices, Priority.ALWAYS);
        VBox.setVgrow(tests, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        right.setMinWidth(0);
        VBox left = new VBox(list, lastTest, allowed);
        left.getStyleClass().add("device-list");
        body = new HBox(left, right, keypad);
        body.getStyleClass().add("device-body");
        left.prefWidthProperty().bind(body.widthProperty().multiply(0.27));
        left.minWidthProperty().bind(body.widthProperty().multiply(0.27));
        keypad.prefWidthProperty().bind(body.widthProperty().multiply(0.345));
        keypad.minWidthProperty().bind(body.widthProperty().multiply(0.345));
        this.left = left;
        node = new Titled(measures, body);
        model.shown().addListener((observable, before, now) -> draw(now));
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(Texts words) {
        draw(model.shown().get());
    }

    private void draw(DevicesShown shown) {
        if (!node.isVisible()) {
            return;
        }
        Texts words = texts.get();
        if (!shown.rows().equals(rows) || shown.selected() != selected) {
            rows = shown.rows();
            selected = shown.selected();
            list.getChildren().setAll(rows.stream().map(this::row).toList());
        }
        DevicesShown.Detail chosen = shown.detail();
        KeypadEntry vouching = shown.entry();
        boolean editing = vouching != null || (chosen != null && chosen.editing());
        node.title(editing ? "" : words.of("page.DEVICES"));
        boolean choosing = !shown.choices().list().isEmpty();
        boolean testing = !shown.tests().isEmpty();
        boolean finding = shown.setup() != null;
        boolean looking = !editing && !choosing && !testing && !finding;
        detail.show(testing || editing || finding ? null : chosen, looking, words);
        lamp(answer, testing ? null : shown.answer());
        lamp(lastTest, shown.last());
        present(allowed, !shown.allowed().isEmpty());
        allowed.setText(shown.allowed());
        present(live, looking && chosen != null);
        present(trace, looking && (chosen == null || chosen.plugged()));
        boolean pin = vouching != null && vouching.kind() == Screen.Keypad.Kind.PIN;
        present(keyboard, editing && !pin);
        present(keypad, pin);
        present(left, !editing);
        choices.show(shown.choices(), words.of("choices.more"));
        setup.show(shown.setup(), editing && !pin);
        tests.show(shown.tests());
        trace.show(shown.trace(), shown.held(), words);
        if (chosen != null) {
            live.show(chosen.live());
        }
        if (vouching != null) {
            (pin ? keypad : keyboard)
                    .show(
                            pin ? KeypadPane.Layout.FIGURES : KeypadPane.Layout.CODE,
                            vouching.typed(),
                            "",
                            words.of("keypad", vouching.kind()));
        } else if (chosen != null && editing) {
            keyboard.show(
                    KeypadPane.Layout.ADDRESS,
                    chosen.address(),
                    behind(chosen, words),
                    words.of("devices.address.hint"));
        }
    }

    /** The keys need all the room, so whose address it is and whether it is one stands behind what is typed. */
    private static String behind(DevicesShown.Detail chosen, Texts words) {
        return chosen.usable() ? chosen.name() : words.of("devices.no-address", chosen.name());
    }

    private void lamp(Label label, @Nullable Lamp lamp) {
        present(label, lamp != null);
        if (lamp != null) {
            label.setText(lamp.words());
            label.setGraphic(measures.icon(Icons.of(lamp.level()), 1.2, "lamp-icon"));
            Levels.show(label, lamp.level());
        }
    }

    private Node row(DevicesShown.Row row) {
        Label number = new Label(Integer.toString(row.number()));
        number.getStyleClass().add("choice-number");
        number.setMinWidth(Region.USE_PREF_SIZE);
        FitText name = new FitText(measures, Scale.BODY, Scale.LEAST, 1, FontWeight.BOLD, "device-row-name");
        name.set(row.name());
        Label state = new Label(row.state());
        state.getStyleClass().addAll("device-small", "lamp");
        state.setGraphic(measures.icon(Icons.of(row.level()), Scale.BODY, "lamp-icon"));
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
        button.setOnAction(event -> touched.accept(() -> model.touch(row.number() - 1)));
        return button;
    }

    static void present(Node node, boolean present) {
        node.setVisible(present);
        node.setManaged(present);
    }
}
