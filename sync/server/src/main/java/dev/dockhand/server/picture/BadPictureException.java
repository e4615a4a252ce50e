package dev.dockhand.server.picture;

/** Bytes that are no picture which stations can show, or an address that gives none. */
public final class BadPictureException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    BadPictureException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Why; the import texts have words for each. */
    public enum Reason {
        /** Neither JPEG nor PNG, whatever it is called. */
        PICTURE_KIND,
        /** Cut off or damaged. */
        PICTURE_DAMAGED,
        /** More bytes or pixels than a station takes. */
        PICTURE_TOO_LARGE,
        /** Made of four printing colours. */
        PICTURE_CMYK,
        /** The address leads to a machine that pictures are not fetched from. */
        PICTURE_ADDRESS,
        /** The address answers something else. */
        PICTURE_NOT_THERE,
        /** Nothing answers, or not in time. */
        PICTURE_NO_ANSWER;

        /** Whether the same address may give a picture later. */
        boolean mayPass() {
            return this == PICTURE_NOT_THERE || this == PICTURE_NO_ANSWER;
        }
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
