package dev.dockhand.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.server.TestServer;
import dev.dockhand.server.TestStation;
import dev.dockhand.server.TestWarehouse;
import dev.dockhand.server.accept.Answer;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.DatabaseAddress;
import dev.dockhand.server.store.Owner;
import dev.dockhand.server.store.Site;
import dev.dockhand.server.store.TestPostgres;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the ledger and the intake of orders do a second, beside a bare loop of pgjdbc over the same tables in the same run.
 * {@code mvn -Pbench -pl sync/server -am test} prints the medians; read the ratios, the figures are the machine's.
 * {@code -Ddockhand.bench.open=true} measures without row-level security.
 */
class ServerBenchmark {

    private static final int ROUNDS = Integer.getInteger("dockhand.bench.rounds", 5);
    private static final Duration RUN = Duration.ofSeconds(Long.getLong("dockhand.bench.seconds", 4));
    private static final int STATIONS = 4;
    private static final int CALLERS = 8;
    private static final int BATCH = 25;
    private static final int ITEMS = 10_000;

    private final Map<String, List<Rate>> runs = new LinkedHashMap<>();
    private int number;

    @TempDir
    Path folder;

    @Test
    void ledgerAndOrders() throws Exception {
        TestPostgres.onDisk();
        DatabaseAddress address = TestPostgres.freshDatabase();
        try (Database database = Database.open(address, new SecureRandom());
                TestServer shop = TestServer.storingIn(address, folder);
                BareLoop bare = new BareLoop(address, ITEMS)) {
            if (Boolean.getBoolean("dockhand.bench.open")) {
                Owner.use(database, ServerBenchmark::withoutRowSecurity);
            }
            TestWarehouse warehouse = new TestWarehouse(database, Site.of("bench", "W"));
            warehouse.item("I0");
            stock(shop);
            // The first round is the machine's to warm up.
            for (int round = 0; round <= ROUNDS; round++) {
                if (round == 1) {
                    runs.clear();
                    database.lookAtNewTables();
                }
                for (int size : List.of(1, 50, 500)) {
                    run("bare, %3d acts a push".formatted(size), bare(bare, size));
                    bare.rest();
                    run("ledger, %3d acts a push".formatted(size), pushes(warehouse, size));
                }
                run("bare, orders one by one", bareOrders(bare));
                bare.rest();
                run("orders, one a request", requests(shop, 1));
                run("orders, %d a request".formatted(BATCH), requests(shop, BATCH));
            }
        }
        Map<String, Rate> medians = new LinkedHashMap<>();
        runs.forEach((name, all) -> medians.put(name, Rate.median(all)));
        medians.forEach((name, rate) -> print("%-26s %s".formatted(name, rate)));
        for (int size : List.of(1, 50, 500)) {
            ratio(medians, "ledger, %3d acts a push".formatted(size), "bare, %3d acts a push".formatted(size));
        }
        ratio(medians, "orders, one a request", "bare, orders one by one");
        ratio(medians, "orders, %d a request".formatted(BATCH), "bare, orders one by one");
        assertThat(medians.get("ledger,  50 acts a push").perSecond()).isGreaterThan(6_000);
        assertThat(medians.get("ledger,  50 acts a push").p99()).isLessThan(100);
        assertThat(medians.get("ledger, 500 acts a push").perSecond()).isGreaterThan(12_000);
        assertThat(medians.get("orders, one a request").perSecond()).isGreaterThan(800);
        assertThat(medians.get("orders, %d a request".formatted(BATCH)).perSecond())
                .isGreaterThan(2_000);
    }

    /** To see what the second wall costs. */
    private static void withoutRowSecurity(Handle handle) {
        handle.createQuery("SELECT oid::regclass::text FROM pg_class WHERE relrowsecurity")
                .mapTo(String.class)
                .list()
                .forEach(table -> handle.execute("ALTER TABLE " + table + " DISABLE ROW LEVEL SECURITY"));
    }

    private static void print(String line) {
        System.out.println(line);
    }

    private static void ratio(Map<String, Rate> medians, String name, String bare) {
        print(String.format(
                Locale.ROOT,
                "%s : %s = %.2f",
                name,
                bare,
                medians.get(name).perSecond() / medians.get(bare).perSecond()));
    }

    private void run(String name, List<Callable<Integer>> each) throws Exception {
        runs.computeIfAbsent(name, one -> new ArrayList<>()).add(Rate.of(each, RUN));
    }

    private static List<Callable<Integer>> several(int count, Maker maker) throws Exception {
        List<Callable<Integer>> each = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            each.add(maker.make(i));
        }
        return each;
    }

    private interface Maker {
        Callable<Integer> make(int number) throws Exception;
    }

    private List<Callable<Integer>> bare(BareLoop bare, int size) throws Exception {
        return several(STATIONS, s -> bare.pushes("S" + number++, size, "x".repeat(600)));
    }

    private List<Callable<Integer>> bareOrders(BareLoop bare) throws Exception {
        return several(CALLERS, c -> bare.orders("O" + number++ + "-", ITEMS));
    }

    /** Each act is a plate of its own, the journal's lines are made within the time. */
    private List<Callable<Integer>> pushes(TestWarehouse warehouse, int size) throws Exception {
        return several(STATIONS, s -> {
            TestStation station = warehouse.station("S" + number++);
            String asn = station.id.value();
            warehouse.asn(asn, "I0", 1_000_000);
            return () -> {
                int first = station.journal.size() + 1;
                for (int i = 0; i < size; i++) {
                    station.receive(asn, "I0", new LicensePlate(asn + "-" + (first + i)), 1);
                }
                Answer answer = station.send(first, first + size - 1, false);
                if (!(answer instanceof Answer.Taken)) {
                    throw new IllegalStateException("refused: " + answer);
                }
                return size;
            };
        });
    }

    private List<Callable<Integer>> requests(TestServer shop, int orders) throws Exception {
        return several(CALLERS, c -> {
            String prefix = "O" + number++ + "-";
            int[] next = {0};
            return () -> {
                String json = IntStream.range(0, orders)
                        .mapToObj(n -> order(prefix + next[0]++))
                        .collect(Collectors.joining(",", "[", "]"));
                TestServer.Answer answer = shop.post("/v1/admin/imports/orders?brand=b", json);
                if (answer.body().path("loaded").asInt() != orders) {
                    throw new IllegalStateException(answer.text());
                }
                return orders;
            };
        });
    }

    private static String order(String number) {
        int first = Math.floorMod(number.hashCode(), ITEMS - 2);
        String lines = IntStream.range(0, 3)
                .mapToObj(n -> "{\"line\":%d,\"sku\":\"I%d\",\"quantity\":1}".formatted(n + 1, first + n))
                .collect(Collectors.joining(","));
        return """
            {"order":"%s","carrier":"CJ","service":"standard","cut_off":"2031-11-23T16:00:00+09:00",
             "sender":{"name":"글로우랩","phone":"02-555-0100","postcode":"10881","address":"경기도 파주시"},
             "recipient":{"name":"조예준","phone":"010-9022-3877","postcode":"06236","address":"서울특별시"},
             "lines":[%s]}\
            """.formatted(number, lines);
    }

    private static void stock(TestServer shop) throws Exception {
        shop.load("locations", "code,zone,kind,walk\nR1,A,STORAGE,1\n");
        String header = "sku,name_ko,name_en,barcodes,lot_tracked,expiry_tracked,unit_grams,note\n";
        for (int from = 0; from < ITEMS; from += 500) {
            load(shop, "items", header, from, "I%d,이름,name,,false,false,100,\n");
            load(shop, "stock", "location,sku,lot,expiry,quantity\n", from, "R1,I%d,,,1000000\n");
        }
    }

    private static void load(TestServer shop, String kind, String header, int from, String row) throws Exception {
        String rows =
                IntStream.range(from, from + 500).mapToObj(row::formatted).collect(Collectors.joining("", header, ""));
        TestServer.Answer answer = shop.load(kind, rows);
        if (answer.body().path("loaded").asInt() != 500) {
            throw new IllegalStateException(answer.text());
        }
    }
}
