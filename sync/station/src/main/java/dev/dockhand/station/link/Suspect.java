package dev.dockhand.station.link;

import dev.dockhand.model.protocol.Protocol;

/** Searches for the event that a server fails on, by sending fewer and fewer at once. Used by one thread. */
final class Suspect {

    private static final int TRIES = 5;

    private int most = Protocol.MAX_EVENTS;
    private int failures;
    private long from;
    private long answersAtFirst;

    /** How many events may go in one push. */
    int most() {
        return most;
    }

    /** The server took a push. */
    void cleared() {
        failures = 0;
        most = Math.min(Protocol.MAX_EVENTS, most * 2);
    }

    /**
     * The server failed on a push.
     *
     * @param first number of its first event
     * @param size how many it had
     * @param answers how often the server has answered anything
     * @return whether fewer are tried next, which need not wait long
     */
    boolean failedOn(long first, int size, long answers) {
        if (failures == 0 || from != first) {
            failures = 0;
            from = first;
            answersAtFirst = answers;
        }
        failures++;
        boolean searching = most < Protocol.MAX_EVENTS;
        if (size > 1 && (failures >= TRIES || searching)) {
            most = Math.max(1, size / 2);
            failures = 0;
            return true;
        }
        return false;
    }

    /**
     * Whether one event makes the server fail: it was tried often enough alone, and meanwhile the server answered others.
     * A server that fails on everything proves nothing.
     */
    boolean isProved(long first, int size, long answers) {
        return size == 1 && first == from && failures >= TRIES && answers > answersAtFirst;
    }
}
