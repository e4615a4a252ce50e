package dev.dockhand.app.ui;

import java.util.List;
import java.util.Set;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/** Where the words of a page stand: to one another, and to the frames around them. */
final class Placed {

    /** Frames that hold words, and the page around them. */
    private static final Set<String> FRAMES = Set.of(
            "page",
            "device-right",
            "device-detail",
            "device-live",
            "scale-setup",
            "check-row",
            "choice",
            "trace",
            "device-row");

    private static final double ROUNDING = 1.5;

    private Placed() {}

    private static Bounds place(Text text) {
        return text.localToScene(text.getLayoutBounds());
    }

    /** Words stand inside each frame around them, which stands inside the page. */
    static void framed(String name, Text text, List<String> found) {
        Bounds words = place(text);
        for (Parent at = text.getParent(); at != null; at = at.getParent()) {
            Region frame =
                    at instanceof Region region && at.getStyleClass().stream().anyMatch(FRAMES::contains)
                            ? region
                            : null;
            if (frame != null) {
                Bounds bounds = frame.localToScene(frame.getLayoutBounds());
                Bounds allowed = new BoundingBox(
                        bounds.getMinX() - ROUNDING,
                        bounds.getMinY() - ROUNDING,
                        bounds.getWidth() + 2 * ROUNDING,
                        bounds.getHeight() + 2 * ROUNDING);
                if (!allowed.contains(words)) {
                    found.add("%s: '%s' runs over the border of %s by %.0f, %.0f"
                            .formatted(
                                    name,
                                    text.getText(),
                                    frame.getStyleClass(),
                                    words.getMaxX() - bounds.getMaxX(),
                                    words.getMaxY() - bounds.getMaxY()));
                    return;
                }
            }
        }
    }

    static void apart(String name, Text one, Text other, List<String> found) {
        if (one.getParent() == other.getParent() && one.getParent() instanceof javafx.scene.text.TextFlow) {
            return;
        }
        Bounds left = place(one);
        Bounds right = place(other);
        double across = Math.min(left.getMaxX(), right.getMaxX()) - Math.max(left.getMinX(), right.getMinX());
        double down = Math.min(left.getMaxY(), right.getMaxY()) - Math.max(left.getMinY(), right.getMinY());
        if (across > ROUNDING && down > ROUNDING) {
            found.add("%s: '%s' stands over '%s' by %.0f x %.0f"
                    .formatted(name, one.getText(), other.getText(), across, down));
        }
    }

    static boolean isIn(Node node, String styleClass) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getStyleClass().contains(styleClass)) {
                return true;
            }
        }
        return false;
    }

    static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getOpacity() == 0) {
                return false;
            }
        }
        return true;
    }
}
