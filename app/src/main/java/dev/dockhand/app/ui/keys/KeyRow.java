package dev.dockhand.app.ui.keys;

import dev.dockhand.app.ui.parts.KeyCap;
import dev.dockhand.app.ui.parts.Measures;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** The key row: a place for each key, whether it is there or not, all equally wide, so that hands find them. */
public final class KeyRow extends Region {

    private static final PseudoClass PRIMARY = PseudoClass.getPseudoClass("primary");
    private static final PseudoClass FOR_GOOD = PseudoClass.getPseudoClass("for-good");
    /** Room above the keys, as the style sheet has it. */
    public static final double ABOVE_EM = 0.8;

    private static final double GAP_EM = 0.5;
    private static final int SLOTS = Slot.values().length;

    private final Measures measures;
    private final Consumer<KeyAction> act;
    private List<RowKey> last = List.of();

    /** A row that tells what a touched key does. */
    public KeyRow(Measures measures, Consumer<KeyAction> act) {
        this.measures = measures;
        this.act = act;
        getStyleClass().add("key-row");
    }

    /** Shows these keys, each in its place. */
    public void show(List<RowKey> keys) {
        if (!keys.equals(last)) {
            last = keys;
            getChildren().setAll(keys.stream().map(this::cap).toList());
        }
    }

    private Node cap(RowKey key) {
        KeyCap cap = new KeyCap(
                measures,
                KeyIcons.of(key.action()),
                key.label(),
                key.shortcut().label(),
                () -> act.accept(key.action()));
        cap.setId("key-" + key.barcode());
        cap.pseudoClassStateChanged(PRIMARY, key.primary());
        cap.pseudoClassStateChanged(FOR_GOOD, key.primary() && key.slot() == Slot.FOR_GOOD);
        return cap;
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets insets = getInsets();
        return insets.getTop() + measures.target() + insets.getBottom();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        Insets insets = getInsets();
        double gap = measures.em(GAP_EM);
        double room = getWidth() - insets.getLeft() - insets.getRight();
        double width = (room - gap * (SLOTS - 1)) / SLOTS;
        double height = getHeight() - insets.getTop() - insets.getBottom();
        for (int i = 0; i < last.size(); i++) {
            double x = insets.getLeft() + last.get(i).slot().ordinal() * (width + gap);
            getChildren().get(i).resizeRelocate(snapPositionX(x), insets.getTop(), snapSizeX(width), snapSizeY(height));
        }
    }
}
