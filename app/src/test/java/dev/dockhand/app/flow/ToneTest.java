package dev.dockhand.app.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Colour and words agree: what is short, damaged or otherwise than wanted is never told as good or done. */
class ToneTest {

    private static final Path FLOWS =
            Path.of(System.getProperty("dockhand.module.dir", "."), "src/main/java/dev/dockhand/app/flow");
    private static final Pattern FINE = Pattern.compile("Verdict\\s*\\.\\s*(?:good|done)\\(\\s*\"([a-z][a-z.-]+)\"");
    private static final Pattern FAULT_KOREAN = Pattern.compile("불량|결품|초과|부족|누락|파손|차이|다름|안 됨|취소|않았|확인하지 못|없습니다");
    private static final Pattern FAULT_ENGLISH =
            Pattern.compile("(?i)damaged|short\\b|missing|differ|more than|not |nothing|expired|called off");

    @Test
    void nothingThatIsNotAsItShouldBeIsToldAsGoodOrDone() throws IOException {
        Set<String> fine = fine();
        assertThat(fine).hasSizeGreaterThan(15);
        assertThat(fine).allSatisfy(key -> {
            assertThat(Texts.korean().getProperty(key)).as(key).doesNotContainPattern(FAULT_KOREAN);
            assertThat(Objects.requireNonNull(Texts.english().getProperty(key)))
                    .as(key)
                    .doesNotContainPattern(FAULT_ENGLISH);
        });
    }

    private static Set<String> fine() throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.walk(FLOWS)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                Matcher verdict = FINE.matcher(Files.readString(file));
                while (verdict.find()) {
                    keys.add(verdict.group(1));
                }
            }
        }
        return keys;
    }
}
