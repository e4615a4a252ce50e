package dev.dockhand.server.intake;

import java.util.List;

/**
 * The rows of a file, and those that are none.
 *
 * @param rows rows with every column
 * @param rejected what could not be read as a row
 * @param notices what is to be said of the file
 */
record Reading(List<Row> rows, List<ImportResult.Rejection> rejected, List<Notice> notices) {

    /** A row with more text than this is no row but a file without line ends. */
    static final int LONGEST_ROW = 16 * 1024;

    Reading {
        rows = List.copyOf(rows);
        rejected = List.copyOf(rejected);
        notices = List.copyOf(notices);
    }
}
