package dev.dockhand.hardware.scale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.hardware.scale.WeightCapture.Refusal;
import dev.dockhand.rules.Drawn;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightCaptureTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private final WeightCapture fresh = WeightCapture.of(WeightCapture.Rules.usual());

    private static Reading reading(ReadingState state, String grams, Instant time) {
        Optional<Weight> weight =
                grams.isEmpty() ? Optional.empty() : Optional.of(new Weight(new BigDecimal(grams), WeightUnit.GRAM));
        return new Reading(state, weight, false, Set.of(), RawFrame.NOTHING, time, "scale");
    }

    private static Refusal refusal(WeightCapture.Attempt attempt) {
        assertThat(attempt).isInstanceOf(WeightCapture.Refused.class);
        return ((WeightCapture.Refused) attempt).refusal();
    }

    @Test
    void takesAWeightThatRestsAndIsFresh() {
        WeightCapture seen = fresh.on(reading(ReadingState.STABLE, "412", NOON));
        assertThat(seen.capture(NOON.plusMillis(500)))
                .isInstanceOfSatisfying(
                        WeightCapture.Captured.class,
                        captured -> assertThat(captured.grams()).isEqualByComparingTo("412"));
    }

    @ParameterizedTest
    @CsvSource({
        "STABLE, 412, 501, STALE",
        "MOTION, 412, 0, MOTION",
        "MOTION, 412, 501, STALE",
        "OVER, '', 0, OVER",
        "UNDER, '', 0, UNDER",
        "ERROR, '', 0, ERROR",
        "STALE, '', 0, STALE",
        "ZERO, 0, 0, EMPTY",
        "STABLE, 4, 0, EMPTY",
        "STABLE, -20, 0, UNDER",
        "STABLE, 412, -501, STALE",
    })
    void saysWhyAWeightDoesNotCount(ReadingState state, String grams, long ageMillis, Refusal refusal) {
        WeightCapture seen = fresh.on(reading(state, grams, NOON));
        assertThat(refusal(seen.capture(NOON.plusMillis(ageMillis)))).isEqualTo(refusal);
    }

    @Test
    void refusesBeforeTheScaleHasSpoken() {
        assertThat(refusal(fresh.capture(NOON))).isEqualTo(Refusal.NO_READING);
    }

    @Test
    void thePanMustBeEmptiedBetweenTwoCaptures() {
        WeightCapture seen = fresh.on(reading(ReadingState.STABLE, "412", NOON));
        WeightCapture after = seen.capture(NOON).next().on(reading(ReadingState.STABLE, "412", NOON.plusMillis(200)));
        assertThat(refusal(after.capture(NOON.plusMillis(200)))).isEqualTo(Refusal.NOT_EMPTIED);
        // Moving about is not emptying.
        WeightCapture moved = after.on(reading(ReadingState.MOTION, "", NOON.plusMillis(400)))
                .on(reading(ReadingState.UNDER, "", NOON.plusMillis(600)))
                .on(reading(ReadingState.STALE, "", NOON.plusMillis(700)))
                .on(reading(ReadingState.STABLE, "900", NOON.plusMillis(800)));
        assertThat(refusal(moved.capture(NOON.plusMillis(800)))).isEqualTo(Refusal.NOT_EMPTIED);
        WeightCapture emptied = moved.on(reading(ReadingState.STABLE, "3", NOON.plusMillis(1000)))
                .on(reading(ReadingState.STABLE, "900", NOON.plusMillis(1200)));
        assertThat(emptied.capture(NOON.plusMillis(1200))).isInstanceOf(WeightCapture.Captured.class);
    }

    @Test
    void anOldWeightDoesNotSurviveMotion() {
        WeightCapture seen = fresh.on(reading(ReadingState.STABLE, "412", NOON))
                .on(reading(ReadingState.MOTION, "", NOON.plusMillis(200)));
        assertThat(refusal(seen.capture(NOON.plusMillis(200)))).isEqualTo(Refusal.MOTION);
    }

    @Test
    void whateverTheScaleSaysOnlyAFreshRestingWeightIsTaken() {
        Drawn.each(
                1_000,
                drawn -> onlyAFreshRestingWeightIsTaken(
                        drawn.list(1, 30, () -> drawn.one(List.of(ReadingState.values()))),
                        drawn.between(0, 1000),
                        drawn.between(-50, 2000)));
    }

    private void onlyAFreshRestingWeightIsTaken(List<ReadingState> states, int age, int grams) {
        WeightCapture capture = fresh;
        Instant time = NOON;
        Reading last = reading(ReadingState.STALE, "", time);
        for (ReadingState now : states) {
            time = time.plus(Duration.ofMillis(200));
            boolean weighs = now == ReadingState.STABLE || now == ReadingState.MOTION;
            last = reading(now, weighs ? Integer.toString(grams) : "", time);
            capture = capture.on(last);
        }
        if (capture.capture(time.plusMillis(age)) instanceof WeightCapture.Captured captured) {
            assertThat(last.state()).isEqualTo(ReadingState.STABLE);
            assertThat(age).isLessThanOrEqualTo(500);
            assertThat(captured.grams()).isEqualByComparingTo(Integer.toString(grams));
            assertThat(captured.grams()).isPositive();
            assertThat(refusal(captured.next().capture(time.plusMillis(age)))).isEqualTo(Refusal.NOT_EMPTIED);
        }
    }
}
