package dev.dockhand.app.ui.parts;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.ui.work.Shown.Action;
import dev.dockhand.app.ui.work.Shown.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The key row. All keys are equally wide, so that hands find them. */
final class KeyRow extends HBox {

    private static final PseudoClass PRIMARY = PseudoClass.getPseudoClass("primary");
    private static final double WIDEST_EM = 12;

    private final Measures measures;
    private final Consumer<Action> act;
    private List<Key> last = List.of();

    KeyRow(Measures measures, Consumer<Action> act) {
        this.measures = measures;
        this.act = act;
        getStyleClass().add("key-row");
    }

    void show(List<Key> keys) {
        if (!keys.equals(last)) {
            last = keys;
            List<Node> caps = new ArrayList<>(keys.stream().map(this::cap).toList());
            caps.add(ofWindow(keys), gap());
            getChildren().setAll(caps);
        }
    }

    /** Where the keys of the window begin: they stand at the right, always at the same place. */
    private static int ofWindow(List<Key> keys) {
        int at = keys.size();
        while (at > 0 && isOfWindow(keys.get(at - 1))) {
            at--;
        }
        return at;
    }

    private static boolean isOfWindow(Key key) {
        return switch (key.action()) {
            case Action.Open ignored -> true;
            case Action.Press(var command) -> command == Command.MENU || command == Command.SIGN_OUT;
            case Action.Do ignored -> false;
        };
    }

    private static Node gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.SOMETIMES);
        return gap;
    }

    private Node cap(Key key) {
        KeyCap cap = new KeyCap(
                measures, Icons.of(key.action()), key.label(), key.shortcut().label(), () -> act.accept(key.action()));
        cap.setId("key-" + key.barcode());
        cap.setPrefWidth(measures.em(WIDEST_EM));
        cap.setMaxWidth(measures.em(WIDEST_EM));
        cap.pseudoClassStateChanged(PRIMARY, key.primary());
        HBox.setHgrow(cap, Priority.ALWAYS);
        return cap;
    }
}
