package dev.dockhand.app.ui;

import dev.dockhand.app.ui.parts.FitText;
import dev.dockhand.app.ui.window.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/**
 * Measures on the scene graph what a person would see: text that leaves its card or the window, is cut, or lies over other
 * text or a key; keys that are too small; lists that end without saying so.
 */
final class SceneMeasure {

    private static final double SLACK = 1.5;
    /** Whose middle may give way to "…": the whole stands elsewhere. */
    private static final Set<String> ELIDED =
            Set.of("line-label", "side-word", "card-other", "strip-station", "strip-operator");
    /** What is typed is whole up to the longest code; of an address that is longer both ends are seen. */
    private static final int LONGEST_CODE = 64;

    private final String name;
    private final Parent root;
    private final double target;
    private final List<String> found = new ArrayList<>();
    private final List<Placed> texts = new ArrayList<>();
    private final List<Placed> buttons = new ArrayList<>();

    private record Placed(Node node, String words, Bounds bounds) {}

    private SceneMeasure(String name, Parent root, double target) {
        this.name = name;
        this.root = root;
        this.target = target;
    }

    /**
     * What is wrong with what is drawn.
     *
     * @param name of the screen, for the message
     * @param root of the scene
     * @param shown what it shows
     * @param target the smallest side of a key in pixels
     */
    static List<String> faults(String name, Parent root, Shown shown, double target) {
        SceneMeasure measure = new SceneMeasure(name, root, target);
        measure.look(root, shown.mustAnswer());
        measure.overlaps();
        if (!shown.mustAnswer()) {
            measure.list(shown);
        }
        return measure.found;
    }

    /** Behind a red verdict nothing but that and the strip is seen. */
    private void look(Node node, boolean red) {
        if (!node.isVisible() || red && node.getStyleClass().contains("behind")) {
            return;
        }
        switch (node) {
            case Text text when !text.getText().isBlank() -> text(text);
            case Button button -> button(button);
            case FitText fit -> fit(fit);
            case Labeled labeled -> labeled(labeled);
            default -> {}
        }
        if (node instanceof Parent parent && !(node instanceof ScrollPane)) {
            parent.getChildrenUnmodifiable().forEach(child -> look(child, red));
        }
    }

    private void text(Text text) {
        Bounds bounds = text.localToScene(text.getLayoutBounds());
        texts.add(new Placed(text, text.getText(), bounds));
        inside("'" + text.getText() + "'", text, bounds);
    }

    private void button(Button button) {
        Bounds bounds = button.localToScene(button.getLayoutBounds());
        buttons.add(new Placed(button, String.valueOf(button.getId()), bounds));
        if (button.getWidth() < target - 0.5 || button.getHeight() < target - 0.5) {
            found.add("%s: %s is %.0f x %.0f".formatted(name, button.getId(), button.getWidth(), button.getHeight()));
        }
        inside(String.valueOf(button.getId()), button, bounds);
    }

    private void fit(FitText fit) {
        Node drawn = fit.getChildrenUnmodifiable().getFirst();
        boolean whole = drawn instanceof Text text && text.getText().equals(fit.get());
        boolean mayElide = fit.getStyleClass().stream().anyMatch(ELIDED::contains)
                || fit.getStyleClass().contains("keypad-display") && fit.get().length() > LONGEST_CODE;
        if (!fit.get().isEmpty() && (!fit.fits() || !whole && !mayElide)) {
            found.add("%s: '%s' does not fit %.0f x %.0f".formatted(name, fit.get(), fit.getWidth(), fit.getHeight()));
        }
    }

    private void labeled(Labeled labeled) {
        Node drawn = labeled.lookup(".text");
        if (drawn instanceof Text text && !text.getText().equals(labeled.getText())) {
            found.add("%s: '%s' is cut to '%s', %s of %.0f x %.0f"
                    .formatted(
                            name,
                            labeled.getText(),
                            text.getText(),
                            labeled.getStyleClass(),
                            labeled.getWidth(),
                            labeled.getHeight()));
        }
    }

    /** Inside the window, and inside everything that it is part of: a card, a band, a key. */
    private void inside(String what, Node node, Bounds bounds) {
        for (Parent at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof Group) {
                continue;
            }
            Bounds own = at.sceneToLocal(bounds);
            Bounds room = at.getLayoutBounds();
            if (own.getMinX() < room.getMinX() - SLACK
                    || own.getMinY() < room.getMinY() - SLACK
                    || own.getMaxX() > room.getMaxX() + SLACK
                    || own.getMaxY() > room.getMaxY() + SLACK) {
                found.add("%s: %s at %s leaves %s of %.0f x %.0f"
                        .formatted(name, what, box(own), at.getStyleClass(), room.getWidth(), room.getHeight()));
                return;
            }
        }
    }

    private static String box(Bounds bounds) {
        return "[%.0f %.0f %.0f %.0f]"
                .formatted(bounds.getMinX(), bounds.getMinY(), bounds.getMaxX(), bounds.getMaxY());
    }

    private void overlaps() {
        pairs(texts, texts);
        pairs(buttons, buttons);
        pairs(texts, buttons);
    }

    private void pairs(List<Placed> some, List<Placed> others) {
        for (int i = 0; i < some.size(); i++) {
            for (int j = some == others ? i + 1 : 0; j < others.size(); j++) {
                Placed one = some.get(i);
                Placed other = others.get(j);
                if (overlap(one.bounds(), other.bounds()) && !isPart(one.node(), other.node())) {
                    found.add("%s: '%s' %s lies over '%s' %s"
                            .formatted(name, one.words(), box(one.bounds()), other.words(), box(other.bounds())));
                }
            }
        }
    }

    private static boolean overlap(Bounds one, Bounds other) {
        double width = Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX());
        double height = Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY());
        return width > 2 * SLACK && height > 2 * SLACK;
    }

    private static boolean isPart(Node node, Node whole) {
        if (node.getParent() instanceof TextFlow flow && flow == whole.getParent()) {
            return true;
        }
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == whole) {
                return true;
            }
        }
        return false;
    }

    /** Lines that are not shown are counted where the list ends. */
    private void list(Shown shown) {
        List<Node> lines =
                root.lookupAll(".line").stream().filter(SceneMeasure::isShown).toList();
        int all = shown.work().side().lines().size();
        if (lines.isEmpty()) {
            return;
        }
        int told = lines.size() + told("#side-up") + told("#side-down");
        if (told != all) {
            found.add("%s: %d lines shown and told, of %d".formatted(name, told, all));
        }
    }

    private int told(String id) {
        Node sign = root.lookup(id);
        if (sign == null || !isShown(sign)) {
            return 0;
        }
        String words = sign.lookupAll(".fit-text").stream()
                .map(node -> ((FitText) node).get())
                .findFirst()
                .orElse("");
        return Integer.parseInt("0" + words.replaceAll("[^0-9]", ""));
    }

    private static boolean isShown(@Nullable Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
