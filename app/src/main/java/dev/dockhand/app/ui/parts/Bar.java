package dev.dockhand.app.ui.parts;

import javafx.scene.layout.Region;

/** A thin bar that is filled to a share. */
final class Bar extends Region {

    private final Region filled = new Region();
    private double share;

    Bar() {
        getStyleClass().add("bar");
        filled.getStyleClass().add("bar-filled");
        filled.setManaged(false);
        getChildren().add(filled);
    }

    void show(double wanted) {
        if (wanted != share) {
            share = wanted;
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        filled.resizeRelocate(0, 0, getWidth() * share, getHeight());
    }
}
