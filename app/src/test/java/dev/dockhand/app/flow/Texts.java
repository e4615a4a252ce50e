package dev.dockhand.app.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds every text that a flow gives against both bundles. */
public final class Texts {

    private static final String HOME = "/dev/dockhand/app/ui/texts/";
    private static final Properties ENGLISH = load("flow.properties");
    private static final Properties KOREAN = load("flow_ko.properties");

    private static final Pattern KEY = Pattern.compile("\\{key:([A-Z_]+)}");
    private static final Pattern LITERAL_KEY = Pattern.compile("(?<![가-힣])(되돌리기|수량|문제|재출력|완료|확인|뒤로|메뉴)[을를] 누|"
            + "ress (Undo|Quantity|Problem|Print again|Finish|Confirm|Back|Menu)\\b");
    /** Keys that lie there whatever the job shows. */
    private static final Set<Command> OF_BENCH = EnumSet.of(Command.UNDO, Command.MENU, Command.ACKNOWLEDGE);

    private Texts() {}

    /** The English words by key. */
    public static Properties english() {
        return ENGLISH;
    }

    /** The Korean words by key. */
    static Properties korean() {
        return KOREAN;
    }

    /** Both bundles know the text and have a place for each argument, no more and no fewer. */
    static void check(Text text) {
        if (text.key().startsWith("test.")) {
            return;
        }
        text.arguments().stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .forEach(Texts::check);
        for (Properties bundle : List.of(ENGLISH, KOREAN)) {
            String words = bundle.getProperty(text.key());
            assertThat(words).as("words for %s", text.key()).isNotBlank();
            for (int i = 0; i < text.arguments().size(); i++) {
                assertThat(words).as(text.key()).containsPattern("\\{" + i + "[:}]");
            }
            assertThat(words)
                    .as(text.key())
                    .doesNotContainPattern("\\{" + text.arguments().size() + "[:}]");
            assertThat(words)
                    .as("a straight apostrophe is a quote: %s", text.key())
                    .doesNotContain("'");
        }
        text.arguments().stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .forEach(Texts::check);
    }

    static void check(@Nullable Verdict verdict, Screen screen) {
        if (verdict != null) {
            check(verdict.text());
            checkKeys(verdict.text(), screen);
        }
        of(screen).forEach(text -> {
            check(text);
            checkKeys(text, screen);
        });
    }

    /** A text asks only for keys that its page has, and calls them as they are called. */
    private static void checkKeys(Text text, Screen screen) {
        for (Properties bundle : List.of(ENGLISH, KOREAN)) {
            String words = bundle.getProperty(text.key(), "");
            assertThat(words).as("name the key as {key:…}: %s", text.key()).doesNotContainPattern(LITERAL_KEY);
            KEY.matcher(words)
                    .results()
                    .map(found -> Command.valueOf(found.group(1)))
                    .forEach(key -> assertThat(
                                    OF_BENCH.contains(key) || screen.commands().contains(key))
                            .as("%s asks for %s, which %s has not", text.key(), key, screen.step())
                            .isTrue());
        }
    }

    static void check(List<Effect> effects) {
        effects.stream()
                .filter(Effect.AskSupervisor.class::isInstance)
                .forEach(effect -> check(((Effect.AskSupervisor) effect).purpose()));
    }

    private static Stream<Text> of(Screen screen) {
        Stream<@Nullable Text> all = Stream.of(
                        Stream.<@Nullable Text>of(screen.instruction(), screen.hint()),
                        screen.rows().stream().<@Nullable Text>map(Screen.Row::label),
                        screen.summary().stream().<@Nullable Text>map(text -> text),
                        screen.options().stream().<@Nullable Text>flatMap(o -> Stream.of(o.label(), o.detail())),
                        Stream.ofNullable(screen.keypad()).<@Nullable Text>map(Screen.Keypad::unit),
                        Stream.ofNullable(screen.item()).<@Nullable Text>flatMap(card -> card.facts().stream()))
                .flatMap(stream -> stream);
        return all.filter(Objects::nonNull).map(Objects::requireNonNull);
    }

    private static Properties load(String name) {
        Properties properties = new Properties();
        try (InputStreamReader reader = new InputStreamReader(
                Objects.requireNonNull(Texts.class.getResourceAsStream(HOME + name)), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
