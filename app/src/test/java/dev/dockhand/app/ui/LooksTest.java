package dev.dockhand.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.ui.parts.FitText;
import dev.dockhand.app.ui.work.Shown.Page;
import dev.dockhand.app.ui.work.WindowSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every sample screen in both languages at the three sizes: nothing is cut, nothing is too small to touch. */
@ExtendWith(OnScreen.class)
class LooksTest {

    private static final double TARGET = 20 / 25.4 * 96;

    @ParameterizedTest
    @CsvSource({"ko,1280,800", "en,1280,800", "ko,1024,768", "en,1024,768", "ko,1920,1080", "en,1920,1080"})
    void nothingIsCutAndEveryKeyIsTwentyMillimetres(String language, double width, double height) {
        Locale locale = Locale.of(language);
        List<String> wrong = OnScreen.get(() -> {
            List<String> found = new ArrayList<>();
            WindowSettings settings = new WindowSettings(locale, false, true, WindowSettings.USUAL_DPI);
            SampleWindow window = new SampleWindow(settings, width, height);
            for (Map.Entry<String, BenchView> each : SampleScreens.in(locale).entrySet()) {
                for (Page page : pages(each.getKey())) {
                    look(each.getKey() + " " + page, window, each.getValue(), page, width, height, found);
                    look(
                            each.getKey() + " noticed " + page,
                            window,
                            noticed(each.getValue()),
                            page,
                            width,
                            height,
                            found);
                }
            }
            window.close();
            found.addAll(devices(locale, settings, width, height));
            return found;
        });
        assertThat(wrong).isEmpty();
    }

    /** The devices page in all that it can show. */
    private static List<String> devices(Locale locale, WindowSettings settings, double width, double height) {
        List<String> found = new ArrayList<>();
        BenchView view = noticed(Objects.requireNonNull(SampleScreens.in(locale).get("packing-scan-item")));
        DeviceScenes.all().forEach((name, scene) -> {
            try (SampleWindow window = new SampleWindow(settings, width, height)) {
                window.show(view);
                window.window.model().open(Page.DEVICES);
                scene.accept(window.devices, window.window.model().devices());
                window.layout();
                Parent root = window.window.scene().getRoot();
                window.visible().forEach(node -> check("devices " + name, node, root, width, height, found));
            }
        });
        return found;
    }

    /** The same with something that the operator should know, which takes room from the job. */
    private static BenchView noticed(BenchView view) {
        return new BenchView(
                view.screen(),
                view.verdict(),
                view.verdictNumber(),
                view.mustAnswer(),
                view.operatorName(),
                view.station(),
                view.flow(),
                view.sync(),
                view.devices(),
                view.weight(),
                view.canUndo(),
                null,
                List.of(dev.dockhand.app.flow.Text.of("bench.notice.rebuilt")),
                view.cutOff());
    }

    private static List<Page> pages(String name) {
        return name.equals("packing-scan-item") ? List.of(Page.values()) : List.of(Page.WORK);
    }

    private static void look(
            String name,
            SampleWindow window,
            BenchView view,
            Page page,
            double width,
            double height,
            List<String> found) {
        window.window.model().open(Page.WORK);
        window.show(view);
        window.window.model().open(page);
        window.window.model().devices().select(1);
        window.layout();
        Parent root = window.window.scene().getRoot();
        for (Node node : window.visible()) {
            if (!isScrolled(node) && (!view.mustAnswer() || isIn(node, "stop"))) {
                check(name, node, root, width, height, found);
            }
        }
    }

    private static void check(String name, Node node, Parent root, double width, double height, List<String> found) {
        Bounds bounds = root.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        switch (node) {
            case Button button -> {
                if (button.getWidth() < TARGET - 0.5 || button.getHeight() < TARGET - 0.5) {
                    found.add("%s: %s is %.0f x %.0f"
                            .formatted(name, button.getId(), button.getWidth(), button.getHeight()));
                }
                inside(name, button.getId(), bounds, width, height, found);
                above(name, button, root, found);
            }
            case Label label -> {
                Node text = label.lookup(".text");
                if (text instanceof Text drawn && !drawn.getText().equals(label.getText())) {
                    found.add("%s: '%s' is cut to '%s'".formatted(name, label.getText(), drawn.getText()));
                }
                inside(name, label.getText(), bounds, width, height, found);
            }
            case FitText fit -> {
                if (!fit.get().isEmpty() && !fit.fits()) {
                    found.add("%s: '%s' does not fit %.0f x %.0f"
                            .formatted(name, fit.get(), fit.getWidth(), fit.getHeight()));
                }
                inside(name, fit.get(), bounds, width, height, found);
            }
            default -> {}
        }
    }

    private static void inside(
            String name, String what, Bounds bounds, double width, double height, List<String> found) {
        if (bounds.getMinX() < -1
                || bounds.getMinY() < -1
                || bounds.getMaxX() > width + 1
                || bounds.getMaxY() > height + 1) {
            found.add("%s: '%s' leaves the window: %s".formatted(name, what, bounds));
        }
    }

    /** A key of the job ends above whatever is shown below the job. */
    private static void above(String name, Button button, Parent root, List<String> found) {
        Node work = root.lookup(".work");
        if (!isIn(button, "work")) {
            return;
        }
        double end =
                work.sceneToLocal(button.localToScene(button.getLayoutBounds())).getMaxY();
        double limit = work.getLayoutBounds().getHeight();
        if (end > limit + 0.5) {
            found.add("%s: %s ends at %.1f, the job at %.1f".formatted(name, button.getId(), end, limit));
        }
    }

    private static boolean isScrolled(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof ScrollPane) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIn(Node node, String styleClass) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getStyleClass().contains(styleClass)) {
                return true;
            }
        }
        return false;
    }
}
