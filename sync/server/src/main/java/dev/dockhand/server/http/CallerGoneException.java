package dev.dockhand.server.http;

/** The caller left, or was closed, before its request was here or before it had its answer. */
final class CallerGoneException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CallerGoneException(Throwable cause) {
        super(cause);
    }
}
