package dev.dockhand.app.ui;

import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.ui.work.Shown.Page;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Opens a window on a sample screen, and walks through it on the JavaFX thread. */
final class Walk {

    static final Map<String, BenchView> VIEWS = SampleScreens.in(Locale.ENGLISH);

    static void on(String screen, Consumer<SampleWindow> walk) {
        OnScreen.run(() -> {
            try (SampleWindow window = SampleWindow.in(Locale.ENGLISH)) {
                walk.accept(window.show(Objects.requireNonNull(VIEWS.get(screen), screen)));
            }
        });
    }

    static Page page(SampleWindow window) {
        return Objects.requireNonNull(window.window.model().shown().get()).page();
    }

    private Walk() {}
}
