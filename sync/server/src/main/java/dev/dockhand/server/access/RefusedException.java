package dev.dockhand.server.access;

/** Somebody may not do this. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** The one-time code is wrong, used or too old. */
        CODE_INVALID,
        /** The one-time code was made for another station's name. */
        CODE_FOR_OTHER_STATION,
        /** Too many wrong codes from there: wait. */
        TOO_MANY_TRIES,
        /** The name is not one that a station can have. */
        STATION_NAME_INVALID,
        /** There is a station of this name, and nobody has said that it is to be replaced. */
        STATION_EXISTS,
        /** Every number from 1 to 999 is taken. */
        NO_NUMBER_LEFT,
        /** There is no such station. */
        STATION_UNKNOWN,
        /** There is no such company, warehouse or brand. */
        UNKNOWN_PLACE,
        /** A key's role does not go with its warehouse or brand, or its name is none. */
        KEY_MISFIT,
        /** There is a key of this name. */
        KEY_EXISTS,
        /** There is no such key. */
        KEY_UNKNOWN
    }

    private final Reason reason;

    RefusedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Whether somebody may have guessed. */
    boolean isGuess() {
        return reason == Reason.CODE_INVALID || reason == Reason.CODE_FOR_OTHER_STATION;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
