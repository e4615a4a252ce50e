package dev.dockhand.server.http;

import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Site;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/** What stands in the database, read when somebody looks at the metrics and at most every five seconds: anybody may look. */
final class Levels {

    private static final Duration KEPT = Duration.ofSeconds(5);

    private static final String NOW = """
        SELECT COALESCE((SELECT head FROM feed_head WHERE company = :company AND warehouse = :warehouse), 0) AS head,
            (SELECT count(*) FROM exception
             WHERE company = :company AND warehouse = :warehouse AND settled_at IS NULL) AS exceptions\
        """;

    private final Database database;
    private final Site site;
    private Read last = new Read(0, 0, System.nanoTime() - KEPT.toNanos());

    private record Read(long head, long exceptions, long at) {}

    Levels(Database database, Site site) {
        this.database = database;
        this.site = site;
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
            last = database.read(handle -> site.bindTo(handle.createQuery(NOW))
                    .map((row, context) -> new Read(row.getLong("head"), row.getLong("exceptions"), System.nanoTime()))
                    .one());
        }
        return last;
    }
}
