package dev.dockhand.app.demo;

import dev.dockhand.app.demo.Shelf.Thing;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A thing on the shelf: a picture tile with its first letter, its name and its code. */
final class Tile extends HBox {

    private static final int HUES = 8;

    Tile(Thing thing, Locale language) {
        getStyleClass().add("thing");
        setAlignment(Pos.CENTER_LEFT);
        String name = thing.name(language);
        Label initial = new Label(initial(thing, name));
        initial.getStyleClass().add("thing-initial");
        StackPane picture = new StackPane(initial);
        picture.getStyleClass().addAll("thing-picture", "hue-" + Math.floorMod(hue(thing), HUES));
        Label title = new Label(name);
        title.getStyleClass().add("thing-name");
        Label detail = new Label(thing.detail().isEmpty() ? thing.code() : thing.detail());
        detail.getStyleClass().add("thing-detail");
        VBox words = new VBox(title, detail);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(picture, words);
    }

    /** The family of an item, so that neighbours on the shelf look alike. */
    private static int hue(Thing thing) {
        return thing.item() == null
                ? thing.code().hashCode()
                : thing.item().brand().value().hashCode();
    }

    private static String initial(Thing thing, String name) {
        String words = thing.item() == null ? name : name.substring(name.indexOf(' ') + 1);
        int first = words.codePoints()
                .filter(Character::isLetterOrDigit)
                .findFirst()
                .orElse('?');
        return Character.toString(first).toUpperCase(Locale.ROOT);
    }
}
