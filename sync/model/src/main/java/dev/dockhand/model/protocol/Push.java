package dev.dockhand.model.protocol;

import java.util.List;
import java.util.Objects;

/** Answers to pushed events. */
public final class Push {

    private Push() {}

    /**
     * Everything up to {@code acked} is committed. A repeat gets the same answer as the first time.
     *
     * @param serverEpoch life of the server's data
     * @param epoch the station's epoch that was pushed
     * @param acked last event that the server has
     * @param lastHash hash of the last event of this push: who answers in the server's place does not know it
     * @param outcomes one for every event of this push
     */
    public record Result(long serverEpoch, int epoch, long acked, String lastHash, List<Outcome> outcomes) {

        /** Copies the list. */
        public Result {
            Objects.requireNonNull(lastHash, "lastHash");
            outcomes = List.copyOf(outcomes);
        }
    }

    /**
     * What became of one event. It is acknowledged either way.
     *
     * @param seq which
     * @param status applied, or put before a supervisor
     */
    public record Outcome(long seq, Status status) {}

    /**
     * Events that were handed over are kept.
     *
     * @param kept how many were not kept before
     * @param lastHash as in {@link Result}
     */
    public record Kept(int kept, String lastHash) {

        /** Checks what comes from outside. */
        public Kept {
            Objects.requireNonNull(lastHash, "lastHash");
        }
    }

    /** What became of an event. */
    public enum Status {
        /** Applied. */
        ACCEPTED,
        /** Kept; a supervisor must settle it. */
        EXCEPTION,
        /** Kept as it came, and counted nowhere: it cannot be read, or does not fit. A supervisor must settle it. */
        QUARANTINED,
        /** Something that came later than this version; the event is acknowledged. */
        UNKNOWN
    }

    /**
     * Nothing of this push was taken (HTTP 409).
     *
     * @param code why
     * @param expected the number that the server waits for
     * @param lastHash as in {@link Result}
     */
    public record Refusal(Code code, long expected, String lastHash) {

        /** Checks what comes from outside. */
        public Refusal {
            Objects.requireNonNull(lastHash, "lastHash");
        }
    }

    /** Why a push was refused as a whole. */
    public enum Code {
        /** Events before these are missing: send from {@code expected} on. */
        GAP,
        /** Same number, other content: two machines claim to be this station, or an image was restored. */
        EPOCH_CONFLICT,
        /** A reason that came later than this version: it is asked again. */
        UNKNOWN
    }
}
