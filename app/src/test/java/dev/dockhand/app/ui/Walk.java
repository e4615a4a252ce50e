package dev.dockhand.app.ui;

import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.ui.keys.PageId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Opens a window on a sample screen, and walks through it on the JavaFX thread. */
final class Walk {

    static final Map<String, BenchView> VIEWS = SampleScreens.in(Locale.ENGLISH);

    /** Every page of the window. */
    static List<PageId> pages() {
        return OnScreen.get(() -> {
            try (SampleWindow window = SampleWindow.in(Locale.ENGLISH)) {
                return window.window.model().pages();
            }
        });
    }

    static void on(String screen, Consumer<SampleWindow> walk) {
        OnScreen.run(() -> {
            try (SampleWindow window = SampleWindow.in(Locale.ENGLISH)) {
                walk.accept(window.show(Objects.requireNonNull(VIEWS.get(screen), screen)));
            }
        });
    }

    static PageId page(SampleWindow window) {
        return Objects.requireNonNull(window.window.model().shown().get()).page();
    }

    private Walk() {}
}
