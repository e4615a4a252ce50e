package dev.dockhand.model.site;

import dev.dockhand.model.measure.Grams;

/**
 * How far a parcel's weight may be off.
 *
 * @param packaging usual weight of box and filling
 * @param tolerancePercent how far it may be off, in percent of what is expected
 * @param toleranceAtLeast but never less than this
 * @param approvalPercent how far off it may be without a supervisor's word, in percent of what is expected
 * @param approvalAtLeast but never less than this
 */
public record Weighing(
        Grams packaging, int tolerancePercent, Grams toleranceAtLeast, int approvalPercent, Grams approvalAtLeast) {

    /** What suits most warehouses. */
    public static final Weighing USUAL = new Weighing(Grams.of(80), 5, Grams.of(30), 20, Grams.of(200));

    private static final int MOST_PERCENT = 100;

    boolean isPossible() {
        return tolerancePercent >= 0
                && tolerancePercent <= approvalPercent
                && approvalPercent <= MOST_PERCENT
                && packaging.compareTo(Grams.ZERO) >= 0
                && toleranceAtLeast.compareTo(Grams.ZERO) >= 0
                && toleranceAtLeast.compareTo(approvalAtLeast) <= 0;
    }
}
