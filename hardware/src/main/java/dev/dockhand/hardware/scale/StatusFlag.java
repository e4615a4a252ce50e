package dev.dockhand.hardware.scale;

/** One thing that a scale or the reading of its frame says, beside the state that follows from all of them. */
public enum StatusFlag {
    /** The weight moves. */
    MOTION,
    /** Over capacity. */
    OVER_CAPACITY,
    /** Below zero. */
    UNDER_ZERO,
    /** So far from zero that the scale does not set itself to zero. */
    OUTSIDE_ZERO_RANGE,
    /** Within a quarter of a division of zero. */
    CENTRE_OF_ZERO,
    /** A tare is taken off. */
    NET,
    /** Understood, but the scale is busy with something else. */
    BUSY,
    /** The scale did not understand the command. */
    SYNTAX_ERROR,
    /** The scale received a damaged command. */
    TRANSMISSION_ERROR,
    /** The scale cannot execute the command. */
    LOGICAL_ERROR,
    /** A fault of the scale's memory. */
    MEMORY_ERROR,
    /** A fault of the calibration. */
    CALIBRATION_ERROR,
    /** The scale reports a fault of its own. */
    FAULT,
    /** The scale wants to be set to zero with an empty pan before it weighs. */
    ZERO_NEEDED,
    /** The display is held: the weight is one from before. */
    HELD,
    /** Nothing in the frame tells whether the weight rests, so it is for showing only. */
    STABILITY_UNKNOWN,
    /** The frame says that the pan is at zero beside a weight that is not; its bits are probably read upside down. */
    CONTRADICTION,
    /** A status came where a weight was asked for, and none of its bits says why. */
    NO_WEIGHT,
    /** The value is not in a unit of weight, for instance pieces or percent. */
    NOT_A_WEIGHT,
    /** The frame has a form that the protocol does not know. */
    UNREADABLE
}
