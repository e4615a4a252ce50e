package dev.dockhand.model.file;

/** A file cannot be read at all; the message says why in plain English. */
public final class UnreadableFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    UnreadableFileException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** Stable name of the reason. */
    public String code() {
        return code;
    }
}
