package dev.dockhand.app.ui.page;

import dev.dockhand.app.ui.texts.Texts;
import javafx.scene.Node;

/** A page beside the work. */
public interface PageView {

    /** What stands on the screen while the page is open. */
    Node node();

    /** Shows what lies so many pages further down, or up where negative; nothing where all is shown. */
    default void scroll(int pages) {}

    /** Draws the page. */
    void show(Texts texts);
}
