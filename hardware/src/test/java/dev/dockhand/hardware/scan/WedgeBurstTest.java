package dev.dockhand.hardware.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.rules.Drawn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class WedgeBurstTest {

    /** A window with one text field behind the recogniser. */
    private static final class Window {
        private final WedgeBurst burst;
        private final StringBuilder field = new StringBuilder();
        private final List<WedgeBurst.Outcome> scans = new ArrayList<>();
        private long millis = 1_000;

        Window(WedgeSettings settings) {
            burst = new WedgeBurst(settings);
        }

        Window keys(String keys, long gap) {
            for (char c : keys.toCharArray()) {
                pause(gap);
                WedgeBurst.Step step = burst.key(c, nanos());
                take(step);
                if (!step.consumed()) {
                    field.append(c);
                }
            }
            return this;
        }

        Window enter(long gap) {
            pause(gap);
            WedgeBurst.Step step = burst.end(nanos());
            take(step);
            if (!step.consumed()) {
                field.append('\n');
            }
            return this;
        }

        /** Time passes, and the timer of the window rings when it should. */
        Window pause(long gap) {
            long until = millis + gap;
            while (burst.patience(nanos()).isPresent()) {
                long due = millis
                        + burst.patience(nanos())
                                .orElseThrow()
                                .plusNanos(999_999)
                                .toMillis();
                if (due >= until) {
                    break;
                }
                millis = due;
                take(burst.passed(nanos()));
            }
            millis = until;
            return this;
        }

        /** The thread that takes keys hangs, so no timer rings. */
        Window hang(long gap) {
            millis += gap;
            return this;
        }

        private void take(WedgeBurst.Step step) {
            field.append(step.typed());
            if (step.outcome() != null) {
                scans.add(step.outcome());
            }
        }

        private long nanos() {
            return millis * 1_000_000;
        }
    }

    private static Window window() {
        return new Window(WedgeSettings.USUAL);
    }

    private static WedgeBurst.Outcome burst(String text) {
        return new WedgeBurst.Burst(text);
    }

    @Test
    void quickKeysAndEnterAreAScanAndNothingReachesTheField() {
        Window window = window().keys("8801234567893", 5).enter(5).pause(500);
        assertThat(window.scans).containsExactly(burst("8801234567893"));
        assertThat(window.field).isEmpty();
    }

    @Test
    void slowKeysAreTypingAndReachTheFieldInOrder() {
        Window window = window().keys("hello", 120).enter(120).pause(500);
        assertThat(window.scans).isEmpty();
        assertThat(window.field).hasToString("hello\n");
    }

    @Test
    void aQuickRollOfTheFingersIsStillTyping() {
        Window window = window().keys("s", 100)
                .keys("ing", 30)
                .keys("er", 140)
                .enter(200)
                .pause(500);
        assertThat(window.field).hasToString("singer\n");
        assertThat(window.scans).isEmpty();
    }

    @Test
    void aPersonWhoBeginsVeryQuicklyIsFoundOutByThePausesThatFollow() {
        Window window =
                window().keys("abcdef", 30).keys("ghijk", 150).enter(150).pause(500);
        assertThat(window.field).hasToString("abcdefghijk\n");
        assertThat(window.scans).isEmpty();
    }

    @Test
    void aKeyHeldDownIsTyping() {
        Window window = window().keys("aaaaaaaaaaaa", 33).enter(300).pause(500);
        assertThat(window.field).hasToString("aaaaaaaaaaaa\n");
        assertThat(window.scans).isEmpty();
    }

    @Test
    void aCodeOfEqualDigitsIsAScan() {
        Window window = window().keys("0000", 5).enter(5);
        assertThat(window.scans).containsExactly(burst("0000"));
    }

    @Test
    void twoCharactersAreTyping() {
        Window window = window().keys("A1", 5).enter(5).keys("880", 5).enter(5);
        assertThat(window.field).hasToString("A1\n");
        assertThat(window.scans).containsExactly(burst("880"));
    }

    @Test
    void aHangingWindowDoesNotCutALongScan() {
        Window window = window().keys("8801234", 5).hang(250).keys("567893", 0).enter(0);
        assertThat(window.scans).containsExactly(burst("8801234567893"));
        assertThat(window.field).isEmpty();
    }

    @Test
    void aScanWhoseBeginningWasTakenForTypingIsTornAndNotShortened() {
        Window window = window().keys("88", 5).hang(200).keys("01234567893", 0).enter(0);
        assertThat(window.scans).containsExactly(new WedgeBurst.Torn("01234567893"));
    }

    @Test
    void aScanWithoutItsEndIsTornAndItsLateEndPressesNothing() {
        Window window = window().keys("8801234567893", 5).pause(400).enter(100);
        assertThat(window.scans).containsExactly(new WedgeBurst.Torn("8801234567893"));
        assertThat(window.field).isEmpty();
        window.enter(100);
        assertThat(window.field).hasToString("\n");
    }

    @Test
    void controlCharactersAreDroppedAndTheSeparatorIsKept() {
        Window window = window().keys("]C10109\u001d\u000010ABC\u001b", 5).enter(5);
        assertThat(window.scans).containsExactly(burst("]C10109\u001d10ABC"));
    }

    @Test
    void backspaceGoesToTheField() {
        Window window = window().keys("ab", 100).keys("\b", 100);
        assertThat(window.field).hasToString("ab\b");
    }

    @Test
    void aPrefixMakesTimingNeedless() {
        Window window = new Window(WedgeSettings.USUAL.withPrefix('\u0007'));
        window.keys("x", 5).keys("\u0007" + "88012", 200).enter(200).keys("y", 1);
        assertThat(window.scans).containsExactly(burst("88012"));
        assertThat(window.field).hasToString("xy");
    }

    @Test
    void aNewPrefixTearsTheScanBefore() {
        Window window = new Window(WedgeSettings.USUAL.withPrefix('\u0007'));
        window.keys("\u0007" + "880\u0007" + "881", 5).enter(5);
        assertThat(window.scans).containsExactly(new WedgeBurst.Torn("880"), burst("881"));
    }

    @Test
    void aScannerWithoutAnEndIsEndedByTheGap() {
        Window window = new Window(new WedgeSettings(null, Duration.ofMillis(50), 3, false));
        window.keys("88012", 5).pause(100).keys("88013", 5).pause(100);
        assertThat(window.scans).containsExactly(burst("88012"), burst("88013"));
    }

    @Test
    void anEndlessRunIsNamedAndNotKept() {
        Window window = window().keys("ab".repeat(2_049), 0).enter(0);
        assertThat(window.scans).containsExactly(new WedgeBurst.TooLong(4_098));
        assertThat(window.field).isEmpty();
    }

    private static List<String> codes(Drawn drawn) {
        String printed = Drawn.from(' ', '~');
        return drawn.list(0, 15, () -> drawn.text(3, 40, printed));
    }

    @Test
    void everyScanComesOutOnceAndInOrderHoweverCloseTheyAre() {
        Drawn.each(300, drawn -> {
            List<String> codes = codes(drawn);
            int between = drawn.between(0, 100);
            Window window = window();
            for (String code : codes) {
                window.pause(between);
                for (char c : code.toCharArray()) {
                    window.keys(String.valueOf(c), drawn.between(0, 49));
                }
                window.enter(drawn.between(0, 49));
            }
            assertThat(window.scans)
                    .isEqualTo(codes.stream().map(WedgeBurstTest::burst).toList());
            assertThat(window.field).isEmpty();
        });
    }

    @Test
    void whatAPersonTypesReachesTheFieldAndIsNeverAScan() {
        Drawn.each(300, drawn -> {
            List<String> words = codes(drawn);
            Window window = window();
            for (String word : words) {
                for (char c : word.toCharArray()) {
                    window.keys(String.valueOf(c), drawn.between(60, 459));
                }
                window.enter(drawn.between(60, 459));
            }
            assertThat(window.scans).isEmpty();
            assertThat(window.field.toString()).isEqualTo(words.isEmpty() ? "" : String.join("\n", words) + "\n");
        });
    }

    @Test
    void noCharacterIsLostOrDoubledWhateverTheTiming() {
        Drawn.each(500, drawn -> {
            RandomGenerator random = drawn.random();
            Window window = window();
            StringBuilder fed = new StringBuilder();
            for (String part : codes(drawn)) {
                for (char c : part.toCharArray()) {
                    long gap = random.nextInt(10) < 8 ? random.nextInt(40) : random.nextInt(500);
                    window.keys(String.valueOf(c), gap);
                    fed.append(c);
                }
                if (drawn.yes()) {
                    window.enter(random.nextInt(80));
                }
            }
            window.pause(5_000);
            StringBuilder got = new StringBuilder(window.field.toString().replace("\n", ""));
            window.scans.forEach(outcome -> got.append(
                    switch (outcome) {
                        case WedgeBurst.Burst burst -> burst.text();
                        case WedgeBurst.Torn torn -> torn.text();
                        case WedgeBurst.TooLong tooLong -> "too long";
                    }));
            assertThat(got.chars().sorted().toArray())
                    .isEqualTo(fed.chars().sorted().toArray());
        });
    }
}
