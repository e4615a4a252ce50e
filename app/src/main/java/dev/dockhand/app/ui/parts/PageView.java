package dev.dockhand.app.ui.parts;

import dev.dockhand.app.ui.texts.Texts;
import dev.dockhand.app.ui.work.Shown;
import javafx.scene.Node;

/** A page beside the work. */
public interface PageView {

    /** What stands on the screen while the page is open. */
    Node node();

    /** Draws the page. */
    void show(Shown shown, Texts texts);
}
