package dev.dockhand.app.ui.parts;

import dev.dockhand.app.ui.texts.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.FontWeight;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/** How much there is beyond what is shown, and the way to it; not there where all is shown. */
public final class MoreKey extends Button {

    private final FitText label;
    private int many = -1;

    /**
     * A key.
     *
     * @param measures sizes
     * @param id its id
     * @param ikon which way it leads
     * @param action shows what is beyond
     */
    public MoreKey(Measures measures, String id, Ikon ikon, Runnable action) {
        measures.touchable(this);
        label = new FitText(measures, 1.15, 0.8, 2, FontWeight.BOLD, "side-more");
        setId(id);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        HBox face = new HBox(measures.icon(ikon, 1.5, "keycap-icon"), label);
        face.setAlignment(Pos.CENTER);
        face.prefWidthProperty().bind(widthProperty().subtract(measures.em(1)));
        HBox.setHgrow(label, Priority.ALWAYS);
        setGraphic(face);
        setOnAction(event -> action.run());
    }

    /**
     * Says how much there is.
     *
     * @param count how many lines or cards
     * @param words the words for it; absent until there are any
     */
    public void show(int count, @Nullable Texts words) {
        setVisible(count > 0);
        if (count != many) {
            many = count;
            label.set(words == null ? "" : words.of("side.more", count));
            setAccessibleText(label.get());
        }
    }
}
