package dev.dockhand.app.ui.work;

import dev.dockhand.app.ui.parts.Bar;
import dev.dockhand.app.ui.parts.FitText;
import dev.dockhand.app.ui.parts.Icons;
import dev.dockhand.app.ui.parts.Levels;
import dev.dockhand.app.ui.parts.Measures;
import dev.dockhand.app.ui.work.WorkShown.Count;
import dev.dockhand.app.ui.work.WorkShown.Weight;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.FontWeight;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** The large figures: the place to go to, how many of how many, the live weight. */
final class Figures extends HBox {

    private final FitText place;
    private final HBox placeBox;
    private final FitText counter;
    private final Bar counterBar = new Bar();
    private final VBox counterBox;
    private final FitText weight;
    private final FontIcon weightIcon;
    private final Label weightWords = new Label();
    private final VBox weightBox;

    Figures(Measures measures) {
        getStyleClass().add("figures");
        place = new FitText(measures, 6.5, 1.6, 1, FontWeight.BOLD, "place-code").aligned(Pos.CENTER_LEFT);
        HBox.setHgrow(place, Priority.ALWAYS);
        placeBox = new HBox(measures.icon(Material2RoundMZ.PLACE, 4, "place-icon"), place);
        placeBox.getStyleClass().addAll("figure", "figure-place");
        placeBox.setAlignment(Pos.CENTER_LEFT);
        counter = new FitText(measures, 8, 2, 1, FontWeight.BOLD, "counter").aligned(Pos.CENTER);
        VBox.setVgrow(counter, Priority.ALWAYS);
        counterBox = new VBox(counter, counterBar);
        counterBox.getStyleClass().addAll("figure", "figure-counter");
        counterBox.setAlignment(Pos.CENTER);
        weight = new FitText(measures, 8.5, 2, 1, FontWeight.BOLD, "weight").aligned(Pos.CENTER);
        VBox.setVgrow(weight, Priority.ALWAYS);
        weightIcon = measures.icon(Material2RoundMZ.SPEED, 1.7, "weight-icon");
        weightWords.getStyleClass().add("weight-words");
        weightWords.setGraphic(weightIcon);
        weightBox = new VBox(weight, new StackPane(weightWords));
        weightBox.getStyleClass().addAll("figure", "figure-weight");
        weightBox.setAlignment(Pos.CENTER);
        for (var box : new javafx.scene.layout.Region[] {placeBox, counterBox, weightBox}) {
            HBox.setHgrow(box, Priority.ALWAYS);
            box.setMaxWidth(Double.MAX_VALUE);
        }
        getChildren().addAll(placeBox, weightBox, counterBox);
    }

    void show(@Nullable String where, @Nullable Count count, @Nullable Weight live) {
        show(placeBox, where != null);
        show(counterBox, count != null);
        show(weightBox, live != null);
        show(this, where != null || count != null || live != null);
        if (where != null) {
            place.set(where);
        }
        if (count != null) {
            counter.set(count.words());
            counterBar.show(count.share());
        }
        if (live != null) {
            weight.set(live.figure() + " " + live.unit());
            weightWords.setText(live.words());
            weightIcon.setIconCode(Icons.of(live.level()));
            Levels.show(weightBox, live.level());
        }
    }

    private static void show(javafx.scene.Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
