package dev.dockhand.server.store;

/** The warehouse has more to do than it can; nothing was changed, and the caller may try again. */
public final class BusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says who is in the way. */
    public BusyException(String message) {
        super(message);
    }
}
