package dev.dockhand.server;

import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.exception.ExceptionRecord;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.Lot;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.protocol.Leases;
import dev.dockhand.model.site.ShortRule;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.server.accept.Events;
import dev.dockhand.server.accept.Intake;
import dev.dockhand.server.accept.Quarantine;
import dev.dockhand.server.dispatch.Shipments;
import dev.dockhand.server.dispatch.WaybillPool;
import dev.dockhand.server.exception.Exceptions;
import dev.dockhand.server.feed.FeedReader;
import dev.dockhand.server.feed.FeedWriter;
import dev.dockhand.server.feed.Heads;
import dev.dockhand.server.release.Orders;
import dev.dockhand.server.release.Release;
import dev.dockhand.server.release.Settling;
import dev.dockhand.server.release.WorkDesk;
import dev.dockhand.server.release.Works;
import dev.dockhand.server.snapshot.Snapshot;
import dev.dockhand.server.stock.Availability;
import dev.dockhand.server.stock.Expiry;
import dev.dockhand.server.stock.Ledger;
import dev.dockhand.server.stock.Posting;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Ids;
import dev.dockhand.server.store.Site;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A warehouse for tests, with the real services on the real database. */
public final class TestWarehouse {

    public static final long SERVER_EPOCH = 77;
    public static final OperatorId OPERATOR = new OperatorId("op-1");
    public static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");

    public final Database database;
    public final Site site;
    public final InstantSource time = this::now;
    public final Ids ids;
    public final Heads heads = new Heads();
    public final FeedWriter feed;
    public final FeedReader reader;
    public final Exceptions exceptions;
    public final Ledger ledger;
    public final Availability availability;
    public final Works works = new Works(time);
    public final WaybillPool waybills;
    public final Shipments shipments = new Shipments();
    public final Expiry expiry;
    public final Release release;
    public final Orders orders;
    public final WorkDesk desk;
    public final Settling settling;
    public final Events events;
    public final Quarantine quarantine;
    public final Snapshot snapshot;
    private final RandomGenerator chance;
    private volatile Instant now;
    private final AtomicInteger imports = new AtomicInteger();
    private final AtomicInteger stations = new AtomicInteger();

    /** A new warehouse. */
    public TestWarehouse(Database database, Site site) {
        this(database, site, new SecureRandom());
    }

    /** A new warehouse whose identifiers are made by this chance. */
    public TestWarehouse(Database database, Site site, RandomGenerator chance) {
        this(database, site, chance, NOW);
        execute("INSERT INTO server_meta VALUES (:company, :warehouse, 77, now())", Map.of());
        operator(OPERATOR.value(), "PICKER");
    }

    /** The same warehouse in a server that was started anew: it knows what is in the database. */
    public TestWarehouse restarted() {
        TestWarehouse again = new TestWarehouse(database, site, chance, now);
        again.imports.set(imports.get());
        again.stations.set(stations.get());
        return again;
    }

    private TestWarehouse(Database database, Site site, RandomGenerator chance, Instant now) {
        this.now = now;
        this.chance = chance;
        this.ids = new Ids(time, chance);
        this.exceptions = new Exceptions(ids, time);
        this.waybills = new WaybillPool(exceptions);
        this.ledger = new Ledger(TestWarehouse::utcDay, exceptions);
        this.availability = new Availability(exceptions);
        this.database = database;
        this.site = site;
        this.feed = new FeedWriter(database, heads, time, ids::next);
        this.reader = new FeedReader(database, heads);
        this.expiry = new Expiry(feed, availability, time, TestWarehouse::utcDay);
        this.release = new Release(feed, ledger, exceptions, time, TestWarehouse::utcDay);
        this.orders = new Orders(database, feed, works, availability, ledger, release, exceptions, time);
        this.desk = new WorkDesk(database, feed, works, ledger, release, waybills, exceptions, time);
        this.settling = new Settling(feed, works, ledger, exceptions, time);
        this.events = new Events(feed, new Intake(works, waybills, ledger, exceptions, time), orders);
        this.quarantine = new Quarantine(feed, exceptions, time);
        this.snapshot = new Snapshot(database, time);
    }

    private static LocalDate utcDay(Site site, Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private Instant now() {
        return now;
    }

    /** Time goes by. */
    public void after(Duration time) {
        now = now.plus(time);
    }

    /** Runs one statement of the warehouse. */
    public void execute(String sql, Map<String, ?> values) {
        database.useTransaction(site, tx -> tx.update(sql).bindMap(values).execute());
    }

    /** A number from the database. */
    public long number(String sql) {
        return rows(sql, Long.class).getFirst();
    }

    /** The first column of rows of the warehouse. */
    public <T> List<T> rows(String sql, Class<T> type) {
        return database.read(site, tx -> tx.query(sql).mapTo(type).list());
    }

    /** An item of the brand that tests work with. */
    public static ItemId id(String sku) {
        return new ItemId("b/" + sku);
    }

    /** An order of the brand that tests work with. */
    public static OrderId order(String number) {
        return new OrderId("b/" + number);
    }

    public TestWarehouse item(String sku) {
        execute(
                "INSERT INTO item VALUES (:company, :warehouse, :item, '이름', 'name', false, false, 100, '')",
                Map.of("item", id(sku).value()));
        return this;
    }

    public TestWarehouse location(String code, String kind, int walk) {
        execute(
                "INSERT INTO location VALUES (:company, :warehouse, :code, 'A', :kind, :walk)",
                Map.of("code", code, "kind", kind, "walk", walk));
        return this;
    }

    public TestWarehouse waybills(int count) {
        for (int i = 1; i <= count; i++) {
            execute(
                    "INSERT INTO waybill_pool VALUES (:company, :warehouse, :number, 'CJ', 'FREE', NULL)",
                    Map.of("number", "WB%04d".formatted(i)));
        }
        return this;
    }

    /** A station with its newest epoch. */
    public TestStation station(String name) {
        int number = stations.incrementAndGet();
        execute(
                "INSERT INTO station VALUES (:company, :warehouse, :name, :number, :company || :name, 1, true, now(),"
                        + " NULL)",
                Map.of("name", name, "number", number));
        return new TestStation(this, new StationId(name), 1);
    }

    public TestWarehouse asn(String number, String sku, int units) {
        execute(
                "INSERT INTO asn VALUES (:company, :warehouse, :asn, 'supplier', '2026-11-23', false)",
                Map.of("asn", "b/" + number));
        execute(
                "INSERT INTO asn_line VALUES (:company, :warehouse, :asn, 1, :item, '', '', :units, 0)",
                Map.of("asn", "b/" + number, "item", id(sku).value(), "units", units));
        return this;
    }

    /** One more line of a notice, of an announced lot and date. */
    public TestWarehouse asnLine(String number, int line, String sku, String lot, String expiry, int units) {
        execute(
                "INSERT INTO asn_line VALUES (:company, :warehouse, :asn, :line, :item, :lot, :expiry, :units, 0)",
                Map.of(
                        "asn",
                        "b/" + number,
                        "line",
                        line,
                        "item",
                        id(sku).value(),
                        "lot",
                        lot,
                        "expiry",
                        expiry,
                        "units",
                        units));
        return this;
    }

    /** Somebody who may agree to what not everybody may do. */
    public TestWarehouse supervisor(String id) {
        return operator(id, "SUPERVISOR");
    }

    private TestWarehouse operator(String id, String role) {
        execute(
                "INSERT INTO operator VALUES (:company, :warehouse, :id, :id, :id, '', :role, true)",
                Map.of("id", id, "role", role));
        return this;
    }

    /** A paid order; waits when stock does not suffice. Not yet released. */
    public boolean order(String number, Map<String, Integer> lines) {
        return feed.inTransaction(site, tx -> {
            Map<ItemId, Integer> wanted = new HashMap<>();
            lines.forEach((sku, units) -> wanted.put(id(sku), units));
            boolean promised = availability.promise(tx, wanted);
            tx.update("""
                INSERT INTO orders VALUES (:company, :warehouse, :order, 'CJ', 'standard',
                    '2026-11-23T07:00:00Z', :state, NOT :promised, :promised, 'hash', now(), NULL)\
                """)
                    .bind("order", order(number).value())
                    .bind("state", promised ? "PROMISED" : "WAITING")
                    .bind("promised", promised)
                    .execute();
            tx.update("""
                INSERT INTO order_party VALUES (:company, :warehouse, :order,
                    '{"sender":{"name":"shop","phone":"1","postcode":"2","address":"3"},
                      "recipient":{"name":"김","phone":"4","postcode":"5","address":"6"},"message":"door"}', NULL)\
                """).bind("order", order(number).value()).execute();
            AtomicInteger line = new AtomicInteger();
            lines.forEach((sku, units) -> tx.update("""
                INSERT INTO order_line (company, warehouse, order_id, line, item, quantity, promised)
                VALUES (:company, :warehouse, :order, :line, :item, :units, :promised)\
                """)
                    .bind("order", order(number).value())
                    .bind("line", line.incrementAndGet())
                    .bind("item", id(sku).value())
                    .bind("units", units)
                    .bind("promised", promised ? units : 0)
                    .execute());
            if (!promised) {
                orders.fellShort(tx, order(number));
            }
            return promised;
        });
    }

    /** What the brand wants where not everything of an order is there. */
    public TestWarehouse rule(ShortRule rule) {
        execute("INSERT INTO company VALUES (:company, :company, now()) ON CONFLICT DO NOTHING", Map.of());
        execute("INSERT INTO brand VALUES (:company, 'b', 'b', :rule, now())", Map.of("rule", rule.name()));
        return this;
    }

    /** What a station holds once it wanted so much. */
    public List<ShipmentTask> grant(TestStation station, int upTo) {
        return desk.grant(site, station.id, Leases.Request.any(upTo, null)).tasks();
    }

    public List<ExceptionRecord> openExceptions() {
        return database.read(site, tx -> exceptions.list(tx, false, Exceptions.Key.START, 1000));
    }

    public Availability.Level level(String sku) {
        return database.read(site, tx -> availability.levels(tx, "", 10_000)).stream()
                .filter(level -> level.item().equals(id(sku)))
                .findFirst()
                .orElseThrow();
    }

    public TestWarehouse stock(String location, String sku, int units) {
        return stock(location, sku, null, null, units);
    }

    /** Units of a location are not there any more. */
    public TestWarehouse gone(String location, String sku, int units) {
        Place place = Place.of(new LocationCode(location));
        return moved(new Movement(Goods.of(id(sku)), Quantity.of(units), place, Place.CORRECTION));
    }

    public TestWarehouse stock(
            String location, String sku, @Nullable String lot, @Nullable LocalDate expiry, int units) {
        return moved(new Movement(
                new Goods(id(sku), lot == null ? null : new Lot(lot), expiry),
                Quantity.of(units),
                Place.SUPPLIER,
                Place.of(new LocationCode(location))));
    }

    private TestWarehouse moved(Movement movement) {
        feed.useTransaction(site, tx -> {
            Posting posting = new Posting();
            posting.move(Posting.Cause.of("import", String.valueOf(imports.incrementAndGet())), movement);
            ledger.post(tx, posting, time.instant());
        });
        return this;
    }
}
