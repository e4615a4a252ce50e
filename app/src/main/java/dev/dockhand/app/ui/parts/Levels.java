package dev.dockhand.app.ui.parts;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;

/** Attention levels as pseudo-classes of the style sheets. */
public final class Levels {

    private Levels() {}

    /** Gives a node the pseudo-class of a level, and takes the others away. */
    public static void show(Node node, Level level) {
        for (Level each : Level.values()) {
            node.pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)), each == level);
        }
    }
}
