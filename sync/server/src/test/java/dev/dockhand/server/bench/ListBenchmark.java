package dev.dockhand.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.server.TestServer;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.DatabaseAddress;
import dev.dockhand.server.store.Site;
import dev.dockhand.server.store.TestPostgres;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long a part of each list takes in a warehouse with a million events and 200,000 orders, the parts of a list one after the
 * other from its start. Run with {@code mvn -Pbench -pl sync/server -am test}.
 */
class ListBenchmark {

    private static final int PARTS = 150;
    private static final int ROWS = 100;
    private static final double MOST = 20;

    private static final List<String> FILL = List.of(
            "INSERT INTO item SELECT :company, :warehouse, 'b/I' || n, '이름', 'name', false, false, 1, ''"
                    + " FROM generate_series(1, 20000) AS n",
            "INSERT INTO balance SELECT :company, :warehouse, 'LOCATION:R' || n / 4, 'b/I' || n % 20000, '', '', n % 3"
                    + " FROM generate_series(1, 200000) AS n",
            "INSERT INTO orders SELECT :company, :warehouse, 'b/O-' || n, 'CJ', 'std', now(),"
                    + " CASE WHEN n % 1000 = 0 THEN 'WAITING' ELSE 'PACKED' END, n % 1000 = 0, false, '', now()"
                    + " FROM generate_series(1, 200000) AS n",
            "INSERT INTO event SELECT :company, :warehouse, 'S' || n % 20, 1, n / 20 + 1, 'hash', repeat('x', 300),"
                    + " 'ACCEPTED', now(), 'E' || n, 'SHIPMENT_PACKED', 'op-1', 'T' || n, now() FROM generate_series(1,"
                    + " 1000000) AS n",
            "INSERT INTO shipment SELECT :company, :warehouse, 'O-' || n || '.1', 'b/O-' || n, 'T' || n, 'PACKED',"
                    + " 'CJ', now(), 1, NULL, 'W' || 1000000 + n, NULL, now(), 'E' || n, now() FROM generate_series(1,"
                    + " 200000) AS n",
            "INSERT INTO parcel SELECT :company, :warehouse, 'O-' || n || '.1', 1, 'W' || 1000000 + n, 500, true"
                    + " FROM generate_series(1, 200000) AS n",
            "INSERT INTO waybill_pool SELECT :company, :warehouse, 'W' || 1000000 + n, 'CJ', CASE WHEN n > 200000"
                    + " THEN 'FREE' ELSE 'USED' END, CASE WHEN n <= 200000 THEN 'O-' || n || '.1' END FROM"
                    + " generate_series(1, 250000) AS n",
            "INSERT INTO exception SELECT :company, :warehouse, 'X-' || n, 'OVERSOLD', 'it', NULL, NULL, 'text', now()"
                    + " - n * INTERVAL '1 s', CASE WHEN n % 10 <> 0 THEN now() END FROM generate_series(1, 50000) AS n",
            "INSERT INTO quarantine SELECT :company, :warehouse, 'S1', 1, 'h' || n, n, 'raw', now()"
                    + " FROM generate_series(1, 20000) AS n",
            "INSERT INTO label_print SELECT :company, :warehouse, 'WB000001', 'E' || n, 'S1', n, 'SENT', 'NONE', '',"
                    + " now() + n * INTERVAL '1 s' FROM generate_series(1, 20000) AS n");

    private static final List<String> LISTS = List.of(
            "/v1/admin/orders?",
            "/v1/admin/orders?state=WAITING&",
            "/v1/admin/stock?",
            "/v1/admin/stock?item=b/I7&",
            "/v1/availability?",
            "/v1/admin/shipments?",
            "/v1/admin/put-backs?",
            "/v1/admin/labels/WB000001?",
            "/v1/admin/exceptions?",
            "/v1/admin/exceptions?all=true&",
            "/v1/admin/quarantine/S1/1?",
            "/v1/admin/waybills?",
            "/v1/admin/status?");

    @TempDir
    Path folder;

    @Test
    void noListIsSlow() throws Exception {
        TestPostgres.onDisk();
        DatabaseAddress address = TestPostgres.freshDatabase();
        List<String> slow = new ArrayList<>();
        try (TestServer shop = TestServer.storingIn(address, folder)) {
            String[] names = shop.get("/v1/admin/status")
                    .body()
                    .path("warehouse")
                    .asText()
                    .split("/");
            fill(address, Site.of(names[0], names[1]));
            for (String list : LISTS) {
                if (measure(shop, list) >= MOST) {
                    slow.add(list);
                }
            }
        }
        assertThat(slow).isEmpty();
    }

    private static void fill(DatabaseAddress address, Site site) {
        try (Database database = Database.open(address, new SecureRandom())) {
            for (String insert : FILL) {
                database.useTransaction(site, tx -> tx.update(insert).execute());
                database.lookAtNewTables();
            }
        }
    }

    /** Says the p95 in milliseconds. */
    private static double measure(TestServer shop, String list) throws Exception {
        long[] nanos = new long[PARTS];
        String next = "";
        for (int i = -PARTS; i < PARTS; i++) {
            long start = System.nanoTime();
            TestServer.Answer part = shop.get(list + "limit=" + ROWS + (next.isEmpty() ? "" : "&cursor=" + next));
            if (i >= 0) {
                nanos[i] = System.nanoTime() - start;
            }
            if (part.status() != 200) {
                throw new IllegalStateException(part.text());
            }
            next = part.body().path("next").asText();
        }
        Arrays.sort(nanos);
        System.out.println(String.format(
                Locale.ROOT,
                "%-34s p50 %5.1f ms, p95 %5.1f ms, longest %5.1f ms",
                list,
                nanos[PARTS / 2] / 1e6,
                nanos[PARTS * 95 / 100] / 1e6,
                nanos[PARTS - 1] / 1e6));
        return nanos[PARTS * 95 / 100] / 1e6;
    }
}
