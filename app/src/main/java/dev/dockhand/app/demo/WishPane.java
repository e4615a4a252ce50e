package dev.dockhand.app.demo;

import dev.dockhand.app.demo.Shelf.Thing;
import dev.dockhand.app.ui.texts.Grouped;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** What the station asks for now, within reach: one click does it. */
final class WishPane extends VBox {

    private final Label heading = new Label();
    private final Button button = new Button();
    private final Consumer<Wish> grant;
    private Words words;
    private Wish wish = new Wish.Decide();

    WishPane(Words words, Consumer<Wish> grant) {
        this.words = words;
        this.grant = grant;
        getStyleClass().addAll("panel", "wish");
        heading.getStyleClass().add("panel-title");
        button.getStyleClass().add("wish-button");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setFocusTraversable(false);
        button.setOnAction(event -> this.grant.accept(wish));
        VBox.setVgrow(button, Priority.ALWAYS);
        getChildren().addAll(heading, button);
        draw();
    }

    void say(Words other) {
        words = other;
        draw();
    }

    void show(Wish other) {
        if (!other.equals(wish)) {
            wish = other;
            draw();
        }
    }

    private void draw() {
        heading.setText(words.of("wish"));
        boolean can = !(wish instanceof Wish.Wait || wish instanceof Wish.Decide);
        button.setDisable(!can);
        button.setGraphic(face());
    }

    private HBox face() {
        return switch (wish) {
            case Wish.Scan(var kind, var code, var name, var item) -> {
                Thing thing = item == null ? Thing.of(code, name, "") : Shelf.thing(item);
                Tile tile = new Tile(thing, words.language());
                HBox.setHgrow(tile, Priority.ALWAYS);
                yield row(Material2RoundMZ.QR_CODE_SCANNER, words.of("wish.scan." + kind.name()), tile);
            }
            case Wish.Put(var grams) ->
                row(Material2RoundAL.FITNESS_CENTER, words.of("wish.put", Grouped.of(grams.value())));
            case Wish.Press(var command) ->
                row(Material2RoundMZ.TOUCH_APP, words.of("wish.press", words.of("key." + command.name())));
            case Wish.Type(var text) -> row(Material2RoundAL.KEYBOARD, words.of("wish.type", text));
            case Wish.Choose(var option) -> row(Material2RoundMZ.TOUCH_APP, words.of("wish.choose"));
            case Wish.Wait() -> row(Material2RoundAL.HOURGLASS_EMPTY, words.of("wish.wait"));
            case Wish.Decide() -> row(Material2RoundMZ.TOUCH_APP, words.of("wish.decide"));
        };
    }

    private static HBox row(Ikon ikon, String text, Tile... tiles) {
        FontIcon icon = new FontIcon(ikon);
        icon.getStyleClass().add("wish-icon");
        Label label = new Label(text);
        label.getStyleClass().add("wish-word");
        label.setWrapText(true);
        HBox row = new HBox(icon, label);
        row.getStyleClass().add("wish-face");
        row.setAlignment(Pos.CENTER_LEFT);
        row.getChildren().addAll(tiles);
        return row;
    }
}
