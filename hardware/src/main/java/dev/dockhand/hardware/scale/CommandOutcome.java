package dev.dockhand.hardware.scale;

/** What came of a command such as zero or tare. */
public enum CommandOutcome {
    /** The scale did it. */
    DONE,
    /** The weight moves; wait and try again. */
    MOTION,
    /** The scale is busy; try again. */
    BUSY,
    /** Too heavy or too light for it. */
    OUT_OF_RANGE,
    /** The scale refused and gave no reason. */
    REFUSED,
    /** The scale or its profile has no such command. */
    NOT_SUPPORTED,
    /** The scale did not answer; look at it before trying again. */
    NO_ANSWER,
    /** The scale is not connected, nothing was sent. */
    NOT_CONNECTED
}
