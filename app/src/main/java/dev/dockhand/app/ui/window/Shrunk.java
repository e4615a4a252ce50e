package dev.dockhand.app.ui.window;

import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/**
 * Draws its content smaller where the window is smaller than what the content is made for: a display of few pixels, or one
 * that the system shows at 200 %. Nothing is cut then.
 */
final class Shrunk extends Region {

    private final Region content;
    private final double leastWidth;
    private final double leastHeight;
    private final Scale scale = new Scale();

    Shrunk(Region content, double leastWidth, double leastHeight) {
        this.content = content;
        this.leastWidth = leastWidth;
        this.leastHeight = leastHeight;
        content.getTransforms().add(scale);
        content.setManaged(false);
        getChildren().add(content);
    }

    /** How much smaller the content is drawn in a window of this size; 1 where it is not. */
    double factor(double width, double height) {
        return Math.min(1, Math.min(width / leastWidth, height / leastHeight));
    }

    @Override
    protected void layoutChildren() {
        double factor = factor(getWidth(), getHeight());
        if (factor > 0) {
            scale.setX(factor);
            scale.setY(factor);
            content.resizeRelocate(0, 0, getWidth() / factor, getHeight() / factor);
        }
    }
}
