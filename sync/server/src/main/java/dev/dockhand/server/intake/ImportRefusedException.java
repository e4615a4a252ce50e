package dev.dockhand.server.intake;

/** A whole file cannot be read; nothing of it was loaded. */
public final class ImportRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    ImportRefusedException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** Stable name of the reason. */
    public String code() {
        return code;
    }
}
