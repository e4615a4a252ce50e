package dev.dockhand.server.feed;

import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Site;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the database once a second how far the feeds have come: what other server processes wrote wakes nobody here. */
public final class HeadPoll implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HeadPoll.class);
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final Database database;
    private final Heads heads;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("feed-heads").factory());

    /** Starts to poll. */
    public HeadPoll(Database database, Heads heads) {
        this.database = database;
        this.heads = heads;
        thread.scheduleWithFixedDelay(this::poll, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void poll() {
        try {
            database.readAcross(rows -> rows.query("SELECT company, warehouse, head FROM feed_head")
                            .map((row, context) -> new Head(
                                    Site.of(row.getString("company"), row.getString("warehouse")), row.getLong("head")))
                            .list())
                    .forEach(head -> heads.reached(head.site(), head.head()));
        } catch (RuntimeException e) {
            LOG.warn("feed heads cannot be read; long polls wait for the next try", e);
        }
    }

    private record Head(Site site, long head) {}

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
