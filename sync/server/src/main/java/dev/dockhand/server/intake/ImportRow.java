package dev.dockhand.server.intake;

/**
 * A row of an import of which something is to be said.
 *
 * @param line line of the file on which it begins, from 1; in JSON the number of the object; 0 for the whole file
 * @param field column; empty for the whole row
 * @param code stable name of the reason
 * @param message what stood there, in plain English
 * @param refused whether it was not loaded for that; else it was read so
 */
public record ImportRow(long line, String field, String code, String message, boolean refused) {

    static ImportRow of(ImportResult.Rejection row) {
        return new ImportRow(row.line(), row.field(), row.code(), row.message(), true);
    }

    static ImportRow of(Notice row) {
        return new ImportRow(row.line(), row.field(), row.code(), row.message(), false);
    }

    /**
     * Where it stands among those of its import.
     *
     * @param line its line
     * @param field its field
     * @param code its code
     */
    public record Key(long line, String field, String code) {

        /** Before the first. */
        public static final Key START = new Key(-1, "", "");

        /** That of a row. */
        public static Key of(ImportRow row) {
            return new Key(row.line(), row.field(), row.code());
        }
    }
}
