package dev.dockhand.app.ui.devices;

import dev.dockhand.app.ui.devices.DevicesShown.Live;
import dev.dockhand.app.ui.parts.FitText;
import dev.dockhand.app.ui.parts.Icons;
import dev.dockhand.app.ui.parts.Levels;
import dev.dockhand.app.ui.parts.Measures;
import dev.dockhand.app.ui.parts.Scale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.FontWeight;

/** What a device says now: a weight, a code with its fields, a printer's status. */
final class LiveView extends VBox {

    private final Measures measures;
    private final FitText figure;
    private final Label words = new Label();
    private final FitText facts;

    LiveView(Measures measures) {
        this.measures = measures;
        getStyleClass().add("device-live");
        figure = new FitText(measures, Scale.TITLE, Scale.LEAST, 1, FontWeight.BOLD, "live-figure");
        HBox.setHgrow(figure, Priority.ALWAYS);
        words.getStyleClass().addAll("device-state", "lamp");
        words.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(figure, words);
        head.setAlignment(Pos.CENTER_LEFT);
        facts = new FitText(measures, Scale.BODY, Scale.LEAST, 2, FontWeight.NORMAL, "live-facts");
        getChildren().addAll(head, facts);
    }

    void show(Live live) {
        figure.set(live.figure());
        words.setText(live.words());
        words.setGraphic(measures.icon(Icons.of(live.level()), 1.2, "lamp-icon"));
        Levels.show(words, live.level());
        facts.set(String.join("   ", live.facts()));
        DevicesView.present(facts, !live.facts().isEmpty());
    }
}
