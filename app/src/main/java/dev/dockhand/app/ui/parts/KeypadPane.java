package dev.dockhand.app.ui.parts;

import dev.dockhand.app.ui.texts.Texts;
import java.util.ArrayList;
import java.util.List;
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
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;

/** A keypad to touch: what was typed, and keys of at least 20 mm. */
public final class KeypadPane extends VBox {

    private static final List<String> FIGURES = List.of("123", "456", "789", "<0>");
    private static final List<String> CODE = List.of("1234567890", "QWERTYUIOP", "ASDFGHJKL<", "ZXCVBNM-/.");
    private static final List<String> ADDRESS =
            List.of("1234567890", "qwertyuiop", "asdfghjkl<", "zxcvbnm-/.", "^:_=?&@!~>");

    /** Which keys there are. */
    public enum Layout {
        /** Digits. */
        FIGURES,
        /** Capital letters, digits and the signs of codes. */
        CODE,
        /** Small letters, digits and the signs of addresses. */
        ADDRESS
    }

    private final Measures measures;
    private final Typing typing;
    private final KeyGrid grid;
    private final FitText display;
    private final Label unit = new Label();
    private final HBox field;
    private final Button clear;
    private final Button enter;
    private @Nullable Layout layout;
    private boolean capitals;

    /** A keypad that tells what was touched. */
    public KeypadPane(Measures measures, Typing typing) {
        this.measures = measures;
        this.typing = typing;
        getStyleClass().add("keypad");
        grid = new KeyGrid(measures);
        display = new FitText(measures, 2.6, 1.1, 1, FontWeight.BOLD, "keypad-display")
                .aligned(Pos.CENTER_LEFT)
                .eliding();
        HBox.setHgrow(display, Priority.ALWAYS);
        unit.getStyleClass().add("keypad-unit");
        unit.setMinWidth(Region.USE_PREF_SIZE);
        clear = key(null, Material2RoundAL.CLOSE, "clear", typing::clear);
        enter = key(null, Material2RoundAL.KEYBOARD_RETURN, "enter", typing::enter);
        enter.getStyleClass().add("key-enter");
        HBox box = new HBox(display, unit);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("keypad-field");
        HBox.setHgrow(box, Priority.ALWAYS);
        field = new HBox(box);
        field.getStyleClass().add("keypad-top");
        VBox.setVgrow(grid, Priority.ALWAYS);
        getChildren().addAll(field, grid);
    }

    /**
     * Shows a keypad.
     *
     * @param wanted which keys
     * @param typed what was typed so far
     * @param behind words behind it
     * @param empty words while nothing was typed
     */
    public void show(Layout wanted, String typed, String behind, String empty) {
        if (wanted != layout) {
            layout = wanted;
            capitals = false;
            arrange();
        }
        boolean hint = typed.isEmpty();
        display.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("hint"), hint);
        display.set(hint ? empty : Texts.shown(typed));
        unit.setText(behind);
    }

    private void arrange() {
        List<String> rows = switch (layout == null ? Layout.FIGURES : layout) {
            case FIGURES -> FIGURES;
            case CODE -> CODE;
            case ADDRESS -> ADDRESS;
        };
        boolean figures = layout == Layout.FIGURES;
        field.getChildren().removeAll(clear, enter);
        field.getChildren().add(clear);
        if (layout == Layout.CODE) {
            field.getChildren().add(enter);
        }
        pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("figures"), figures);
        grid.set(rows.stream().map(this::row).toList());
    }

    private List<Node> row(String keys) {
        List<Node> row = new ArrayList<>();
        for (char c : keys.toCharArray()) {
            row.add(
                    switch (c) {
                        case '<' -> key(null, Material2RoundAL.BACKSPACE, "erase", typing::erase);
                        case '>' -> last();
                        case '^' -> key(null, Material2RoundAL.KEYBOARD_CAPSLOCK, "capitals", this::shift);
                        default -> character(c);
                    });
        }
        return row;
    }

    private Button last() {
        Button button = key(null, Material2RoundAL.KEYBOARD_RETURN, "enter", typing::enter);
        button.getStyleClass().add("key-enter");
        return button;
    }

    private Button character(char c) {
        char shown = capitals ? Character.toUpperCase(c) : c;
        return key(Character.toString(shown), null, Character.toString(shown), () -> typing.typed(shown));
    }

    private void shift() {
        capitals = !capitals;
        arrange();
    }

    private Button key(@Nullable String words, @Nullable Ikon ikon, String id, Runnable action) {
        Button button = measures.touchable(new Button(words == null ? "" : words));
        button.setMnemonicParsing(false);
        button.getStyleClass().add("key");
        button.setId("pad-" + id);
        if (ikon != null) {
            button.setGraphic(measures.icon(ikon, 1.8, "key-icon"));
            button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }
        button.setOnAction(event -> action.run());
        return button;
    }
}
