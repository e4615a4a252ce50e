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

    /**
     * Checks what people type.
     *
     * @throws IllegalArgumentException when a percentage is not 0 to 100, or what a supervisor must see is less than what
     *     nobody must
     */
    public Weighing {
        if (tolerancePercent < 0 || approvalPercent > MOST_PERCENT || tolerancePercent > approvalPercent) {
            throw new IllegalArgumentException("tolerancePercent and approvalPercent are 0 to 100 and rise");
        }
        if (toleranceAtLeast.compareTo(approvalAtLeast) > 0 || packaging.compareTo(Grams.ZERO) < 0) {
            throw new IllegalArgumentException("toleranceAtLeast is at most approvalAtLeast, and no weight is negative");
        }
    }
}
