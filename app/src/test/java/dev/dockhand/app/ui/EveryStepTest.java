package dev.dockhand.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.bench.BenchView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sample screens, of which pictures are made and on which the looks are tested, leave out no step of any job. */
class EveryStepTest {

    private static final Path FLOWS = Path.of(
            System.getProperty("dockhand.module.dir", "."), "src", "main", "java", "dev", "dockhand", "app", "flow");
    private static final Pattern STEP = Pattern.compile("Screen\\.of\\(\\s*[^,;]+,\\s*\"([a-z]+\\.[a-z-]+)\"");

    @Test
    void everyStepOfEveryJobIsAmongTheSamples() throws IOException {
        Set<String> steps = steps();
        assertThat(steps).hasSizeGreaterThan(35);
        for (Locale language : List.of(Locale.KOREAN, Locale.ENGLISH)) {
            Set<String> shown = SampleScreens.in(language).values().stream()
                    .map(BenchView::screen)
                    .map(screen -> screen.step())
                    .collect(Collectors.toSet());
            assertThat(shown).containsAll(steps);
        }
    }

    /** The steps by their names in the sources of the flows. */
    private static Set<String> steps() throws IOException {
        Set<String> steps = new TreeSet<>();
        try (Stream<Path> files = Files.walk(FLOWS)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                Matcher step = STEP.matcher(Files.readString(file));
                while (step.find()) {
                    steps.add(step.group(1));
                }
            }
        }
        return steps;
    }
}
