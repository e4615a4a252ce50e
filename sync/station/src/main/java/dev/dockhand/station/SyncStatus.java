package dev.dockhand.station;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the station stands with the server.
 *
 * @param state in one word
 * @param waiting events that the server has not acknowledged
 * @param oldest when the oldest of them was made, absent when there is none
 * @param lastContact when the server last answered, absent before the first time
 */
public record SyncStatus(
        State state,
        long waiting,
        @Nullable Instant oldest,
        @Nullable Instant lastContact) {

    /** States of the link. */
    public enum State {
        /** Nothing waits, and the server answers. */
        IN_STEP,
        /** The server answers; events or changes are on their way. */
        CATCHING_UP,
        /** The server cannot be reached; work goes on. */
        OFFLINE,
        /** The server refuses this station's key; work goes on, a supervisor must enrol it again. */
        REFUSED,
        /** The server speaks another version; work goes on, IT must update one of them. */
        OTHER_VERSION,
        /** Two machines claim to be this station; a supervisor must enrol this one again. */
        CONFLICT
    }
}
