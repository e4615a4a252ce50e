package dev.dockhand.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.device.WindowKey;
import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.ui.keys.PageId;
import dev.dockhand.app.ui.settings.WindowSettings;
import dev.dockhand.app.ui.sheet.CommandSheet;
import dev.dockhand.app.ui.texts.Texts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of command barcodes, on the real window. */
@ExtendWith(OnScreen.class)
class SheetViewTest {

    private static void open(String language, double width, double height, Consumer<SampleWindow> test) {
        OnScreen.run(() -> {
            Locale locale = Locale.of(language);
            BenchView view = Objects.requireNonNull(SampleScreens.in(locale).get("packing-scan-item"));
            WindowSettings settings = new WindowSettings(locale, false, true, WindowSettings.USUAL_DPI);
            try (SampleWindow window = new SampleWindow(settings, width, height)) {
                window.show(view);
                window.window.model().open(PageId.SHEET);
                window.layout();
                test.accept(window);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "ko, 1024, 768", "en, 1024, 768", "ko, 1280, 800", "en, 1280, 800",
        "ko, 1920, 1080", "en, 1920, 1080", "ko, 960, 540", "en, 960, 540"
    })
    void everyBarcodeIsReachedByPagingAndIsNeverSqueezed(String language, double width, double height) {
        open(language, width, height, window -> {
            Set<String> seen = new LinkedHashSet<>();
            for (int page = 0; page < 40; page++) {
                seen.addAll(whole(window));
                window.press(KeyCode.PAGE_DOWN);
            }
            assertThat(seen)
                    .containsExactlyInAnyOrderElementsOf(CommandSheet.entries(Texts.in(Locale.of(language))).stream()
                            .map(CommandSheet.Entry::barcode)
                            .toList());
            assertThat(isShown(window, "#sheet-down")).isFalse();
            assertThat(isShown(window, "#sheet-up")).isTrue();
            scroll(window).getContent().lookupAll(".barcode").forEach(SheetViewTest::isReadable);
        });
    }

    /** Bars are whole pixels of the screen, and code and quiet zones lie within the card. */
    private static void isReadable(Node barcode) {
        Path bars = (Path) barcode.lookup(".barcode-bars");
        double scale = bars.getLocalToSceneTransform().getMxx();
        List<PathElement> steps = bars.getElements();
        for (int i = 0; i < steps.size(); i += 5) {
            double width = (((HLineTo) steps.get(i + 1)).getX() - ((MoveTo) steps.get(i)).getX()) * scale;
            assertThat(width).isGreaterThan(1.99);
            assertThat(Math.abs(width - Math.rint(width))).isLessThan(0.01);
        }
        double quiet = 20 * 2 / scale;
        assertThat(barcode.getLayoutBounds().getWidth())
                .isGreaterThanOrEqualTo(bars.getLayoutBounds().getWidth() + quiet - 0.5);
        Bounds card = barcode.getParent().getLayoutBounds();
        assertThat(card.contains(barcode.getBoundsInParent())).isTrue();
    }

    @Test
    void aFingerDragsItAndTheKeysSayHowMuchThereIsBeyond() {
        open("en", 1280, 800, window -> {
            assertThat(isShown(window, "#sheet-up")).isFalse();
            int below = told(window, "#sheet-down");
            drag(window, 300);
            assertThat(scroll(window).getVvalue()).isPositive();
            assertThat(told(window, "#sheet-down")).isLessThan(below);
            assertThat(isShown(window, "#sheet-up")).isTrue();
            window.touch("sheet-up");
            assertThat(told(window, "#sheet-down")).isEqualTo(below);
            window.window.model().windowKey(new WindowKey.Scroll(1));
            window.layout();
            assertThat(told(window, "#sheet-down")).isLessThan(below);
        });
    }

    @Test
    void aKeyHandsTheSheetInTheLanguageOfTheScreenToTheBench() {
        open("ko", 1280, 800, window -> {
            window.press(KeyCode.F5);
            assertThat(window.bench.inputs)
                    .containsExactly(new Input.Sheet(CommandSheet.labels(Texts.in(Locale.KOREAN))));
            assertThat(Walk.page(window)).isEqualTo(PageId.WORK);
        });
    }

    private static ScrollPane scroll(SampleWindow window) {
        return (ScrollPane) window.window.scene().lookup(".sheet-scroll");
    }

    private static void drag(SampleWindow window, double up) {
        Node content = scroll(window).getContent();
        fire(content, MouseEvent.MOUSE_PRESSED, 500);
        fire(content, MouseEvent.DRAG_DETECTED, 490);
        fire(content, MouseEvent.MOUSE_DRAGGED, 500 - up / 2);
        fire(content, MouseEvent.MOUSE_DRAGGED, 500 - up);
        fire(content, MouseEvent.MOUSE_RELEASED, 500 - up);
        window.layout();
    }

    private static void fire(Node node, EventType<MouseEvent> type, double y) {
        Event.fireEvent(
                node,
                new MouseEvent(
                        type,
                        200,
                        y,
                        200,
                        y,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        false,
                        false,
                        false,
                        null));
    }

    private static boolean isShown(SampleWindow window, String id) {
        return window.window.scene().lookup(id).isVisible();
    }

    private static int told(SampleWindow window, String id) {
        Button key = (Button) window.window.scene().lookup(id);
        return key.isVisible() ? Integer.parseInt(key.getAccessibleText().replaceAll("\\D", "")) : 0;
    }

    /** The barcodes of the cards that are wholly to be seen. */
    private static List<String> whole(SampleWindow window) {
        Bounds port = scroll(window).localToScene(scroll(window).getLayoutBounds());
        return scroll(window).getContent().lookupAll(".sheet-card").stream()
                .filter(card -> {
                    Bounds bounds = card.localToScene(card.getLayoutBounds());
                    return bounds.getMinY() >= port.getMinY() - 1
                            && bounds.getMaxY() <= port.getMaxY() + 1
                            && bounds.getMaxX() <= port.getMaxX() + 1;
                })
                .map(card -> ((Labeled) card.lookup(".barcode-text")).getText())
                .filter(text -> text.startsWith(Command.PREFIX))
                .toList();
    }
}
