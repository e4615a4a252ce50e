package dev.dockhand.server.intake;

/** A row cannot be loaded because of one of its fields. */
final class BadFieldException extends Exception {

    private static final long serialVersionUID = 1L;

    private final long line;
    private final String field;
    private final String code;

    BadFieldException(long line, String field, String code, String message) {
        super(message);
        this.line = line;
        this.field = field;
        this.code = code;
    }

    ImportResult.Rejection rejection() {
        return new ImportResult.Rejection(line, field, code, String.valueOf(getMessage()));
    }
}
