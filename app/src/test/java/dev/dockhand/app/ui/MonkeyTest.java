package dev.dockhand.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whatever is touched, typed and scanned: no PIN can be read, nothing is done for good by one place touched twice, every page
 * has a way out, no text is cut. {@code -Ddockhand.monkey.minutes=30} goes on for so long at each size, and
 * {@code -Ddockhand.monkey.seed} begins with another seed than the usual.
 */
@ExtendWith(OnScreen.class)
class MonkeyTest {

    private static final long MINUTES = Long.getLong("dockhand.monkey.minutes", 0);
    private static final long SEED = Long.getLong("dockhand.monkey.seed", 20_261_129);
    private static final int STEPS = 400;

    @ParameterizedTest
    @CsvSource({"ko,1024,768", "en,1280,800", "ko,1920,1080", "en,960,540"})
    void aMonkeyFindsNothing(String language, double width, double height) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
        long seed = SEED;
        do {
            try (Monkey monkey = new Monkey(seed++, Locale.of(language), width, height)) {
                List<String> found = monkey.does(STEPS);
                assertThat(found).isEmpty();
            }
        } while (System.nanoTime() < end);
    }
}
