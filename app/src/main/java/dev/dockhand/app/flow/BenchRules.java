package dev.dockhand.app.flow;

/**
 * How strict this bench is.
 *
 * @param weighs whether parcels are weighed here
 * @param lockAfter failed sign-ins until a badge is locked
 * @param holdsUpTo shipments that the station wants to hold, so that it can work offline
 */
public record BenchRules(boolean weighs, int lockAfter, int holdsUpTo) {

    /** What suits most benches. */
    public static final BenchRules USUAL = new BenchRules(true, 5, 20);
}
