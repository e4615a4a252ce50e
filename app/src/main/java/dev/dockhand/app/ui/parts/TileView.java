package dev.dockhand.app.ui.parts;

import dev.dockhand.app.ui.work.Shown.Card;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;
import javafx.scene.text.FontWeight;
import org.jspecify.annotations.Nullable;

/** The picture of an item: a letter on a colour of its own. */
final class TileView extends StackPane {

    private static final int HUES = 8;

    private final FitText initial;

    /**
     * A tile.
     *
     * @param em size of its letter
     */
    TileView(Measures measures, double em) {
        initial = new FitText(measures, em, em / 2, 1, FontWeight.BOLD, "tile-initial").aligned(Pos.CENTER);
        getChildren().add(initial);
        getStyleClass().add("tile");
        if (em < 4) {
            getStyleClass().add("tile-small");
        }
    }

    void show(@Nullable Card card) {
        setVisible(card != null);
        setManaged(card != null);
        if (card == null) {
            return;
        }
        initial.set(card.initial());
        for (int hue = 0; hue < HUES; hue++) {
            getStyleClass().remove("hue-" + hue);
        }
        getStyleClass().add("hue-" + card.hue());
    }
}
