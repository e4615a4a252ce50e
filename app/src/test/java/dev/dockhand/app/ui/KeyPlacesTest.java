package dev.dockhand.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.ui.keys.PageId;
import dev.dockhand.app.ui.keys.RowKey;
import dev.dockhand.app.ui.settings.WindowSettings;
import dev.dockhand.app.ui.window.Shown;
import dev.dockhand.app.ui.work.BandShown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys lie where hands find them, are called as the texts call them, and what is for good is touched on purpose. */
@ExtendWith(OnScreen.class)
class KeyPlacesTest {

    private static final Pattern KO = Pattern.compile("([가-힣]+)[을를] (?:누르|눌러)");
    private static final Pattern EN = Pattern.compile("[Pp]ress (Print again|[A-Z][a-z]+)");
    /** What is pressed on a device, or is a key of the keyboard and not of the page. */
    private static final List<String> OTHERS = List.of("키", "버튼", "Zero", "F8");

    @ParameterizedTest
    @CsvSource({"1024,768", "1280,800", "1920,1080"})
    void aKeyLiesInTheSamePlaceInEveryJob(double width, double height) {
        OnScreen.run(() -> {
            Map<String, Bounds> places = new HashMap<>();
            try (SampleWindow window = window(Locale.KOREAN, width, height)) {
                SampleScreens.in(Locale.KOREAN).forEach((name, view) -> {
                    if (!view.mustAnswer()) {
                        window.show(view);
                        keys(window)
                                .forEach((key, bounds) -> assertThat(places.getOrDefault(key, bounds))
                                        .as("%s at %s", key, name)
                                        .isEqualTo(bounds));
                        places.putAll(keys(window));
                    }
                });
            }
            assertThat(places).containsKeys("key-DH-CONFIRM", "key-DH-FINISH for good", "key-DH-FINISH", "key-DH-MENU");
            Bounds forGood = Objects.requireNonNull(places.get("key-DH-FINISH for good"));
            for (String before : List.of("key-DH-CONFIRM", "key-DH-FINISH", "key-DH-BACK")) {
                double apart = forGood.getMinX()
                        - Objects.requireNonNull(places.get(before)).getMaxX();
                assertThat(apart).as("from %s to the key for good", before).isGreaterThan(forGood.getWidth());
            }
        });
    }

    @Test
    void keysGrowWithTheWindow() {
        OnScreen.run(() -> {
            BenchView view =
                    Objects.requireNonNull(SampleScreens.in(Locale.KOREAN).get("receiving-count"));
            try (SampleWindow usual = window(Locale.KOREAN, 1280, 800);
                    SampleWindow large = window(Locale.KOREAN, 1920, 1080)) {
                double least = height(usual.show(view), 800);
                assertThat(height(large.show(view), 1080)).isGreaterThan(least * 0.98);
            }
        });
    }

    /** Height of a key as a share of the window's. */
    private static double height(SampleWindow window, double of) {
        return Objects.requireNonNull(keys(window).get("key-DH-CONFIRM")).getHeight() / of;
    }

    @ParameterizedTest
    @CsvSource({"1024,768", "1280,800", "1920,1080"})
    void whoeverAnswersARedVerdictTwiceTouchesNoKeyOfTheJob(double width, double height) {
        OnScreen.run(() -> {
            Map<String, BenchView> views = SampleScreens.in(Locale.KOREAN);
            try (SampleWindow window = window(Locale.KOREAN, width, height)) {
                window.show(Objects.requireNonNull(views.get("packing-stop-wrong-item")));
                Bounds answer = Objects.requireNonNull(keys(window).get("key-DH-ACKNOWLEDGE"));
                views.forEach((name, view) -> {
                    if (!view.mustAnswer()) {
                        window.show(view);
                        buttons(window).stream()
                                .filter(button -> !button.getId().startsWith("pad-"))
                                .forEach(button -> assertThat(button.localToScene(button.getLayoutBounds())
                                                .intersects(answer))
                                        .as("%s at %s lies under the answer", button.getId(), name)
                                        .isFalse());
                    }
                });
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"ko", "en"})
    void everyKeyThatATextNamesIsOnItsPage(String language) {
        Locale locale = Locale.of(language);
        OnScreen.run(() -> {
            List<String> wrong = new ArrayList<>();
            try (SampleWindow window = window(locale, 1280, 800)) {
                SampleScreens.in(locale).forEach((name, view) -> {
                    window.show(view);
                    Shown shown =
                            Objects.requireNonNull(window.window.model().shown().get());
                    BandShown band = shown.band();
                    String hint = shown.work().hint();
                    Stream<String> texts = Stream.concat(
                            Stream.of(
                                    shown.work().instruction(),
                                    hint == null ? "" : hint,
                                    band == null ? "" : band.text()),
                            shown.work().side().summary().stream());
                    texts.forEach(text -> named(name, text, labels(window, shown), wrong));
                });
            }
            DeviceScenes.all().forEach((name, scene) -> {
                try (SampleWindow window = window(locale, 1280, 800)) {
                    window.show(Objects.requireNonNull(SampleScreens.in(locale).get("packing-scan-item")));
                    window.window.model().open(PageId.DEVICES);
                    scene.accept(window.devices, window.window.devices());
                    window.layout();
                    Shown shown =
                            Objects.requireNonNull(window.window.model().shown().get());
                    var setup = window.window.devices().shown().get().setup();
                    if (setup != null) {
                        named("devices " + name, setup.instruction(), labels(window, shown), wrong);
                        named("devices " + name, setup.words(), labels(window, shown), wrong);
                    }
                }
            });
            assertThat(wrong).isEmpty();
        });
    }

    private static List<String> labels(SampleWindow window, Shown shown) {
        return Stream.concat(
                        shown.keys().stream().map(RowKey::label),
                        buttons(window).stream().map(Button::getAccessibleText).filter(Objects::nonNull))
                .toList();
    }

    private static void named(String page, String text, List<String> labels, List<String> wrong) {
        for (Pattern pattern : List.of(KO, EN)) {
            pattern.matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .filter(key -> !labels.contains(key) && !OTHERS.contains(key))
                    .forEach(key -> wrong.add(page + " has no key " + key + ": " + text));
        }
    }

    private static SampleWindow window(Locale locale, double width, double height) {
        return new SampleWindow(new WindowSettings(locale, false, true, WindowSettings.USUAL_DPI), width, height);
    }

    /** The keys of the row by what they do. */
    private static Map<String, Bounds> keys(SampleWindow window) {
        Map<String, Bounds> keys = new HashMap<>();
        for (Button button : buttons(window)) {
            if (String.valueOf(button.getId()).startsWith("key-")) {
                boolean forGood = button.getPseudoClassStates().stream()
                        .anyMatch(state -> state.getPseudoClassName().equals("for-good"));
                keys.put(button.getId() + (forGood ? " for good" : ""), button.localToScene(button.getLayoutBounds()));
            }
        }
        return keys;
    }

    private static List<Button> buttons(SampleWindow window) {
        boolean red =
                Objects.requireNonNull(window.window.model().shown().get()).mustAnswer();
        return window.visible().stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> !red || "key-DH-ACKNOWLEDGE".equals(button.getId()))
                .filter(button -> red || !isIn(button, "stop"))
                .toList();
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
