package dev.dockhand.app.demo;

import dev.dockhand.app.device.DeviceLamp;
import dev.dockhand.hardware.virtual.FarEnd;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2RoundAL;

/** The cables: a big one to the server, a small one to each device. */
final class CablePane extends HBox {

    private static final PseudoClass PULLED = PseudoClass.getPseudoClass("pulled");

    private final ToggleButton network = new ToggleButton();
    private final Label title = new Label();
    private final FontIcon icon = new FontIcon(Material2RoundAL.LINK);
    private final Map<DeviceLamp.Kind, ToggleButton> devices = new EnumMap<>(DeviceLamp.Kind.class);
    private Words words;

    /**
     * The cables.
     *
     * @param pull true when the network cable is pulled, false when it is plugged in
     * @param ends the devices' ends
     */
    CablePane(Words words, Consumer<Boolean> pull, Function<DeviceLamp.Kind, FarEnd> ends) {
        this.words = words;
        getStyleClass().addAll("panel", "cables");
        setAlignment(Pos.CENTER_LEFT);
        icon.getStyleClass().add("cable-icon");
        network.getStyleClass().add("cable");
        network.setGraphic(icon);
        network.setFocusTraversable(false);
        network.setMaxWidth(Double.MAX_VALUE);
        network.setOnAction(event -> {
            pull.accept(network.isSelected());
            say(words());
        });
        HBox.setHgrow(network, Priority.ALWAYS);
        HBox row = new HBox();
        row.getStyleClass().add("buttons");
        for (DeviceLamp.Kind kind : EnumSet.complementOf(EnumSet.of(DeviceLamp.Kind.KEYBOARD))) {
            ToggleButton button = new ToggleButton();
            button.getStyleClass().add("plug");
            button.setFocusTraversable(false);
            button.setOnAction(event -> plug(ends.apply(kind), button));
            devices.put(kind, button);
            row.getChildren().add(button);
        }
        title.getStyleClass().add("panel-title");
        VBox right = new VBox(title, row);
        right.getStyleClass().add("plugs");
        getChildren().addAll(network, right);
        say(words);
    }

    private Words words() {
        return words;
    }

    private void plug(FarEnd end, ToggleButton button) {
        if (button.isSelected()) {
            end.unplug();
        } else {
            end.replug();
        }
        say(words);
    }

    void say(Words other) {
        words = other;
        boolean pulled = network.isSelected();
        network.setText(words.of(pulled ? "cable.pulled" : "cable.plugged"));
        network.pseudoClassStateChanged(PULLED, pulled);
        icon.setIconCode(pulled ? Material2RoundAL.LINK_OFF : Material2RoundAL.LINK);
        title.setText(words.of("plugs"));
        devices.forEach((kind, button) ->
                button.setText((button.isSelected() ? "✕ " : "● ") + words.of("device." + kind.name())));
    }
}
