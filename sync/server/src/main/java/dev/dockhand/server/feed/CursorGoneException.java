package dev.dockhand.server.feed;

/** The feed cannot go on from this cursor: it is older than what is kept, or from another life of the server's data. */
public final class CursorGoneException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CursorGoneException(long cursor) {
        super("the feed cannot go on from " + cursor + "; take a fresh snapshot");
    }
}
