package dev.dockhand.station;

/** Something could not be remembered. Nothing of it was kept, and the operator must be told. */
public final class MemoryException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /**
     * A failure with a reason that can be told to the operator.
     *
     * @param reason what kind of failure
     * @param message technical details, for the log
     * @param cause what went wrong below, absent when nothing did
     */
    public MemoryException(Reason reason, String message, @org.jspecify.annotations.Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** What kind of failure. */
    public Reason reason() {
        return reason;
    }

    /** Kinds of failures. */
    public enum Reason {
        /** The disk is full or nearly so. */
        DISK_FULL,
        /** The disk did not take the bytes for another reason. */
        DISK_FAILED,
        /** The journal was sealed; the station must be enrolled again before anything is done. */
        SEALED,
        /** Another copy of the station has the folder open. */
        IN_USE,
        /** The folder belongs to a newer version, or is none of ours. */
        UNKNOWN_FORMAT,
        /** The station was never enrolled. */
        NOT_ENROLLED
    }
}
