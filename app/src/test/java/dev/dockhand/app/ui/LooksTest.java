package dev.dockhand.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.ui.keys.PageId;
import dev.dockhand.app.ui.settings.WindowSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every sample screen in both languages at the sizes of displays, as on a usual day and with the longest texts: nothing is
 * cut or covered, nothing is too small to touch, no list ends without saying so. 960 x 540 is 1920 x 1080 at 200 %.
 */
@ExtendWith(OnScreen.class)
class LooksTest {

    private static final double TARGET = 20 / 25.4 * 96;

    static Stream<Arguments> sizes() {
        return Stream.of("ko", "en")
                .flatMap(language -> Stream.of(
                        Arguments.of(language, 1280, 800),
                        Arguments.of(language, 1024, 768),
                        Arguments.of(language, 1920, 1080),
                        Arguments.of(language, 960, 540)));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void nothingIsCutOnAUsualDay(String language, double width, double height) {
        Locale locale = Locale.of(language);
        List<String> found = new ArrayList<>();
        SampleWindow window = OnScreen.get(() -> window(locale, width, height));
        SampleScreens.in(locale)
                .forEach((name, view) -> OnScreen.run(() -> {
                    for (PageId page : pages(name, window)) {
                        look(name + " " + page, window, view, page, found);
                    }
                }));
        OnScreen.run(window::close);
        found.addAll(devices(locale, width, height));
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void nothingIsCutWithTheLongestTextsFiftyLinesAndManyUnits(String language, double width, double height) {
        Locale locale = Locale.of(language);
        List<String> found = new ArrayList<>();
        SampleWindow window = OnScreen.get(() -> window(locale, width, height));
        SampleScreens.in(locale)
                .forEach((name, view) -> OnScreen.run(() -> {
                    BenchView longest = noticed(Longest.of(view));
                    for (PageId page : pages(name, window)) {
                        look(name + " longest " + page, window, longest, page, found);
                    }
                }));
        OnScreen.run(window::close);
        assertThat(found).isEmpty();
    }

    private static SampleWindow window(Locale locale, double width, double height) {
        return new SampleWindow(new WindowSettings(locale, false, true, WindowSettings.USUAL_DPI), width, height);
    }

    /** The devices page in all that it can show. */
    private static List<String> devices(Locale locale, double width, double height) {
        List<String> found = new ArrayList<>();
        BenchView view = noticed(Objects.requireNonNull(SampleScreens.in(locale).get("packing-scan-item")));
        DeviceScenes.all()
                .forEach((name, scene) -> OnScreen.run(() -> {
                    try (SampleWindow window = window(locale, width, height)) {
                        window.show(view);
                        window.window.model().open(PageId.DEVICES);
                        scene.accept(window.devices, window.window.devices());
                        found.addAll(window.layout().faults("devices " + name, TARGET));
                    }
                }));
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
                List.of(Text.of("bench.notice.rebuilt")),
                view.cutOff());
    }

    private static List<PageId> pages(String name, SampleWindow window) {
        return name.equals("packing-scan-item") ? window.window.model().pages() : List.of(PageId.WORK);
    }

    private static void look(String name, SampleWindow window, BenchView view, PageId page, List<String> found) {
        window.window.model().open(PageId.WORK);
        window.show(view);
        if (!page.equals(PageId.WORK)) {
            window.window.model().open(page);
            window.window.devices().select(1);
            window.layout();
        }
        found.addAll(window.faults(name, TARGET));
    }
}
