package dev.dockhand.app.flow;

import dev.dockhand.model.measure.Grams;

/**
 * How strict this bench is.
 *
 * @param weighs whether parcels are weighed here
 * @param packaging usual weight of box and filling
 * @param tolerancePercent how far a parcel's weight may be off, in percent of what is expected
 * @param toleranceAtLeast but never less than this
 * @param approvalPercent how far off it may be without a supervisor's word, in percent of what is expected
 * @param approvalAtLeast but never less than this
 * @param lockAfter failed sign-ins until a badge is locked
 * @param holdsUpTo shipments that the station wants to hold, so that it can work offline
 */
public record BenchRules(
        boolean weighs,
        Grams packaging,
        int tolerancePercent,
        Grams toleranceAtLeast,
        int approvalPercent,
        Grams approvalAtLeast,
        int lockAfter,
        int holdsUpTo) {

    /** What suits most benches. */
    public static final BenchRules USUAL =
            new BenchRules(true, Grams.of(80), 5, Grams.of(30), 20, Grams.of(200), 5, 20);
}
