package dev.dockhand.server.feed;

import dev.dockhand.model.protocol.Protocol;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Site;
import dev.dockhand.server.store.Tx;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a warehouse's feed in pages, and waits for news. Thread-safe. */
public final class FeedReader {

    private static final Duration LONGEST = Duration.ofSeconds(Protocol.MAX_WAIT_SECONDS);

    private static final String STATE = """
        SELECT m.server_epoch, COALESCE(h.head, 0) AS head, COALESCE(h.oldest, 1) AS oldest, COALESCE(f.mark, '') AS mark
        FROM server_meta m LEFT JOIN feed_head h ON h.company = m.company AND h.warehouse = m.warehouse
        LEFT JOIN feed f ON f.company = m.company AND f.warehouse = m.warehouse AND f.position = :cursor
        WHERE m.company = :company AND m.warehouse = :warehouse\
        """;

    private static final String ROWS = """
        SELECT position, body, mark FROM (
            SELECT position, changes, body, mark, sum(changes) OVER (ORDER BY position) AS upto FROM (
                SELECT position, changes, body, mark FROM feed
                WHERE company = :company AND warehouse = :warehouse AND position > :cursor AND position <= :end
                ORDER BY position LIMIT :page) AS next) AS summed
        WHERE upto - changes < :page ORDER BY position\
        """;

    private final Database database;
    private final Heads heads;

    /** Reads from this database and waits at these heads. */
    public FeedReader(Database database, Heads heads) {
        this.database = database;
        this.heads = heads;
    }

    private record State(long serverEpoch, long head, long oldest, String mark) {}

    private record Row(long position, String body, String mark) {}

    /**
     * The changes after a cursor; waits for the first when there is none.
     *
     * @param cursor the cursor of the page or snapshot before
     * @param mark the mark at that cursor; empty where the station does not say
     * @param serverEpoch the life of the server's data that the cursor is from, absent where the station does not say
     * @param wait how long to wait, at most {@value Protocol#MAX_WAIT_SECONDS} s
     * @return what came; without changes when nothing came in time
     * @throws CursorGoneException when the feed cannot go on from there
     */
    public RawPage page(Site site, long cursor, String mark, @Nullable Long serverEpoch, Duration wait)
            throws InterruptedException {
        RawPage page = upTo(site, cursor, mark, serverEpoch, Long.MAX_VALUE);
        Duration longest = wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
        if (!page.changes().isEmpty() || !longest.isPositive()) {
            return page;
        }
        heads.awaitPast(site, cursor, longest);
        return upTo(site, cursor, mark, serverEpoch, Long.MAX_VALUE);
    }

    /** The changes after a cursor as {@link #page} tells them, those at another cursor the last; waits for nothing. */
    public RawPage upTo(Site site, long cursor, String mark, @Nullable Long serverEpoch, long end) {
        return database.read(site, tx -> {
            State state = state(tx, cursor);
            boolean otherLife = serverEpoch != null && serverEpoch != state.serverEpoch();
            // Nobody may have said that the data came from a backup; then another transaction stands in this place.
            boolean otherPast = !mark.isEmpty() && !state.mark().isEmpty() && !mark.equals(state.mark());
            if (otherLife || otherPast || cursor < state.oldest() - 1 || cursor > state.head()) {
                throw new CursorGoneException(cursor);
            }
            long last = Math.min(end, state.head());
            return cursor >= last
                    ? new RawPage(state.serverEpoch(), cursor, state.mark(), false, List.of())
                    : rows(tx, cursor, last, state);
        });
    }

    private static RawPage rows(Tx tx, long cursor, long end, State state) {
        List<Row> rows = tx.query(ROWS)
                .bind("cursor", cursor)
                .bind("end", end)
                .bind("page", Protocol.PAGE)
                .map((row, context) -> new Row(row.getLong("position"), row.getString("body"), row.getString("mark")))
                .list();
        Row last = rows.getLast();
        List<String> changes =
                rows.stream().flatMap(row -> Stream.of(row.body().split("\n"))).toList();
        return new RawPage(state.serverEpoch(), last.position(), last.mark(), last.position() < end, changes);
    }

    private static State state(Tx tx, long cursor) {
        return tx.query(STATE)
                .bind("cursor", cursor)
                .map((row, context) -> new State(
                        row.getLong("server_epoch"), row.getLong("head"), row.getLong("oldest"), row.getString("mark")))
                .one();
    }
}
