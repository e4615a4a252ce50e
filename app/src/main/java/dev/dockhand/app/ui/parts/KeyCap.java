package dev.dockhand.app.ui.parts;

import javafx.geometry.Pos;
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

/** A key to touch: shape, word, and the key of the keyboard that does the same. At least 20 mm either way. */
public final class KeyCap extends Button {

    /** A key with its word, its picture where it has one, and its key on the keyboard. */
    public KeyCap(Measures measures, @Nullable Ikon ikon, String words, String shortcut, Runnable action) {
        getStyleClass().add("keycap");
        measures.touchable(this);
        setMaxWidth(Double.MAX_VALUE);
        setMnemonicParsing(false);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setAccessibleText(words);
        FitText label = new FitText(measures, 1.15, 0.8, 2, FontWeight.BOLD, "keycap-word").aligned(Pos.CENTER);
        label.set(words);
        Label hint = new Label(shortcut);
        hint.getStyleClass().add("keycap-shortcut");
        hint.setMinWidth(Region.USE_PREF_SIZE);
        HBox top = new HBox();
        top.setAlignment(Pos.CENTER);
        top.getStyleClass().add("keycap-top");
        if (ikon != null) {
            top.getChildren().add(measures.icon(ikon, 1.6, "keycap-icon"));
        }
        if (!shortcut.isEmpty()) {
            top.getChildren().add(hint);
        }
        VBox.setVgrow(label, Priority.SOMETIMES);
        VBox face = new VBox(top, label);
        face.getStyleClass().add("keycap-face");
        face.setAlignment(Pos.CENTER);
        face.setFillWidth(true);
        face.prefWidthProperty().bind(widthProperty().subtract(8));
        face.minWidthProperty().set(0);
        setGraphic(face);
        setOnAction(event -> action.run());
    }
}
