package dev.dockhand.app.ui.parts;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Rows of keys of equal width and height that fill their place and never get smaller than a touch target. */
final class KeyGrid extends Region {

    private static final double GAP_EM = 0.5;
    private static final double TALLEST = 1.35;

    private final Measures measures;
    private final List<List<Node>> rows = new ArrayList<>();
    private int columns;

    KeyGrid(Measures measures) {
        this.measures = measures;
    }

    void set(List<List<Node>> wanted) {
        rows.clear();
        rows.addAll(wanted);
        columns = rows.stream().mapToInt(List::size).max().orElse(0);
        getChildren().setAll(rows.stream().flatMap(List::stream).toList());
    }

    private double gap() {
        return measures.em(GAP_EM);
    }

    @Override
    protected double computeMinWidth(double height) {
        return columns * (measures.target() + gap()) - gap();
    }

    @Override
    protected double computeMinHeight(double width) {
        return rows.size() * (measures.target() + gap()) - gap();
    }

    @Override
    protected double computePrefWidth(double height) {
        return computeMinWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
    }

    @Override
    protected void layoutChildren() {
        if (columns == 0) {
            return;
        }
        Insets insets = getInsets();
        double gap = gap();
        double width = (getWidth() - insets.getLeft() - insets.getRight() - gap * (columns - 1)) / columns;
        double height = Math.min((getHeight() - gap * (rows.size() - 1)) / rows.size(), measures.target() * TALLEST);
        for (int r = 0; r < rows.size(); r++) {
            List<Node> row = rows.get(r);
            // A shorter row is centred, as on a keyboard.
            double left = (getWidth() - row.size() * (width + gap) + gap) / 2;
            for (int c = 0; c < row.size(); c++) {
                row.get(c)
                        .resizeRelocate(
                                snapPositionX(left + c * (width + gap)),
                                snapPositionY(r * (height + gap)),
                                snapSizeX(width),
                                snapSizeY(height));
            }
        }
    }
}
