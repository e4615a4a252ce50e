package dev.dockhand.hardware.scale;

import java.util.Set;

/** The one state that follows from the flags of a status. */
final class StatusStates {

    private StatusStates() {}

    /** The most serious first; STABLE when nothing speaks against it. */
    static ReadingState of(Set<StatusFlag> flags) {
        if (flags.contains(StatusFlag.MEMORY_ERROR) || flags.contains(StatusFlag.CALIBRATION_ERROR)) {
            return ReadingState.ERROR;
        }
        if (flags.contains(StatusFlag.OVER_CAPACITY)) {
            return ReadingState.OVER;
        }
        if (flags.contains(StatusFlag.UNDER_ZERO)) {
            return ReadingState.UNDER;
        }
        if (flags.contains(StatusFlag.MOTION)) {
            return ReadingState.MOTION;
        }
        if (flags.contains(StatusFlag.OUTSIDE_ZERO_RANGE)) {
            return ReadingState.ERROR;
        }
        return flags.contains(StatusFlag.CENTRE_OF_ZERO) ? ReadingState.ZERO : ReadingState.STABLE;
    }
}
