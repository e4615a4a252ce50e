package dev.dockhand.app.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words that the flows name are there, and no others. */
class TextsTest {

    private static final Path SOURCES =
            Path.of(System.getProperty("dockhand.module.dir", ".")).resolve("src/main/java/dev/dockhand/app/flow");
    private static final Pattern KEY = Pattern.compile(
            "\"((?:common|known|signin|menu|receiving|putaway|putback|picking|packing|labels|shift|undo)\\.[A-Za-z0-9_.-]+)\"");
    /** Keys that are put together: a beginning in the sources, and any end. */
    private static final Set<String> BEGINNINGS = Set.of(
            "receiving.reason.",
            "receiving.difference.",
            "picking.reason.",
            "packing.reason.",
            "packing.lost.",
            "packing.off.",
            "packing.problem-shelf.",
            "putaway.is-",
            "labels.kind.",
            "labels.all.",
            "labels.group.",
            "labels.ready.hint.",
            "labels.choice.");

    @Test
    void everyKeyInTheSourcesHasWords() {
        assertThat(used())
                .isNotEmpty()
                .filteredOn(key -> BEGINNINGS.stream().noneMatch(key::startsWith))
                .allSatisfy(
                        key -> assertThat(Texts.english().stringPropertyNames()).contains(key));
    }

    @Test
    void everyWordIsUsed() {
        Set<String> used = used();
        assertThat(Texts.english().stringPropertyNames())
                .filteredOn(key -> BEGINNINGS.stream().noneMatch(key::startsWith))
                .allSatisfy(key -> assertThat(used)
                        .anyMatch(u -> u.equals(key)
                                || key.equals(u + ".hint")
                                || key.equals(u + ".count")
                                || key.equals(u + ".opened")));
    }

    private static Set<String> used() {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java")
                            && !file.toString().contains("script"))
                    .map(TextsTest::read)
                    .map(KEY::matcher)
                    .forEach(matcher -> addAll(matcher, keys));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return keys;
    }

    private static void addAll(Matcher matcher, Set<String> keys) {
        while (matcher.find()) {
            String key = matcher.group(1);
            if (!key.endsWith(".")) {
                keys.add(key);
            }
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
