package dev.dockhand.server.feed;

import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Site;
import java.time.Duration;
import java.time.InstantSource;

/** Forgets old stretches of the feed, some at a time; a station that comes later takes a fresh snapshot. */
public final class FeedRetention {

    private static final String FORGET = """
        WITH bound AS (
            SELECT LEAST(h.head, h.oldest + :most,
                    COALESCE((SELECT min(position) FROM feed f
                              WHERE f.company = h.company AND f.warehouse = h.warehouse AND f.at >= :before),
                             h.head)) AS keep
            FROM feed_head h WHERE h.company = :company AND h.warehouse = :warehouse FOR UPDATE),
        gone AS (
            DELETE FROM feed f USING bound
            WHERE f.company = :company AND f.warehouse = :warehouse AND f.position < bound.keep
            RETURNING 1),
        moved AS (
            UPDATE feed_head h SET oldest = GREATEST(h.oldest, bound.keep) FROM bound
            WHERE h.company = :company AND h.warehouse = :warehouse RETURNING 1)
        SELECT count(*) FROM gone\
        """;

    private final Database database;
    private final InstantSource time;
    private final Duration keep;

    /**
     * Sets how long to keep.
     *
     * @param keep age of the oldest stretch that stays; twice the longest time that a station may be offline
     */
    public FeedRetention(Database database, InstantSource time, Duration keep) {
        this.database = database;
        this.time = time;
        this.keep = keep;
    }

    /**
     * Forgets what is too old.
     *
     * @param most how many stretches at once, so that the feed is never held up long
     * @return how many were forgotten; as many as {@code most} means: call again
     */
    public int forget(Site site, int most) {
        return database.inTransaction(
                site,
                tx -> tx.query(FORGET)
                        .bind("most", most)
                        .bind("before", time.instant().minus(keep))
                        .mapTo(Integer.class)
                        .one());
    }
}
