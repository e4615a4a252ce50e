package dev.dockhand.server.http;

import dev.dockhand.server.access.Warehouses;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Site;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/** What stands in the database, over all warehouses, read when somebody looks at the metrics and at most every five seconds: anybody may look. */
final class Levels {

    private static final Duration KEPT = Duration.ofSeconds(5);

    private static final String NOW = """
        SELECT COALESCE((SELECT head FROM feed_head WHERE company = :company AND warehouse = :warehouse), 0) AS head,
            (SELECT count(*) FROM exception
             WHERE company = :company AND warehouse = :warehouse AND settled_at IS NULL) AS exceptions\
        """;

    private final Database database;
    private final Warehouses warehouses;
    private Read last = new Read(0, 0, System.nanoTime() - KEPT.toNanos());

    private record Read(long head, long exceptions, long at) {}

    Levels(Database database, Warehouses warehouses) {
        this.database = database;
        this.warehouses = warehouses;
    }

    void bindTo(MeterRegistry registry) {
        Gauge.builder("dockhand.feed.head", this, levels -> levels.now().head())
                .strongReference(true)
                .register(registry);
        Gauge.builder("dockhand.exceptions.open", this, levels -> levels.now().exceptions())
                .strongReference(true)
                .register(registry);
    }

    private synchronized Read now() {
        if (System.nanoTime() - last.at() >= KEPT.toNanos()) {
            long head = 0;
            long exceptions = 0;
            for (Site site : warehouses.all()) {
                Read there = database.read(
                        site,
                        tx -> tx.query(NOW)
                                .map((row, context) -> new Read(row.getLong("head"), row.getLong("exceptions"), 0))
                                .one());
                head += there.head();
                exceptions += there.exceptions();
            }
            last = new Read(head, exceptions, System.nanoTime());
        }
        return last;
    }
}
