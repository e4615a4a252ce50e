package dev.dockhand.server.intake;

import java.util.Map;

/**
 * A row as it came.
 *
 * @param line line of the file, or number of the object
 * @param values text by column; absent is empty
 */
record Row(long line, Map<String, String> values) {

    Row {
        values = Map.copyOf(values);
    }

    /** The text of a column as it came. */
    String text(String column) {
        return values.getOrDefault(column, "");
    }
}
