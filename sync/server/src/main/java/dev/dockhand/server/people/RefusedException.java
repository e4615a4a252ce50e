package dev.dockhand.server.people;

/** Somebody may not do this. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** The one-time code is wrong, used or too old. */
        CODE_INVALID,
        /** Too many wrong codes from there: wait. */
        TOO_MANY_TRIES,
        /** The name is not one that a station can have. */
        STATION_NAME_INVALID,
        /** Every number from 1 to 999 is taken. */
        NO_NUMBER_LEFT,
        /** There is no such station. */
        STATION_UNKNOWN
    }

    private final Reason reason;

    RefusedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
