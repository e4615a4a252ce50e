package dev.dockhand.app.ui.sound;

import dev.dockhand.app.flow.Verdict;
import java.util.List;

/** Computes the six sounds as samples. Good ones are short and rise, bad ones are low, rough and longer. */
public final class Synthesiser {

    /** Samples a second. */
    public static final int RATE = 44_100;

    private static final double LOUDNESS = 0.55;
    private static final double FADE_SECONDS = 0.006;

    private Synthesiser() {}

    /**
     * One stretch of a sound.
     *
     * @param hertz pitch, 0 for silence
     * @param millis how long
     * @param rough whether it buzzes
     */
    record Note(double hertz, int millis, boolean rough) {
        int samples() {
            return millis * RATE / 1000;
        }
    }

    /** The notes of a tone. */
    static List<Note> notes(Verdict.Tone tone) {
        return switch (tone) {
            case GOOD -> List.of(new Note(1_568, 90, false));
            case DONE -> List.of(new Note(1_047, 70, false), new Note(1_568, 70, false), new Note(2_093, 110, false));
            case NOTE -> List.of(new Note(784, 70, false));
            case WARN -> List.of(new Note(440, 110, true), new Note(0, 50, false), new Note(440, 130, true));
            case STOP -> List.of(new Note(196, 260, true), new Note(0, 40, false), new Note(147, 420, true));
            case ALARM -> alarm();
        };
    }

    private static List<Note> alarm() {
        Note high = new Note(988, 180, true);
        Note low = new Note(659, 180, true);
        return List.of(high, low, high, low, high, low);
    }

    /** The sound of a tone as mono samples, 16 bits, little end first. */
    public static byte[] samples(Verdict.Tone tone) {
        List<Note> notes = notes(tone);
        byte[] samples = new byte[2 * notes.stream().mapToInt(Note::samples).sum()];
        int at = 0;
        for (Note note : notes) {
            for (int i = 0; i < note.samples(); i++) {
                int value = (int) Math.round(Short.MAX_VALUE * LOUDNESS * wave(note, i) * fade(i, note.samples()));
                samples[at++] = (byte) value;
                samples[at++] = (byte) (value >> 8);
            }
        }
        return samples;
    }

    private static double wave(Note note, int sample) {
        double turns = note.hertz() * sample / RATE;
        double sine = Math.sin(2 * Math.PI * turns);
        // Odd overtones make the buzz.
        double buzz = Math.sin(6 * Math.PI * turns) / 3 + Math.sin(10 * Math.PI * turns) / 5;
        return note.rough() ? (sine + buzz) * 0.9 : sine;
    }

    private static double fade(int sample, int samples) {
        double edge = FADE_SECONDS * RATE;
        return Math.min(1, Math.min(sample, samples - sample) / edge);
    }
}
