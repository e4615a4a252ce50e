package dev.dockhand.hardware.scale;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds out what a scale speaks from what it said with an empty and with a loaded pan, each recorded with the settings and
 * the request of every candidate. A profile makes sense when it reads zero from the one and a resting weight from the
 * other. Pure: {@link ScaleProbe} records.
 */
public final class ScaleWizard {

    private ScaleWizard() {}

    /**
     * What came while one profile's settings and request were used.
     *
     * @param profile the candidate
     * @param raw every byte that came
     * @param problem why nothing could be recorded; empty when it could
     */
    public record Recording(ScaleProfile profile, RawFrame raw, Optional<String> problem) {}

    /** How well a profile explains both recordings, the best first. */
    public enum Fit {
        /** Zero, then a resting weight. */
        MAKES_SENSE,
        /** Two different weights, but nothing tells whether they rest: good for showing only. */
        SHOWN_ONLY,
        /** It can be read, and says something else than what lies there. */
        CONTRADICTS,
        /** Bytes came that are not of this profile. */
        UNREADABLE,
        /** Nothing came, or nothing was recorded. */
        SILENT
    }

    /** The reason of a fit. */
    public enum Why {
        /** Zero, then a resting weight. */
        AS_IT_IS,
        /** The frames do not tell whether the weight rests. */
        STABILITY_UNKNOWN,
        /** With the empty pan the scale does not say zero; its status bits may be upside down. */
        EMPTY_IS_NOT_ZERO,
        /** With the empty pan the weight moves. */
        EMPTY_MOVES,
        /** With the loaded pan the weight moves. */
        LOADED_MOVES,
        /** With the loaded pan there is no weight above zero. */
        LOADED_IS_NOT_HEAVIER,
        /** The scale reports a fault, or more or less than it can weigh. */
        CANNOT_WEIGH,
        /** Not one frame fits. */
        NO_FRAME,
        /** Not one byte came. */
        NO_BYTE,
        /** It was not tried, or the port could not be opened. */
        NOT_RECORDED
    }

    /**
     * One profile, judged.
     *
     * @param profile the profile
     * @param fit how well it fits
     * @param why the reason
     * @param loadedGrams what it reads from the loaded pan; empty when nothing
     * @param unreadable how many pieces of both recordings it cannot read
     * @param problem why it was not recorded; empty when it was
     */
    public record Judged(
            ScaleProfile profile,
            Fit fit,
            Why why,
            Optional<BigDecimal> loadedGrams,
            int unreadable,
            Optional<String> problem) {}

    /** What to make of it. */
    public enum Verdict {
        /** One profile makes sense. */
        CLEAR,
        /** Several do and read the same weight; any of them will do, the first is suggested. */
        EQUAL,
        /** Several do and read different weights: somebody has to compare with the scale's display. */
        AMBIGUOUS,
        /** Only profiles that never capture make sense. */
        SHOWN_ONLY,
        /** None makes sense. */
        NONE
    }

    /**
     * The advice.
     *
     * @param verdict what to make of it
     * @param ranking every candidate, the best first
     */
    public record Advice(Verdict verdict, List<Judged> ranking) {
        /** Keeps its own copy. */
        public Advice {
            ranking = List.copyOf(ranking);
        }

        /** The profile to take; empty when somebody has to choose, or none makes sense. */
        public Optional<ScaleProfile> suggestion() {
            return verdict == Verdict.CLEAR || verdict == Verdict.EQUAL || verdict == Verdict.SHOWN_ONLY
                    ? Optional.of(ranking.getFirst().profile())
                    : Optional.empty();
        }
    }

    /**
     * Judges every profile that is in both lists.
     *
     * @param empty what came with an empty pan
     * @param loaded what came with something on it that weighs a good deal more than a division
     */
    public static Advice judge(List<Recording> empty, List<Recording> loaded) {
        List<Judged> ranking = empty.stream()
                .flatMap(first -> loaded.stream()
                        .filter(second ->
                                second.profile().id().equals(first.profile().id()))
                        .limit(1)
                        .map(second -> judge(first, second)))
                .sorted(Comparator.comparing(Judged::fit).thenComparing(Judged::unreadable))
                .toList();
        return new Advice(verdict(ranking), ranking);
    }

    private static Verdict verdict(List<Judged> ranking) {
        List<Judged> best =
                ranking.stream().filter(each -> each.fit() == Fit.MAKES_SENSE).toList();
        if (best.isEmpty()) {
            boolean shown = ranking.stream().anyMatch(each -> each.fit() == Fit.SHOWN_ONLY);
            return shown ? Verdict.SHOWN_ONLY : Verdict.NONE;
        }
        long weights = best.stream().map(Judged::loadedGrams).distinct().count();
        return best.size() == 1 ? Verdict.CLEAR : weights == 1 ? Verdict.EQUAL : Verdict.AMBIGUOUS;
    }

    private static Judged judge(Recording empty, Recording loaded) {
        HeardScale before = HeardScale.of(empty);
        HeardScale after = HeardScale.of(loaded);
        Optional<String> problem = empty.problem().or(loaded::problem);
        Why why = problem.isPresent() ? Why.NOT_RECORDED : why(before, after);
        return new Judged(
                empty.profile(), fit(why), why, after.grams(), before.unreadable() + after.unreadable(), problem);
    }

    private static Fit fit(Why why) {
        return switch (why) {
            case AS_IT_IS -> Fit.MAKES_SENSE;
            case STABILITY_UNKNOWN -> Fit.SHOWN_ONLY;
            case EMPTY_IS_NOT_ZERO, EMPTY_MOVES, LOADED_MOVES, LOADED_IS_NOT_HEAVIER, CANNOT_WEIGH -> Fit.CONTRADICTS;
            case NO_FRAME -> Fit.UNREADABLE;
            case NO_BYTE, NOT_RECORDED -> Fit.SILENT;
        };
    }

    private static Why why(HeardScale empty, HeardScale loaded) {
        if (empty.isNothing() && loaded.isNothing()) {
            return Why.NO_BYTE;
        }
        ScaleMessage.Measurement first = empty.last().orElse(null);
        ScaleMessage.Measurement second = loaded.last().orElse(null);
        if (first == null || second == null) {
            return Why.NO_FRAME;
        }
        if (cannotWeigh(first.state()) || cannotWeigh(second.state())) {
            return Why.CANNOT_WEIGH;
        }
        BigDecimal weight = loaded.grams().orElse(BigDecimal.ZERO);
        BigDecimal rest = empty.grams().orElse(BigDecimal.ZERO);
        if (first.flags().contains(StatusFlag.STABILITY_UNKNOWN)) {
            return weight.compareTo(rest) > 0 ? Why.STABILITY_UNKNOWN : Why.LOADED_IS_NOT_HEAVIER;
        }
        if (first.state() == ReadingState.MOTION) {
            return Why.EMPTY_MOVES;
        }
        if (second.state() == ReadingState.MOTION) {
            return Why.LOADED_MOVES;
        }
        if (second.state() == ReadingState.ZERO || weight.signum() <= 0 || weight.compareTo(rest) <= 0) {
            return Why.LOADED_IS_NOT_HEAVIER;
        }
        // A strip of tape may lie on an empty pan, but not half of the load.
        boolean nearZero = first.state() == ReadingState.ZERO
                || rest.abs().multiply(BigDecimal.TWO).compareTo(weight) < 0;
        return nearZero ? Why.AS_IT_IS : Why.EMPTY_IS_NOT_ZERO;
    }

    private static boolean cannotWeigh(ReadingState state) {
        return state == ReadingState.OVER || state == ReadingState.UNDER || state == ReadingState.ERROR;
    }

    /** Whether a recording holds anything that its profile takes for a scale that weighs, or cannot weigh now. */
    static boolean isAnswer(Recording recording) {
        return HeardScale.of(recording)
                .last()
                .filter(said -> !said.flags().contains(StatusFlag.SYNTAX_ERROR))
                .isPresent();
    }
}
