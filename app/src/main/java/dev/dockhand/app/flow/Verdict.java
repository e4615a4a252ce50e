package dev.dockhand.app.flow;

/**
 * The answer to an input: a word, a colour, a shape and a sound.
 *
 * @param tone how it sounds
 * @param text what it says
 */
public record Verdict(Tone tone, Text text) {

    /** It counted. */
    public static Verdict good(String key, Object... arguments) {
        return new Verdict(Tone.GOOD, Text.of(key, arguments));
    }

    /** A step is complete: a line, a pick list, a parcel. */
    public static Verdict done(String key, Object... arguments) {
        return new Verdict(Tone.DONE, Text.of(key, arguments));
    }

    /** Nothing counted, nothing is wrong; the next step is on the screen. */
    public static Verdict note(String key, Object... arguments) {
        return new Verdict(Tone.NOTE, Text.of(key, arguments));
    }

    /** It did not count, or it counted and is not as it should be: short, damaged, otherwise than announced. */
    public static Verdict warn(String key, Object... arguments) {
        return new Verdict(Tone.WARN, Text.of(key, arguments));
    }

    /** It did not count and must be answered on purpose before anything else is taken. */
    public static Verdict stop(String key, Object... arguments) {
        return new Verdict(Tone.STOP, Text.of(key, arguments));
    }

    /** How a verdict sounds; each tone has one sound, one colour and one shape. */
    public enum Tone {
        GOOD,
        DONE,
        NOTE,
        WARN,
        STOP,
        /** A late cancel: louder than a stop. */
        ALARM;

        /** Whether it stays until it is answered on purpose. */
        public boolean mustBeAnswered() {
            return this == STOP || this == ALARM;
        }
    }
}
