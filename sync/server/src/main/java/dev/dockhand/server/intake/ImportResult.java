package dev.dockhand.server.intake;

import java.util.List;

/**
 * What became of an import. An order or a notice counts once, however many rows it has.
 *
 * @param loaded things that are new or changed
 * @param unchanged things that were known as they are
 * @param refused how many rows were refused
 * @param rejected the first 1,000 of them
 * @param notices the first 1,000 fields that were read otherwise than they stand there, and how the file was read
 */
public record ImportResult(int loaded, int unchanged, int refused, List<Rejection> rejected, List<Notice> notices) {

    static final int MOST_NAMED = 1000;

    /** Copies the lists. */
    public ImportResult {
        rejected = List.copyOf(rejected);
        notices = List.copyOf(notices);
    }

    /**
     * A row that was not loaded.
     *
     * @param line line of the file on which the row begins, from 1; in JSON the number of the object, from 1
     * @param field column that is wrong; empty where the whole row is
     * @param code stable name of the reason
     * @param message the reason in plain English
     */
    public record Rejection(long line, String field, String code, String message) {}
}
