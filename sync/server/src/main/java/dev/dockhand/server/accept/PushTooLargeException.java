package dev.dockhand.server.accept;

/** A push holds more than the protocol allows; nothing of it was taken. */
public final class PushTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PushTooLargeException(String message) {
        super(message);
    }
}
