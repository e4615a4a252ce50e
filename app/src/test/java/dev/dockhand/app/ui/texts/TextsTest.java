package dev.dockhand.app.ui.texts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.flow.Text;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.id.ItemId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Pattern KEY = Pattern.compile(
            "(?:Text\\.of|Verdict\\s*\\.\\s*(?:good|done|note|warn|stop)|texts?(?:\\.get\\(\\))?\\.of)\\(\\s*\"([a-z][A-Za-z0-9.-]*\\.[A-Za-z0-9.-]*[A-Za-z0-9])\"\\s*[,)]");

    @Test
    void everyKeyThatTheSourcesNameHasWordsInBothLanguages() throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files =
                Files.walk(Path.of(System.getProperty("dockhand.module.dir", "."), "src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher matcher = KEY.matcher(Files.readString(file));
                while (matcher.find()) {
                    keys.add(matcher.group(1));
                }
            }
        }
        assertThat(keys).hasSizeGreaterThan(40);
        for (Locale language : Texts.LANGUAGES) {
            Texts texts = Texts.in(language);
            assertThat(keys).as(language.toString()).allMatch(key -> texts.has(key) || isSet(key));
        }
    }

    /** Whether the key names a closed set: each of its constants has words of its own. */
    private static boolean isSet(String key) {
        return Stream.of("texts", "setup")
                .map(name -> ResourceBundle.getBundle(Texts.class.getPackageName() + "." + name, Locale.ROOT))
                .flatMap(bundle -> bundle.keySet().stream())
                .anyMatch(other -> other.startsWith(key + "."));
    }

    @Test
    void anItemIsNamedInTheLanguageOfTheScreen() {
        Item item = new Item(new ItemId("b/TP-070"), "토너 패드", "Toner pads", List.of(), false, false, null, "");
        assertThat(Texts.in(Locale.KOREAN).of(Text.of("plain", item))).isEqualTo("토너 패드");
        assertThat(Texts.in(Locale.ENGLISH).of(Text.of("plain", item))).isEqualTo("Toner pads");
    }

    @Test
    void aTextWithinATextIsFilledIn() {
        Text inner = Text.of("time.minutes", 5);
        assertThat(Texts.in(Locale.ENGLISH).of(Text.of("plain", inner))).isEqualTo("5 min");
    }

    @Test
    void hostileArgumentsAreShownAndNeverObeyed() {
        Texts texts = Texts.in(Locale.ENGLISH);
        assertThat(texts.of(Text.of("plain", "a\u001d{0}\n\u202eb"))).isEqualTo("a<GS>{0}<LF><U+202E>b");
        assertThat(texts.of(Text.of("plain", "x".repeat(5_000)))).hasSize(201);
    }

    @Test
    void aKeyWithoutWordsIsShownInsteadOfFailing() {
        assertThat(Texts.in(Locale.KOREAN).of("no.such.key")).isEqualTo("no.such.key");
    }
}
