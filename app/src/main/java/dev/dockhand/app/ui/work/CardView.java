package dev.dockhand.app.ui.work;

import dev.dockhand.app.ui.parts.FitText;
import dev.dockhand.app.ui.parts.Measures;
import dev.dockhand.app.ui.work.WorkShown.Card;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.FontWeight;
import org.jspecify.annotations.Nullable;

/** The item: a picture tile, its name, its SKU and what tells it from its neighbours. */
final class CardView extends HBox {

    private final TileView tile;
    private final FitText name;
    private final FitText otherName;
    private final Label sku = new Label();
    private final FlowPane facts = new FlowPane();
    private @Nullable Card last;

    CardView(Measures measures, ItemPictures pictures) {
        getStyleClass().add("card");
        tile = new TileView(measures, pictures, 4.2);
        name = new FitText(measures, 2.6, 1.25, 2, FontWeight.BOLD, "card-name").aligned(Pos.TOP_LEFT);
        otherName = new FitText(measures, 1.25, 0.9, 1, FontWeight.NORMAL, "card-other")
                .aligned(Pos.TOP_LEFT)
                .eliding();
        sku.getStyleClass().add("card-sku");
        sku.setWrapText(true);
        sku.maxWidthProperty().bind(facts.widthProperty());
        facts.getStyleClass().add("card-facts");
        VBox words = new VBox(name, otherName, facts);
        words.getStyleClass().add("card-words");
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(tile, words);
    }

    void show(@Nullable Card card) {
        setVisible(card != null);
        setManaged(card != null);
        if (card == null || card.equals(last)) {
            return;
        }
        last = card;
        tile.show(card);
        name.set(card.name());
        String other = card.otherName();
        otherName.set(other == null ? "" : other);
        sku.setText(card.sku());
        facts.getChildren().setAll(sku);
        card.facts().forEach(fact -> facts.getChildren().add(fact(fact)));
    }

    private Label fact(String words) {
        Label label = new Label(words);
        label.maxWidthProperty().bind(facts.widthProperty());
        label.getStyleClass().add("card-fact");
        label.setWrapText(true);
        return label;
    }
}
