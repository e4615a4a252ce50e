package dev.dockhand.hardware.scale;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides which weight counts: one that rests, is fresh, and came after the pan was emptied since the last capture. An
 * immutable value: every reading and every capture gives the next one.
 *
 * @param rules the limits
 * @param emptied true when the pan was near zero since the last capture, or nothing was captured yet
 * @param latest what the scale said last
 */
public record WeightCapture(Rules rules, boolean emptied, Optional<Reading> latest) {

    /**
     * The limits.
     *
     * @param fresh how old a reading may be. The usual 500 ms is two and a half polls: one answer may be lost, and a
     *     hand cannot swap parcels in that time
     * @param nearZero how many grams still count as an empty pan. The usual 5 g lets a strip of tape lie there, and is
     *     less than the lightest parcel
     */
    public record Rules(Duration fresh, BigDecimal nearZero) {
        /** The usual limits. */
        public static Rules usual() {
            return new Rules(Duration.ofMillis(500), new BigDecimal("5"));
        }
    }

    /** Why a weight does not count. */
    public enum Refusal {
        /** The scale has said nothing since the start. */
        NO_READING,
        /** The scale is silent, or what it said is too old. */
        STALE,
        /** The weight moves. */
        MOTION,
        /** This scale does not tell whether the weight rests, so it is for showing only. */
        NOT_PROVED,
        /** More than the scale can weigh. */
        OVER,
        /** Less than nothing. */
        UNDER,
        /** The scale reports a fault or cannot be read. */
        ERROR,
        /** Nothing is on the pan. */
        EMPTY,
        /** The pan was not emptied since the last capture. */
        NOT_EMPTIED
    }

    /** What came of an attempt. */
    public sealed interface Attempt {
        /** The policy to go on with. */
        WeightCapture next();
    }

    /**
     * The weight counts.
     *
     * @param reading the reading it came from, to be kept with the parcel
     * @param grams its weight
     * @param next goes on, and waits for the pan to be emptied
     */
    public record Captured(Reading reading, BigDecimal grams, WeightCapture next) implements Attempt {}

    /**
     * The weight does not count; nothing changed.
     *
     * @param refusal why
     * @param next goes on unchanged
     */
    public record Refused(Refusal refusal, WeightCapture next) implements Attempt {}

    /** A policy that has seen nothing yet; what already lies on the pan may be captured. */
    public static WeightCapture of(Rules rules) {
        return new WeightCapture(rules, true, Optional.empty());
    }

    /** Takes what the scale says. */
    public WeightCapture on(Reading reading) {
        return new WeightCapture(rules, emptied || isEmptyPan(reading), Optional.of(reading));
    }

    private boolean isEmptyPan(Reading reading) {
        return switch (reading.state()) {
            case ZERO -> true;
            case STABLE ->
                reading.grams()
                        .map(grams -> grams.abs().compareTo(rules.nearZero()) <= 0)
                        .orElse(false);
            case MOTION, OVER, UNDER, ERROR, STALE -> false;
        };
    }

    /**
     * Tries to capture the weight.
     *
     * @param now the present time
     */
    public Attempt capture(Instant now) {
        if (latest.isEmpty()) {
            return refused(Refusal.NO_READING);
        }
        Reading reading = latest.get();
        boolean old = Duration.between(reading.time(), now).abs().compareTo(rules.fresh()) > 0;
        return switch (reading.state()) {
            case STALE -> refused(Refusal.STALE);
            case MOTION -> refused(old ? Refusal.STALE : moving(reading));
            case OVER -> refused(old ? Refusal.STALE : Refusal.OVER);
            case UNDER -> refused(old ? Refusal.STALE : Refusal.UNDER);
            case ERROR -> refused(old ? Refusal.STALE : Refusal.ERROR);
            case ZERO -> refused(old ? Refusal.STALE : Refusal.EMPTY);
            case STABLE -> old ? refused(Refusal.STALE) : resting(reading);
        };
    }

    private static Refusal moving(Reading reading) {
        return reading.flags().contains(StatusFlag.STABILITY_UNKNOWN) ? Refusal.NOT_PROVED : Refusal.MOTION;
    }

    private Attempt resting(Reading reading) {
        BigDecimal grams = reading.grams().orElse(BigDecimal.ZERO);
        if (grams.signum() < 0) {
            return refused(Refusal.UNDER);
        }
        if (grams.compareTo(rules.nearZero()) <= 0) {
            return refused(Refusal.EMPTY);
        }
        return emptied
                ? new Captured(reading, grams, new WeightCapture(rules, false, latest))
                : refused(Refusal.NOT_EMPTIED);
    }

    private Attempt refused(Refusal refusal) {
        return new Refused(refusal, this);
    }
}
