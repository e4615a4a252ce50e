package dev.dockhand.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.ui.window.Rehearsal;
import dev.dockhand.app.ui.window.Shown;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is rehearsed before the first sign-in reaches nobody, and stops at it. */
@ExtendWith(OnScreen.class)
class RehearsalTest {

    private static final Map<String, BenchView> SCREENS = SampleScreens.in(Locale.KOREAN);
    private static final BenchView NOBODY = Objects.requireNonNull(SCREENS.get("signin-badge"));
    private static final BenchView AT_WORK = Objects.requireNonNull(SCREENS.get("packing-scan-item"));
    private static final int SCANS = 70;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static SampleWindow window(BenchView view) {
        return OnScreen.get(() -> SampleWindow.in(Locale.KOREAN).show(view));
    }

    private static CompletableFuture<Integer> rehearsed(SampleWindow window) {
        return OnScreen.get(() ->
                Rehearsal.beside(window.parts, window.window.model(), SCANS).over());
    }

    private static int scans(CompletableFuture<Integer> rehearsed) throws Exception {
        return rehearsed.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Test
    void aWholeParcelIsRehearsedAndNobodyHearsOrSeesIt() throws Exception {
        SampleWindow window = window(NOBODY);
        Shown before = OnScreen.get(() -> window.window.model().shown().get());
        assertThat(scans(rehearsed(window))).isEqualTo(SCANS);
        OnScreen.run(() -> {
            assertThat(window.window.model().shown().get()).isSameAs(before);
            assertThat(window.heard).isEmpty();
            assertThat(window.bench.inputs).isEmpty();
            assertThat(window.kept).isEmpty();
            window.close();
        });
    }

    @Test
    void itEndsWhenSomebodySignsIn() throws Exception {
        SampleWindow window = window(NOBODY);
        CompletableFuture<Integer> rehearsed = rehearsed(window);
        OnScreen.run(() -> window.show(AT_WORK));
        assertThat(scans(rehearsed)).isLessThan(SCANS);
        OnScreen.run(window::close);
    }
}
