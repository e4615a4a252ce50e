package dev.dockhand.server.bench;

import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.protocol.Digest;
import dev.dockhand.server.TestStation;
import dev.dockhand.server.TestWarehouse;
import dev.dockhand.server.accept.Answer;
import dev.dockhand.server.stock.Posting;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Owner;
import dev.dockhand.server.store.Site;
import dev.dockhand.server.store.TestPostgres;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Events a second that one warehouse takes from four stations, with 1, 50 and 500 events a push, and orders a second that
 * it promises; each beside a bare insert of as many rows a transaction, in the same run on the same database; and how long a
 * digest of a large catalogue takes. Read the ratios: the figures are the machine's. Run from the IDE, or with the test class path of this module.
 */
public final class ServerBenchmark {

    private static final int STATIONS = 4;
    private static final int ITEMS = 10_000;
    private static final int LARGE = 100_000;
    private static final Duration RUN = Duration.ofSeconds(Long.getLong("dockhand.bench.seconds", 4));

    private final TestWarehouse warehouse;

    private ServerBenchmark(Database database) {
        warehouse = new TestWarehouse(database, Site.of("bench", "W"));
        warehouse.location("R1", "STORAGE", 1);
        warehouse.execute(
                "INSERT INTO item SELECT :company, :warehouse, 'b/I' || n, '이름', 'name', false, false, 100, ''"
                        + " FROM generate_series(0, :last) AS n",
                Map.of("last", ITEMS - 1));
        warehouse.feed.inTransaction(warehouse.site, tx -> {
            Posting posting = new Posting();
            for (int i = 0; i < ITEMS; i++) {
                Place rack = Place.of(new LocationCode("R1"));
                posting.move(
                        Posting.Cause.of("import", "1"),
                        new Movement(Goods.of(new ItemId("b/I" + i)), Quantity.of(1_000_000), Place.SUPPLIER, rack));
            }
            return warehouse.ledger.post(tx, posting, TestWarehouse.NOW);
        });
        Owner.use(
                database,
                handle -> handle.execute(
                        "CREATE TABLE bare (station TEXT, seq BIGINT, raw TEXT, " + "PRIMARY KEY (station, seq))"));
    }

    /** Prints the figures. */
    public static void main(String[] arguments) throws Exception {
        TestPostgres.onDisk();
        try (Database database = Database.open(TestPostgres.freshDatabase(), new SecureRandom())) {
            ServerBenchmark benchmark = new ServerBenchmark(database);
            benchmark.events("warm-up", 50);
            for (int size : List.of(1, 50, 500)) {
                double bare = benchmark.bare(size);
                double events = benchmark.events("N" + size, size);
                print(
                        "events a second, %d a push: %,.0f; bare insert %,.0f; ratio %.2f",
                        size, events, bare, events / bare);
            }
            double bare = benchmark.bare(3);
            double orders = benchmark.orders();
            print(
                    "orders of 3 items a second: %,.0f; bare insert of 3 rows %,.0f; ratio %.2f",
                    orders, bare / 3, orders / (bare / 3));
            digests(database);
        }
    }

    /** What a comparison with a station costs, beside the snapshot that it may save. */
    private static void digests(Database database) throws Exception {
        TestWarehouse large = new TestWarehouse(database, Site.of("bench", "L"));
        large.execute(
                "INSERT INTO item SELECT :company, :warehouse, 'b/I' || n, '이름', 'name', false, false, 100, ''"
                        + " FROM generate_series(1, :items) AS n",
                Map.of("items", LARGE));
        database.lookAtNewTables();
        large.execute(
                "INSERT INTO item_barcode SELECT :company, :warehouse, 'B' || n, 'b/I' || n, 1"
                        + " FROM generate_series(1, :items) AS n",
                Map.of("items", LARGE));
        database.lookAtNewTables();
        for (int round = 0; round < 4; round++) {
            long start = System.nanoTime();
            Digest digest = large.snapshot.digest(large.site, new StationId("S1"), () -> {});
            long summed = System.nanoTime();
            large.snapshot.write(large.site, OutputStream.nullOutputStream());
            print(
                    "%,d items summed up in %,d ms, written as a snapshot in %,d ms",
                    digest.rows().get(Digest.Kind.ITEM).count(),
                    (summed - start) / 1_000_000,
                    (System.nanoTime() - summed) / 1_000_000);
        }
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    /** Work that is done again and again until the time is up, by several threads; says how much was done a second. */
    private static double rate(List<Callable<Integer>> each) throws Exception {
        long start = System.nanoTime();
        long end = start + RUN.toNanos();
        long done = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(each.size())) {
            List<Future<Long>> all = new ArrayList<>();
            for (Callable<Integer> one : each) {
                all.add(threads.submit(() -> {
                    long mine = 0;
                    while (System.nanoTime() < end) {
                        mine += one.call();
                    }
                    return mine;
                }));
            }
            for (Future<Long> one : all) {
                done += one.get();
            }
        }
        return done * 1e9 / (System.nanoTime() - start);
    }

    private double events(String name, int size) throws Exception {
        List<Callable<Integer>> each = new ArrayList<>();
        for (int s = 0; s < STATIONS; s++) {
            TestStation station = warehouse.station(name + "-S" + s);
            Random random = new Random(s);
            String asn = station.id.value();
            warehouse.asn(asn, "I0", 1_000_000);
            each.add(() -> {
                for (int i = 0; i < size; i++) {
                    station.receive(asn, "I0", new LicensePlate(station.id + "-" + random.nextLong()), 1);
                }
                int last = station.journal.size();
                if (!(station.send(last - size + 1, last, false) instanceof Answer.Taken)) {
                    throw new IllegalStateException("refused");
                }
                return size;
            });
        }
        return rate(each);
    }

    private double bare(int size) throws Exception {
        List<Callable<Integer>> each = new ArrayList<>();
        for (int s = 0; s < STATIONS; s++) {
            String station = "bare" + size + "-" + s + "-" + System.nanoTime();
            String raw = new String(new char[600]).replace('\0', 'x');
            long[] seq = {0};
            each.add(() -> {
                List<Long> numbers = new ArrayList<>();
                List<String> texts = new ArrayList<>();
                for (int i = 0; i < size; i++) {
                    numbers.add(++seq[0]);
                    texts.add(new String(raw.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
                }
                warehouse.database.useTransaction(
                        warehouse.site,
                        tx -> tx.update("INSERT INTO bare SELECT :station, seq, raw FROM unnest(:seqs, :raws) AS b"
                                        + " (seq, raw)")
                                .bind("station", station)
                                .bindArray("seqs", Long.class, numbers)
                                .bindArray("raws", String.class, texts)
                                .execute());
                return size;
            });
        }
        return rate(each);
    }

    private double orders() throws Exception {
        List<Callable<Integer>> each = new ArrayList<>();
        for (int s = 0; s < STATIONS; s++) {
            Random random = new Random(s);
            String prefix = "O" + s + "-";
            int[] number = {0};
            each.add(() -> {
                int first = random.nextInt(ITEMS - 2);
                boolean promised = warehouse.order(
                        prefix + number[0]++, Map.of("I" + first, 1, "I" + (first + 1), 1, "I" + (first + 2), 1));
                if (!promised) {
                    throw new IllegalStateException("not promised");
                }
                return 1;
            });
        }
        return rate(each);
    }
}
