package dev.dockhand.station.link;

import java.time.Duration;

/** A request that did not lead to a usable answer. */
public final class LinkException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final int status;
    private final String code;
    private final transient Duration retryAfter;

    LinkException(Kind kind, int status, String code, Duration retryAfter, String message) {
        super(message);
        this.kind = kind;
        this.status = status;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    static LinkException of(Kind kind, String message) {
        return new LinkException(kind, 0, "", Duration.ZERO, message);
    }

    /** What went wrong. */
    public Kind kind() {
        return kind;
    }

    /** The HTTP status, 0 when there was no answer. */
    public int status() {
        return status;
    }

    /** The server's own name of what is wrong, empty when it gave none. */
    String code() {
        return code;
    }

    /** How long the server asks to wait. */
    Duration retryAfter() {
        return retryAfter;
    }

    /** What can go wrong. */
    public enum Kind {
        /** No answer, or one that cannot be the server's. What was sent may have arrived. */
        UNREACHABLE,
        /** The server is busy or not ready; nothing was taken. */
        BUSY,
        /** The server failed on this request or does not accept it. */
        FAILED,
        /** The station's key is not accepted. */
        REFUSED,
        /** The server speaks another version of the protocol. */
        OTHER_VERSION,
        /** The cursor is too old. */
        CURSOR_GONE,
        /** What the server sent cannot be used. */
        UNUSABLE
    }
}
