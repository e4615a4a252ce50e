package dev.dockhand.hardware.scale;

import java.util.EnumSet;
import java.util.Set;

/** The one state that follows from the flags of a frame. */
final class StatusStates {

    private static final Set<StatusFlag> FAULTS = EnumSet.of(
            StatusFlag.MEMORY_ERROR,
            StatusFlag.CALIBRATION_ERROR,
            StatusFlag.FAULT,
            StatusFlag.ZERO_NEEDED,
            StatusFlag.HELD,
            StatusFlag.NOT_A_WEIGHT,
            StatusFlag.BUSY,
            StatusFlag.SYNTAX_ERROR,
            StatusFlag.TRANSMISSION_ERROR,
            StatusFlag.LOGICAL_ERROR);

    private StatusStates() {}

    /** The most serious first; STABLE when nothing speaks against it. */
    static ReadingState of(Set<StatusFlag> flags) {
        if (flags.stream().anyMatch(FAULTS::contains)) {
            return ReadingState.ERROR;
        }
        if (flags.contains(StatusFlag.OVER_CAPACITY)) {
            return ReadingState.OVER;
        }
        if (flags.contains(StatusFlag.UNDER_ZERO)) {
            return ReadingState.UNDER;
        }
        if (flags.contains(StatusFlag.MOTION) || flags.contains(StatusFlag.STABILITY_UNKNOWN)) {
            return ReadingState.MOTION;
        }
        if (flags.contains(StatusFlag.OUTSIDE_ZERO_RANGE)) {
            return ReadingState.ERROR;
        }
        return flags.contains(StatusFlag.CENTRE_OF_ZERO) ? ReadingState.ZERO : ReadingState.STABLE;
    }
}
