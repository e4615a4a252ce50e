package dev.dockhand.app.ui.texts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.flow.Text;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.model.measure.Grams;
import dev.dockhand.model.measure.Quantity;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures, weights and numbers are written one way everywhere, and the words around them fit. */
class FormsTest {

    private static final Texts KOREAN = Texts.in(Locale.KOREAN);
    private static final Texts ENGLISH = Texts.in(Locale.ENGLISH);
    private static final Path ROOT =
            Path.of(System.getProperty("dockhand.module.dir", ".")).resolve("..");
    /** Other names for a thing that has one, translated words, and particles that leave the choice to the reader. */
    private static final Pattern NOT_SAID = Pattern.compile(
            "단말|배지|상자|택배|팔레트|예정서|인쇄|모르는 바코드|모르는 코드|잃은 것|잃는 것|말하지 않|듣는|듣기|을\\(를\\)|를\\(을\\)|은\\(는\\)|이\\(가\\)|\\(으\\)로|"
                    + " 님");

    @Test
    void figuresWeightsAndWaybillsAreGroupedInEveryText() {
        for (Texts texts : new Texts[] {KOREAN, ENGLISH}) {
            assertThat(texts.of(Text.of("plain", Quantity.of(99_999)))).isEqualTo("99,999");
            assertThat(texts.of(Text.of("plain", 99_999))).isEqualTo("99,999");
            assertThat(texts.of(Text.of("plain", Grams.of(1_833)))).isEqualTo("1,833 g");
            assertThat(texts.of(Text.of("plain", new Grams(new BigDecimal("1833.5")))))
                    .isEqualTo("1,833.5 g");
            assertThat(texts.of(Text.of("plain", new WaybillNumber("632912345671"))))
                    .isEqualTo("6329-1234-5671");
            assertThat(texts.of(Text.of("plain", new WaybillNumber("RR123456785KR"))))
                    .isEqualTo("RR123456785KR");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "송장,을/를,송장을",
        "토트,을/를,토트를",
        "A-01-3,으로/로,A-01-3으로",
        "A-01-2,으로/로,A-01-2로",
        "A-01-1,으로/로,A-01-1로",
        "서울,으로/로,서울로",
        "TOTE-10,은/는,TOTE-10은",
        "M,이/가,M이",
        "'',을/를,를"
    })
    void aParticleGoesByTheLastSoundOfItsWord(String word, String forms, String expected) {
        String[] both = forms.split("/", -1);
        assertThat(Particle.behind(word, both[0], both[1])).isEqualTo(expected);
    }

    @Test
    void oneIsSaidOtherwiseThanMany() {
        assertThat(ENGLISH.of("receiving.notice.detail", "b", "O", "today", 1)).isEqualTo("b · O · today · one line");
        assertThat(ENGLISH.of("receiving.notice.detail", "b", "O", "today", 1_200))
                .isEqualTo("b · O · today · 1,200 lines");
    }

    @Test
    void koreanTextsCallEachThingByItsOneName() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            var bundles = files.filter(file -> file.toString().endsWith("_ko.properties")
                            && file.toString().contains("src/main/resources"))
                    .toList();
            assertThat(bundles).hasSizeGreaterThan(6);
            for (Path file : bundles) {
                for (String line : Files.readAllLines(file)) {
                    assertThat(line).as(file.getFileName().toString()).doesNotContainPattern(NOT_SAID);
                }
            }
        }
    }
}
