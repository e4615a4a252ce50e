package dev.dockhand.app.ui.parts;

import javafx.scene.layout.Region;

/** A thin bar that is filled to a share. */
public final class Bar extends Region {

    private final Region filled = new Region();
    private double share;

    /** An empty bar. */
    public Bar() {
        getStyleClass().add("bar");
        filled.getStyleClass().add("bar-filled");
        filled.setManaged(false);
        getChildren().add(filled);
    }

    /** Shows a share, 0 to 1. */
    public void show(double wanted) {
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
