package dev.dockhand.app.demo;

/** The scripted operator waits for something that does not come. */
public final class ShiftStuckException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Says where, and what was waited for. */
    ShiftStuckException(String message) {
        super(message);
    }
}
