package dev.dockhand.server.bench;

import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.BrandId;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.site.Brand;
import dev.dockhand.model.site.ShortRule;
import dev.dockhand.model.site.Warehouse;
import dev.dockhand.server.ServerSettings;
import dev.dockhand.server.TestStation;
import dev.dockhand.server.TestWarehouse;
import dev.dockhand.server.access.Companies;
import dev.dockhand.server.access.Operators;
import dev.dockhand.server.access.Peppers;
import dev.dockhand.server.access.Warehouses;
import dev.dockhand.server.catalogue.Items;
import dev.dockhand.server.catalogue.Locations;
import dev.dockhand.server.inbound.OpeningStock;
import dev.dockhand.server.intake.ImportFile;
import dev.dockhand.server.intake.ImportKind;
import dev.dockhand.server.intake.Intake;
import dev.dockhand.server.order.NewOrders;
import dev.dockhand.server.order.Routing;
import dev.dockhand.server.picture.Pictures;
import dev.dockhand.server.stock.Posting;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Lane;
import dev.dockhand.server.store.Site;
import dev.dockhand.server.store.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How long a bench's acts take from when they are done until they are applied, five a second and each pushed by itself: alone,
 * and beside an import of 100,000 orders that wants the same goods. Both in one run; read the ratio. Run from the IDE, or with
 * the test class path of this module; {@code -Ddockhand.bench.lane=FLOOR} takes the import through the floor's lane.
 */
public final class LaneBenchmark {

    private static final int ITEMS = 500;
    private static final int ORDERS = Integer.getInteger("dockhand.bench.orders", 100_000);
    private static final Lane LANE = Lane.valueOf(System.getProperty("dockhand.bench.lane", "OFFICE"));
    private static final Duration ALONE = Duration.ofSeconds(Long.getLong("dockhand.bench.seconds", 40));
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final long RHYTHM = Duration.ofMillis(200).toNanos();
    private static final int IMPORTS = Integer.getInteger("dockhand.bench.imports", 1);

    private final TestWarehouse warehouse;
    private final TestStation station;
    private final Intake intake;
    private int plates;

    private LaneBenchmark(Database database) {
        Site site = Site.of("bench", "W");
        warehouse = new TestWarehouse(database, site);
        Companies companies = new Companies(database, warehouse.time);
        Warehouses warehouses = new Warehouses(database, warehouse.feed, warehouse.time);
        companies.ensure(site.company());
        warehouses.put(site.company(), Warehouse.usual(site.warehouse(), ServerSettings.SEOUL));
        companies.put(site.company(), new Brand(new BrandId("b"), "b", List.of(), ShortRule.ASK));
        intake = new Intake(new Intake.Parts(
                database,
                warehouse.feed,
                new Items(new Pictures(database, warehouse.feed, Items::find, warehouse.time)),
                new Locations(warehouse.availability),
                new Operators(database, new Peppers(database, new SecureRandom()), new SecureRandom()),
                new OpeningStock(warehouse.ledger, warehouse.ids, warehouse.time),
                new NewOrders(warehouses, warehouse.availability, warehouse.orders, warehouse.time),
                new Routing(database, companies, warehouse.availability),
                warehouse.waybills,
                warehouse.exceptions,
                warehouse.orders,
                warehouses,
                companies,
                warehouse.ids,
                warehouse.time));
        warehouse.location("R1", "STORAGE", 1);
        warehouse.execute(
                "INSERT INTO item SELECT :company, :warehouse, 'b/I' || n, '이름', 'name', false, false, 100, ''"
                        + " FROM generate_series(0, :last) AS n",
                Map.of("last", ITEMS - 1));
        warehouse.feed.inTransaction(site, tx -> {
            Posting posting = new Posting();
            for (int i = 0; i < ITEMS; i++) {
                posting.move(
                        Posting.Cause.of("import", "1"),
                        new Movement(
                                Goods.of(new ItemId("b/I" + i)),
                                Quantity.of(1_000_000),
                                Place.SUPPLIER,
                                Place.of(new LocationCode("R1"))));
            }
            return warehouse.ledger.post(tx, posting, TestWarehouse.NOW);
        });
        station = warehouse.station("S1");
        warehouse.asn("A1", "I0", 1_000_000);
    }

    /** Prints the figures. */
    public static void main(String[] arguments) throws Exception {
        TestPostgres.onDisk();
        try (Database database = Database.open(TestPostgres.freshDatabase(), new SecureRandom())) {
            LaneBenchmark benchmark = new LaneBenchmark(database);
            benchmark.bench("warm-up", until(ALONE.dividedBy(4)));
            long alone = benchmark.bench("alone", until(ALONE));
            Thread office = Thread.ofPlatform().start(() -> LANE.run(benchmark::orders));
            BooleanSupplier longest = until(LONGEST);
            long beside = benchmark.bench("beside the import", () -> office.isAlive() && longest.getAsBoolean());
            benchmark.intake.imports().close();
            office.join();
            print("ratio of p99 %.2f; orders taken in: %,d", (double) beside / alone, benchmark.taken());
        }
    }

    private static BooleanSupplier until(Duration length) {
        long end = System.nanoTime() + length.toNanos();
        return () -> System.nanoTime() < end;
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    private void orders() {
        long start = System.nanoTime();
        for (int n = 0; n < IMPORTS; n++) {
            intake.take(List.of(warehouse.site), ImportKind.ORDERS, file(n), null);
        }
        long stored = System.nanoTime();
        intake.imports().round(List.of(warehouse.site));
        print(
                "%,d orders: stored in %.1f s, taken in within %.1f s",
                IMPORTS * ORDERS, (stored - start) / 1e9, (System.nanoTime() - stored) / 1e9);
    }

    /** Every tenth order wants what the bench has in hand. */
    private static ImportFile file(int part) {
        String rows = IntStream.range(0, ORDERS)
                .mapToObj(n ->
                        "O-%d-%d,CJ,standard,2030-01-01T16:00:00+09:00,글로우랩,02-555-0100,10881,파주시,조예준,010-9022-3877,06236,서울,,1,I%d,1\n"
                                .formatted(part, n, n % 10 == 0 ? 0 : n % ITEMS))
                .collect(Collectors.joining());
        String header = "order,carrier,service,cut_off,sender_name,sender_phone,sender_postcode,sender_address,"
                + "recipient_name,recipient_phone,recipient_postcode,recipient_address,message,line,sku,quantity\n";
        return ImportFile.of(ImportFile.Format.CSV, (header + rows).getBytes(StandardCharsets.UTF_8))
                .of(new BrandId("b"));
    }

    private long taken() {
        return warehouse.number("SELECT count(*) FROM orders WHERE company = :company AND warehouse = :warehouse");
    }

    /** Counts from when an act is due, so that one that keeps others waiting counts for them, too; says the p99 in ns. */
    private long bench(String name, BooleanSupplier more) {
        List<Long> nanos = new ArrayList<>();
        long due = System.nanoTime();
        while (more.getAsBoolean()) {
            due += RHYTHM;
            LockSupport.parkNanos(due - System.nanoTime());
            station.receive("A1", "I0", new LicensePlate("P-" + plates++), 1);
            station.push();
            nanos.add(System.nanoTime() - due);
        }
        List<Long> sorted = nanos.stream().sorted().toList();
        long p99 = sorted.get(sorted.size() * 99 / 100);
        print(
                "%-18s %5d acts: p50 %6.1f ms, p99 %6.1f ms, longest %6.1f ms",
                name, sorted.size(), sorted.get(sorted.size() / 2) / 1e6, p99 / 1e6, sorted.getLast() / 1e6);
        return p99;
    }
}
