package dev.dockhand.server.intake;

/**
 * A thing that was read.
 *
 * @param line line of its first row
 * @param value the thing
 */
record Entry<T>(long line, T value) {

    Notice notice(String field, String code, String message) {
        return new Notice(line, field, code, message);
    }

    ImportResult.Rejection rejected(String field, String code, String message) {
        return new ImportResult.Rejection(line, field, code, message);
    }
}
