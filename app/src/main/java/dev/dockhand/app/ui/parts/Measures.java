package dev.dockhand.app.ui.parts;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Sizes that everything else is made of: the type size and the touch target. Both grow with the window; the target is
 * never smaller than 20 mm.
 */
public final class Measures {

    /** A target that a glove hits, in millimetres. */
    public static final double TARGET_MM = 20;

    private static final double MM_AN_INCH = 25.4;
    private static final double USUAL_WIDTH = 1280;
    private static final double USUAL_HEIGHT = 800;
    private static final double USUAL_TYPE = 16;
    private static final double USUAL_TARGET = 76;
    private static final double LEAST_TYPE = 13.5;
    private static final double MOST_TYPE = 64;

    private final ReadOnlyDoubleWrapper type = new ReadOnlyDoubleWrapper(USUAL_TYPE);
    private final double least;
    private final ReadOnlyDoubleWrapper target;

    /** Measures of a screen with so many dots an inch, for a window of 1280 x 800. */
    public Measures(double dpi) {
        least = Math.ceil(TARGET_MM / MM_AN_INCH * dpi);
        target = new ReadOnlyDoubleWrapper(least);
    }

    /** Fits type and targets to a window of this size. */
    public void fit(double width, double height) {
        double factor = Math.min(width / USUAL_WIDTH, height / USUAL_HEIGHT);
        // Half a pixel is the finest step worth a new layout.
        double wanted = Math.round(USUAL_TYPE * factor * 2) / 2.0;
        type.set(Math.clamp(wanted, LEAST_TYPE, MOST_TYPE));
        target.set(Math.max(least, Math.ceil(USUAL_TARGET * type.get() / USUAL_TYPE)));
    }

    /** Size of plain type in pixels: one em. */
    public double type() {
        return type.get();
    }

    /** Size of plain type in pixels, to be watched. */
    public ReadOnlyDoubleProperty typeProperty() {
        return type.getReadOnlyProperty();
    }

    /** Side of a touch target in pixels. */
    public double target() {
        return target.get();
    }

    /** So many times the plain type size, in pixels. */
    public double em(double times) {
        return type.get() * times;
    }

    /**
     * An icon that grows with the type.
     *
     * @param ikon which
     * @param em its size in em
     * @param styleClass its class in the style sheets, which give the colour
     */
    public FontIcon icon(Ikon ikon, double em, String styleClass) {
        FontIcon icon = new FontIcon(ikon);
        icon.getStyleClass().add(styleClass);
        icon.iconSizeProperty().bind(type.multiply(em));
        return icon;
    }

    /** Makes a node a touch target: never smaller than 20 mm either way. */
    public <T extends Region> T touchable(T node) {
        node.minWidthProperty().bind(target);
        node.minHeightProperty().bind(target);
        node.setFocusTraversable(false);
        return node;
    }
}
