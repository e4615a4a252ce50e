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

    /** With more, what is read of a file does not fit beside everything else into the memory of a server. */
    static final int MOST_ROWS = 100_000;

    /** Refuses a file of more rows. */
    static void refuseBeyond(long rows) {
        if (rows > MOST_ROWS) {
            throw new ImportRefusedException(
                    "TOO_LARGE",
                    "the file has more than %,d rows; send it in parts. Nothing was loaded".formatted(MOST_ROWS));
        }
    }

    Reading {
        rows = List.copyOf(rows);
        rejected = List.copyOf(rejected);
        notices = List.copyOf(notices);
    }
}
