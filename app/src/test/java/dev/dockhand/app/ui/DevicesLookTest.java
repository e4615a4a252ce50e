package dev.dockhand.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.ui.keys.PageId;
import dev.dockhand.app.ui.parts.Fonts;
import dev.dockhand.app.ui.settings.WindowSettings;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.scene.text.Text;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kordamp.ikonli.javafx.FontIcon;

/** The devices page in all that it can show: no words over others or over a border, one type scale, no letter without a shape. */
@ExtendWith(OnScreen.class)
class DevicesLookTest {

    @ParameterizedTest
    @CsvSource({
        "ko,1280,800,1",
        "en,1280,800,1",
        "ko,1024,768,1",
        "en,1024,768,1",
        "ko,1920,1080,1",
        "en,1920,1080,1",
        "ko,1920,1080,2",
        "en,1920,1080,2"
    })
    void wordsKeepToTheirFramesAndToThemselves(String language, double width, double height, double scale) {
        List<String> wrong = OnScreen.get(() -> {
            List<String> found = new ArrayList<>();
            scenes(language, width, height, scale, (name, texts) -> {
                for (int i = 0; i < texts.size(); i++) {
                    Placed.framed(name, texts.get(i), found);
                    for (int j = i + 1; j < texts.size(); j++) {
                        Placed.apart(name, texts.get(i), texts.get(j), found);
                    }
                }
            });
            return found;
        });
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ko,1280,800", "en,1024,768", "ko,1920,1080"})
    void theDevicesOfTheListAreEquallyTall(String language, double width, double height) {
        Set<Long> heights = OnScreen.get(() -> {
            Set<Long> found = new TreeSet<>();
            WindowSettings settings = new WindowSettings(Locale.of(language), false, true, WindowSettings.USUAL_DPI);
            try (SampleWindow window = new SampleWindow(settings, width, height)) {
                window.show(Objects.requireNonNull(
                        SampleScreens.in(Locale.of(language)).get("packing-scan-item")));
                window.window.model().open(PageId.DEVICES);
                window.layout();
                window.visible().stream()
                        .filter(node -> node.getStyleClass().contains("device-row"))
                        .forEach(row ->
                                found.add(Math.round(row.getLayoutBounds().getHeight())));
            }
            return found;
        });
        assertThat(heights).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"ko,1280,800", "en,1024,768"})
    void theGridOfFactsHasOneSizeAndThePageAHandful(String language, double width, double height) {
        List<String> wrong = OnScreen.get(() -> {
            List<String> found = new ArrayList<>();
            scenes(language, width, height, 1, (name, texts) -> {
                Set<Double> grid = sizes(texts.stream().filter(text -> Placed.isIn(text, "facts")));
                if (grid.size() > 1) {
                    found.add("%s: sizes in the grid %s".formatted(name, grid));
                }
                Set<Double> card = sizes(texts.stream()
                        .filter(text -> Placed.isIn(text, "device-detail") || Placed.isIn(text, "device-live"))
                        .filter(text -> !(text.getParent() instanceof dev.dockhand.app.ui.parts.FitText)));
                if (card.size() > 1) {
                    found.add("%s: sizes in the cards %s".formatted(name, card));
                }
            });
            return found;
        });
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ko", "en"})
    void everyCharacterHasAShapeInTheTypeface(String language) throws IOException, FontFormatException {
        java.awt.Font shapes;
        try (InputStream in = Fonts.class.getResourceAsStream("/fonts/Pretendard-Regular.otf")) {
            shapes = java.awt.Font.createFont(java.awt.Font.TRUETYPE_FONT, Objects.requireNonNull(in));
        }
        List<String> wrong = OnScreen.get(() -> {
            List<String> found = new ArrayList<>();
            scenes(
                    language,
                    1280,
                    800,
                    1,
                    (name, texts) -> texts.forEach(text -> {
                        if (!text.getFont().getFamily().equals(Fonts.family())) {
                            found.add("%s: '%s' is set in %s".formatted(name, text.getText(), text.getFont()));
                        }
                        text.getText()
                                .codePoints()
                                .filter(c -> c != '\n' && !shapes.canDisplay(c))
                                .forEach(c -> found.add(
                                        "%s: no shape for U+%04X in '%s'".formatted(name, c, text.getText())));
                    }));
            return found;
        });
        assertThat(wrong).isEmpty();
    }

    /** Words of those who make stations, not of those who work at one. */
    @ParameterizedTest
    @CsvSource({"ko", "en"})
    void nobodyReadsAWordOfTheWorkshop(String language) {
        List<String> raw = language.equals("ko")
                ? List.of("프로파일", "바이트", "AIM", "막힘", "mt-sics", "toledo-8217")
                : List.of("rofile", "byte", "AIM", "blocked", "mt-sics", "toledo-8217");
        List<String> wrong = OnScreen.get(() -> {
            List<String> found = new ArrayList<>();
            scenes(
                    language,
                    1280,
                    800,
                    1,
                    (name, texts) -> texts.forEach(text -> raw.stream()
                            .filter(text.getText()::contains)
                            .forEach(word -> found.add("%s: '%s' in '%s'".formatted(name, word, text.getText())))));
            return found;
        });
        assertThat(wrong).isEmpty();
    }

    private interface Look {
        void at(String name, List<Text> texts);
    }

    private static void scenes(String language, double width, double height, double scale, Look look) {
        Locale locale = Locale.of(language);
        WindowSettings settings = new WindowSettings(locale, false, true, WindowSettings.USUAL_DPI * scale);
        BenchView view = Objects.requireNonNull(SampleScreens.in(locale).get("packing-scan-item"));
        DeviceScenes.all().forEach((name, scene) -> {
            try (SampleWindow window = new SampleWindow(settings, width, height)) {
                window.show(view);
                window.window.model().open(PageId.DEVICES);
                scene.accept(window.devices, window.window.devices());
                window.layout();
                look.at(
                        name,
                        window.visible().stream()
                                .filter(node -> node instanceof Text && !(node instanceof FontIcon))
                                .map(Text.class::cast)
                                .filter(text ->
                                        !text.getText().isBlank() && Placed.isIn(text, "page") && Placed.isSeen(text))
                                .toList());
            }
        });
    }

    private static Set<Double> sizes(java.util.stream.Stream<Text> texts) {
        return texts.map(text -> Math.round(text.getFont().getSize() * 10) / 10.0)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
