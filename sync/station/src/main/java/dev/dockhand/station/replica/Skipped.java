package dev.dockhand.station.replica;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The words that this version does not know of what the server told and the journal holds. What they say is not in the tables; it
 * stays in the files beside them, and a version with other words makes the tables anew from those.
 */
final class Skipped {

    /** Whoever tells more than this tells nonsense. */
    private static final int MOST = 100;

    private final Sql sql;
    private final Set<String> noted = new HashSet<>();

    Skipped(Sql sql) {
        this.sql = sql;
    }

    void note(Collection<String> words) throws SQLException {
        for (String word : words) {
            if (noted.size() < MOST && noted.add(word)) {
                sql.update("MERGE INTO skipped(word) KEY(word) VALUES(?)", word);
            }
        }
    }

    List<String> all() throws SQLException {
        return sql.list(
                "SELECT word FROM skipped ORDER BY word FETCH FIRST " + MOST + " ROWS ONLY", row -> row.getString(1));
    }
}
