package dev.dockhand.station.link;

/** A station could not be enrolled. Nothing was changed here. */
public final class EnrolmentException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /**
     * A failure.
     *
     * @param reason why
     * @param message technical details, without the code
     */
    public EnrolmentException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** Why it can fail. */
    public enum Reason {
        /** The server does not answer at that address. */
        UNREACHABLE,
        /** The code is wrong, used or older than 15 minutes: ask a supervisor for another one. */
        CODE_REFUSED,
        /** The code was made for another station's name. */
        CODE_FOR_OTHER_NAME,
        /** Another station has the name, and the code does not say that it is to be replaced. */
        NAME_TAKEN,
        /** Too many wrong codes came from this network address: wait a quarter of an hour. */
        TOO_MANY_TRIES,
        /** The server speaks another version: IT must update one of them. */
        OTHER_VERSION,
        /** The server failed or does not take the name; the message says why. */
        SERVER_REFUSED,
        /** The folder belongs to another station; use another folder. */
        OTHER_STATION
    }
}
