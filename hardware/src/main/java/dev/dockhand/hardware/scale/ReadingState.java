package dev.dockhand.hardware.scale;

/** What a scale says of the weight on it. */
public enum ReadingState {
    /** The weight rests and may be captured. */
    STABLE,
    /** The weight moves; a weight that comes with it is for showing only. */
    MOTION,
    /** More than the scale can weigh. */
    OVER,
    /** Less than nothing: the pan is lifted or something was taken away that was there at zero. */
    UNDER,
    /** The weight rests at zero. */
    ZERO,
    /** The scale reports a fault, cannot weigh now, or what it said could not be read. */
    ERROR,
    /** The scale says nothing; what it said before no longer counts. */
    STALE
}
