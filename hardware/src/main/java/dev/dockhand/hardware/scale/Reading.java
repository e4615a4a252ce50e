package dev.dockhand.hardware.scale;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a scale said at one moment, or that it said nothing. A value object: it never changes, and it never carries a
 * weight that the frame did not hold.
 *
 * @param state what it means
 * @param weight the value and unit as shown; empty where the frame holds no weight
 * @param net true when a tare is known to be taken off
 * @param flags every single thing the frame says
 * @param raw the bytes as they arrived; empty when the scale is silent
 * @param time when its last byte was read
 * @param device what the scale is called at this station
 */
public record Reading(
        ReadingState state,
        Optional<Weight> weight,
        boolean net,
        Set<StatusFlag> flags,
        RawFrame raw,
        Instant time,
        String device) {

    /** Keeps its own copy. */
    public Reading {
        flags = Set.copyOf(flags);
    }

    /** The scale says nothing. */
    public static Reading stale(Instant time, String device) {
        return new Reading(ReadingState.STALE, Optional.empty(), false, Set.of(), RawFrame.NOTHING, time, device);
    }

    /** The weight in grams, exactly; empty where there is no weight. */
    public Optional<BigDecimal> grams() {
        return weight.map(Weight::grams);
    }

    /** The unit that the scale showed; empty where there is no weight. */
    public Optional<WeightUnit> unit() {
        return weight.map(Weight::unit);
    }
}
