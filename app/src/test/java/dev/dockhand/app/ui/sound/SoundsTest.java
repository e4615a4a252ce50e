package dev.dockhand.app.ui.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.dockhand.app.flow.Verdict;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SoundsTest {

    @Test
    void thereAreSixSoundsAndNoTwoAreAlike() {
        Set<Object> different = new HashSet<>();
        for (Verdict.Tone tone : Verdict.Tone.values()) {
            different.add(java.util.Arrays.hashCode(Synthesiser.samples(tone)));
        }
        assertThat(different).hasSize(6);
    }

    @Test
    void goodIsShorterThanTwoTenthsAndTheAlarmIsTheLongest() {
        assertThat(seconds(Verdict.Tone.GOOD)).isLessThan(0.2);
        assertThat(seconds(Verdict.Tone.STOP)).isGreaterThan(seconds(Verdict.Tone.WARN));
        for (Verdict.Tone tone : Verdict.Tone.values()) {
            assertThat(seconds(Verdict.Tone.ALARM)).isGreaterThanOrEqualTo(seconds(tone));
        }
    }

    @Test
    void noSoundBeginsOrEndsWithAClickOrIsTornByOverflow() {
        for (Verdict.Tone tone : Verdict.Tone.values()) {
            byte[] samples = Synthesiser.samples(tone);
            assertThat(Math.abs(sample(samples, 0))).isLessThan(200);
            assertThat(Math.abs(sample(samples, samples.length / 2 - 1))).isLessThan(1_500);
            int loudest = 0;
            for (int i = 1; i < samples.length / 2; i++) {
                loudest = Math.max(loudest, Math.abs(sample(samples, i)));
            }
            assertThat(loudest).isBetween(10_000, 30_000);
        }
    }

    @Test
    void aBenchWithoutASpeakerStaysSilentAndGoesOn() {
        assertThatCode(() -> {
                    try (Sounds sounds = new SpeakerSounds()) {
                        for (int i = 0; i < 100; i++) {
                            sounds.play(Verdict.Tone.GOOD);
                        }
                        sounds.play(Verdict.Tone.ALARM);
                    }
                })
                .doesNotThrowAnyException();
    }

    private static double seconds(Verdict.Tone tone) {
        return Synthesiser.samples(tone).length / 2.0 / Synthesiser.RATE;
    }

    private static int sample(byte[] samples, int index) {
        return (short) (samples[2 * index] & 0xff | samples[2 * index + 1] << 8);
    }
}
