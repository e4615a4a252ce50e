package dev.dockhand.server.intake;

import java.util.List;

/**
 * A thing that was read.
 *
 * @param rows its rows, at least one
 * @param value the thing
 */
record Entry<T>(List<Row> rows, T value) {

    /** Line of its first row. */
    long line() {
        return rows.getFirst().line();
    }

    /** The same rows read otherwise. */
    Entry<T> with(T other) {
        return new Entry<>(rows, other);
    }
}
