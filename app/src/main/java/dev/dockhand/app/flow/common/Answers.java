package dev.dockhand.app.flow.common;

import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;

/** Refusals that every job words in the same way. Nothing is recorded by any of them. */
public final class Answers {

    private Answers() {}

    /** The key does nothing at this step. */
    public static <S> Decision<S> noSuchKey(S state) {
        return warn(state, "common.no-such-key");
    }

    /** The choice is not offered, or not any more. */
    public static <S> Decision<S> noSuchChoice(S state) {
        return warn(state, "common.no-such-choice");
    }

    /** A figure came though no keypad is shown. */
    public static <S> Decision<S> notAsked(S state) {
        return warn(state, "common.not-asked");
    }

    /** What was entered is no figure within its bounds. */
    public static <S> Decision<S> noFigure(S state, int least, int most) {
        return warn(state, "common.no-figure", least, most);
    }

    /** A barcode came while a figure is asked for. */
    public static <S> Decision<S> figureFirst(S state) {
        return warn(state, "common.figure-first");
    }

    /** A barcode came while a choice or a yes is asked for. */
    public static <S> Decision<S> chooseFirst(S state) {
        return warn(state, "common.choose-first");
    }

    /** The code is not what is asked for: what it means to the house, or that nobody knows it. */
    public static <S> Decision<S> unwanted(S state, ScannedCode code, Lookup lookup) {
        return Decision.show(
                state,
                Meaning.of(code, lookup)
                        .map(meaning -> new Verdict(Verdict.Tone.WARN, meaning))
                        .orElseGet(() -> unknown(code)));
    }

    /**
     * The same, and what is wanted instead of a code that has a meaning.
     *
     * @param wanted key of the text that says what to scan
     */
    public static <S> Decision<S> unwanted(
            S state, ScannedCode code, Lookup lookup, String wanted, Object... arguments) {
        return Meaning.of(code, lookup)
                .map(meaning -> Answers.<S>warn(state, "common.means", meaning, Text.of(wanted, arguments)))
                .orElseGet(() -> Decision.show(state, unknown(code)));
    }

    /** The verdict on a code that nobody knows, or that is wrong in itself. */
    public static Verdict unknown(ScannedCode code) {
        Text error = code.error();
        return error != null
                ? new Verdict(Verdict.Tone.WARN, error)
                : Verdict.warn("common.unknown-code", Shown.of(code));
    }

    /** It did not count; the step stays. */
    public static <S> Decision<S> warn(S state, String key, Object... arguments) {
        return Decision.show(state, Verdict.warn(key, arguments));
    }

    /** It did not count and must be answered; the step stays. */
    public static <S> Decision<S> stop(S state, String key, Object... arguments) {
        return Decision.show(state, Verdict.stop(key, arguments));
    }

    /** Only what is shown changes. */
    public static <S> Decision<S> note(S next, String key, Object... arguments) {
        return Decision.show(next, Verdict.note(key, arguments));
    }
}
