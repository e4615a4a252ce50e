package dev.dockhand.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DrawnTest {

    @AfterEach
    void everyCaseAgain() {
        System.clearProperty(Drawn.ALONE);
    }

    private static <T> List<T> drawn(int cases, Function<Drawn, T> what) {
        List<T> all = new ArrayList<>();
        Drawn.each(cases, drawn -> all.add(what.apply(drawn)));
        return all;
    }

    @Test
    void everyRunDrawsTheSame() {
        Function<Drawn, String> texts = drawn -> drawn.text(0, 100);
        assertThat(drawn(500, texts)).hasSize(500).isEqualTo(drawn(500, texts));
    }

    @Test
    void aFailureNamesItsSeedWithWhichItIsRunAlone() {
        List<Integer> seen = new ArrayList<>();
        Drawn.Property fewerThan500 = drawn -> {
            int number = drawn.between(0, 1000);
            seen.add(number);
            assertThat(number).isLessThan(500);
        };
        // The most of everything is the second case.
        assertThatThrownBy(() -> Drawn.each(500, fewerThan500))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("seed 20261124 (alone with -Ddockhand.seed=20261124)")
                .hasMessageContaining("1000");
        assertThat(seen).containsExactly(0, 1000);
        System.setProperty(Drawn.ALONE, "20261124");
        assertThatThrownBy(() -> Drawn.each(500, fewerThan500)).hasMessageContaining("seed 20261124");
        assertThat(seen).containsExactly(0, 1000, 1000);
    }

    @Test
    void whateverIsThrownIsAFailure() {
        assertThatThrownBy(() -> Drawn.each(1, drawn -> {
                    throw new IOException("gone");
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("gone")
                .hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void bothEndsTheirNeighboursAndZeroComeInFewCases() {
        assertThat(drawn(200, drawn -> drawn.between(-1_000_000, 1_000_000)))
                .contains(-1_000_000, -999_999, 0, 999_999, 1_000_000)
                .allMatch(number -> number >= -1_000_000 && number <= 1_000_000)
                .startsWith(-1_000_000, 1_000_000);
        assertThat(drawn(200, drawn -> drawn.between(Integer.MIN_VALUE, Integer.MAX_VALUE)))
                .contains(Integer.MIN_VALUE, 0, Integer.MAX_VALUE);
        assertThat(drawn(200, drawn -> drawn.between(7, 7))).containsOnly(7);
        assertThat(drawn(200, drawn -> drawn.list(1, 3, drawn::yes).size())).contains(1, 2, 3);
        assertThat(drawn(200, drawn -> drawn.bytes(300).length))
                .contains(0, 300)
                .allMatch(size -> size <= 300);
    }

    @Test
    void aTextIsEmptyOrLongestAndHoldsWhateverAStringCanHold() {
        List<String> texts = drawn(60, drawn -> drawn.text(0, 80));
        assertThat(texts).startsWith("").allMatch(text -> text.length() <= 80);
        assertThat(texts.get(1)).hasSize(80);
        assertThat(texts).anyMatch(text -> text.length() > 6 && text.chars().allMatch(Character::isDigit));
        String all = String.join(" ", texts);
        for (IntPredicate kind : List.<IntPredicate>of(
                c -> c == 0,
                Character::isISOControl,
                Character::isLetter,
                c -> c >= 0xAC00 && c <= 0xD7A3,
                c -> c == 0x202E,
                c -> c == 0xFFFF,
                // What is left of pairs when whole ones are one code point: the lone halves.
                c -> c >= Character.MIN_HIGH_SURROGATE && c <= Character.MAX_HIGH_SURROGATE,
                c -> c >= Character.MIN_LOW_SURROGATE && c <= Character.MAX_LOW_SURROGATE,
                Character::isSupplementaryCodePoint)) {
            assertThat(all.codePoints()).anyMatch(kind::test);
        }
    }

    @Test
    void aTextOfGivenCharactersHoldsAllOfThemAndNoOthers() {
        String characters = Drawn.from('!', '~');
        assertThat(characters).hasSize(94).startsWith("!\"").endsWith("}~");
        String all = String.join("", drawn(300, drawn -> drawn.text(1, 16, characters)));
        assertThat(all.chars().distinct().sorted().toArray())
                .isEqualTo(characters.chars().toArray());
    }

    @Test
    void bytesAreAnyOrFewOrControls() {
        List<byte[]> all = drawn(100, drawn -> drawn.bytes(300));
        assertThat(all).anyMatch(bytes -> bytes.length > 9 && distinct(bytes) == 1);
        assertThat(all).anyMatch(bytes -> distinct(bytes) > 99);
        assertThat(all).anyMatch(bytes -> bytes.length > 99 && distinct(bytes) > 9 && largest(bytes) < 32);
    }

    private static long distinct(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).chars().distinct().count();
    }

    private static int largest(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).chars().max().orElse(0);
    }
}
