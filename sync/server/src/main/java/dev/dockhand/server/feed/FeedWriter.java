package dev.dockhand.server.feed;

import dev.dockhand.model.protocol.Feed;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Site;
import dev.dockhand.server.store.Tx;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Runs transactions that tell the stations something. The counter row of the warehouse's feed is the last thing that a
 * transaction touches and stays locked until it has committed; so numbers have no gap and stand in the order of commits.
 */
public final class FeedWriter {

    private static final String APPEND = """
        WITH counter AS (
            INSERT INTO feed_head (company, warehouse, head, oldest) VALUES (:company, :warehouse, 1, 1)
            ON CONFLICT (company, warehouse) DO UPDATE SET head = feed_head.head + 1
            RETURNING head)
        INSERT INTO feed (company, warehouse, position, changes, body, at, mark)
        SELECT :company, :warehouse, head, :changes, :body, :at, :mark FROM counter
        RETURNING position\
        """;

    private final Database database;
    private final Heads heads;
    private final InstantSource time;
    private final Supplier<String> marks;

    /**
     * Writes to this database and wakes those who wait at these heads.
     *
     * @param marks gives every transaction a mark that no other one has, hex digits
     */
    public FeedWriter(Database database, Heads heads, InstantSource time, Supplier<String> marks) {
        this.database = database;
        this.heads = heads;
        this.time = time;
        this.marks = marks;
    }

    /**
     * Runs work in a transaction of its own, writes what it told to the feed, commits, and wakes the stations. The work
     * may run more than once; each time with nothing told yet.
     */
    public <T> T inTransaction(Site site, Function<Tx, T> work) {
        Done<T> done = database.inTransaction(site, tx -> {
            T result = work.apply(tx);
            return new Done<>(result, append(tx));
        });
        heads.reached(site, done.head());
        return done.result();
    }

    /** As {@link #inTransaction}, for work without a result. */
    public void useTransaction(Site site, Consumer<Tx> work) {
        inTransaction(site, tx -> {
            work.accept(tx);
            return Boolean.TRUE;
        });
    }

    private record Done<T>(T result, long head) {}

    private long append(Tx tx) {
        List<Feed.Change> changes = tx.told();
        if (changes.isEmpty()) {
            return 0;
        }
        return tx.query(APPEND)
                .bind("changes", changes.size())
                .bind(
                        "body",
                        changes.stream()
                                .map(change -> Feed.Told.of(change).json())
                                .collect(Collectors.joining("\n")))
                .bind("at", time.instant())
                .bind("mark", marks.get())
                .mapTo(Long.class)
                .one();
    }
}
