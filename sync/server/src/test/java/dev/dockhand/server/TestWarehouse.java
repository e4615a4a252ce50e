package dev.dockhand.server;

import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.Lot;
import dev.dockhand.model.id.Sku;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.server.feed.FeedReader;
import dev.dockhand.server.feed.FeedWriter;
import dev.dockhand.server.feed.Heads;
import dev.dockhand.server.stock.Availability;
import dev.dockhand.server.stock.Ledger;
import dev.dockhand.server.stock.Posting;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Ids;
import dev.dockhand.server.store.Site;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A warehouse for tests, with the real services on the real database. */
public final class TestWarehouse {

    public static final long SERVER_EPOCH = 77;
    public static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");

    public final Database database;
    public final Site site;
    public final InstantSource time = () -> NOW;
    public final Ids ids = new Ids(time, new SecureRandom());
    public final Heads heads = new Heads();
    public final FeedWriter feed;
    public final FeedReader reader;
    public final Ledger ledger = new Ledger();
    public final Availability availability = new Availability();
    private final AtomicInteger imports = new AtomicInteger();

    public TestWarehouse(Database database, Site site) {
        this.database = database;
        this.site = site;
        this.feed = new FeedWriter(database, heads, time);
        this.reader = new FeedReader(database, heads);
        execute("INSERT INTO server_meta VALUES (:tenant, :warehouse, 77, now())", Map.of());
    }

    /** Runs one statement of the warehouse. */
    public void execute(String sql, Map<String, ?> values) {
        database.useTransaction(
                site,
                handle -> site.bindTo(handle.createUpdate(sql)).bindMap(values).execute());
    }

    /** A number from the database. */
    public long number(String sql) {
        return database.read(
                handle -> site.bindTo(handle.createQuery(sql)).mapTo(Long.class).one());
    }

    public TestWarehouse item(String sku) {
        execute(
                "INSERT INTO item VALUES (:tenant, :warehouse, :sku, 'owner', '이름', 'name', false, false, 100, '')",
                Map.of("sku", sku));
        return this;
    }

    public TestWarehouse location(String code, String kind, int walk) {
        execute(
                "INSERT INTO location VALUES (:tenant, :warehouse, :code, 'A', :kind, :walk)",
                Map.of("code", code, "kind", kind, "walk", walk));
        return this;
    }

    public TestWarehouse stock(String location, String sku, int units) {
        return stock(location, sku, null, null, units);
    }

    public TestWarehouse stock(
            String location, String sku, @Nullable String lot, @Nullable LocalDate expiry, int units) {
        feed.inTransaction(site, (handle, changes) -> {
            Posting posting = new Posting();
            posting.move(
                    "import:" + imports.incrementAndGet(),
                    null,
                    new Movement(
                            new Sku(sku),
                            lot == null ? null : new Lot(lot),
                            expiry,
                            Quantity.of(units),
                            Place.SUPPLIER,
                            Place.of(new LocationCode(location))));
            changes.addAll(ledger.post(handle, site, posting, NOW).balances());
            return true;
        });
        return this;
    }
}
