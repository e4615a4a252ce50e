package dev.dockhand.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.ui.parts.FitText;
import dev.dockhand.app.ui.settings.WindowSettings;
import dev.dockhand.app.ui.texts.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.TreeSet;
import javafx.scene.Node;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the jobs and the bench may say, it is read whole on the smallest screen: as instruction, verdict, red verdict. */
@ExtendWith(OnScreen.class)
class WordsFitTest {

    private static final Object[] LONG_NAMES = new Object[10];

    static {
        Arrays.fill(LONG_NAMES, "선크림 SPF50+ PA++++ 50 ml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ko", "en"})
    void everyTextOfTheJobsIsReadWholeOnTheSmallestScreen(String language) {
        Locale locale = Locale.of(language);
        List<String> cut = OnScreen.get(() -> {
            List<String> found = new ArrayList<>();
            WindowSettings settings = new WindowSettings(locale, false, true, WindowSettings.USUAL_DPI);
            BenchView some = Objects.requireNonNull(SampleScreens.in(locale).get("packing-scan-item"));
            try (SampleWindow window = new SampleWindow(settings, 1024, 768)) {
                for (String key : keys()) {
                    look(window, some, key, false, found);
                    look(window, some, key, true, found);
                }
            }
            return found;
        });
        assertThat(cut).isEmpty();
    }

    private static TreeSet<String> keys() {
        TreeSet<String> keys = new TreeSet<>();
        for (String bundle : List.of("flow", "bench")) {
            keys.addAll(ResourceBundle.getBundle(Texts.class.getPackageName() + "." + bundle, Locale.ROOT)
                    .keySet());
        }
        return keys;
    }

    private static void look(SampleWindow window, BenchView some, String key, boolean red, List<String> found) {
        Text text = Text.of(key, LONG_NAMES);
        Screen screen = Screen.of(some.flow(), "sample", text, Command.PROBLEM)
                .withHint(text)
                .withRows(some.screen().rows(), List.of());
        window.show(new BenchView(
                screen,
                new Verdict(red ? Verdict.Tone.STOP : Verdict.Tone.WARN, text),
                1,
                red,
                some.operatorName(),
                some.station(),
                some.flow(),
                some.sync(),
                some.devices(),
                some.weight(),
                some.canUndo(),
                null,
                List.of(),
                some.cutOff()));
        for (Node node : window.visible()) {
            if (node instanceof FitText fit && !fit.get().isEmpty() && !fit.fits() && red == isRed(fit)) {
                found.add("%s in %s: '%s' in %.0f x %.0f"
                        .formatted(key, fit.getStyleClass(), fit.get(), fit.getWidth(), fit.getHeight()));
            }
        }
    }

    private static boolean isRed(FitText fit) {
        return fit.getStyleClass().stream().anyMatch(name -> name.startsWith("stop-"));
    }
}
