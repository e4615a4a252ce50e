package dev.dockhand.app.ui.parts;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.FontWeight;

/** A page with a title and a body that fills the rest. */
public final class Titled extends VBox {

    private final FitText title;

    /**
     * A page.
     *
     * @param beside what stands beside the title
     */
    public Titled(Measures measures, Node body, Node... beside) {
        getStyleClass().add("page");
        title = new FitText(measures, Scale.PAGE, 1.4, 1, FontWeight.BOLD, "page-title");
        title.setMinHeight(Region.USE_PREF_SIZE);
        VBox.setVgrow(body, Priority.ALWAYS);
        HBox head = new HBox(title);
        head.getChildren().addAll(beside);
        head.getStyleClass().add("page-head");
        head.managedProperty().bind(title.managedProperty());
        HBox.setHgrow(title, Priority.ALWAYS);
        getChildren().addAll(head, body);
    }

    /** Sets the title; without words its room goes to the body. */
    public void title(String words) {
        title.set(words);
        title.setVisible(!words.isEmpty());
        title.setManaged(!words.isEmpty());
    }
}
