package dev.dockhand.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockhand.server.TestServer;
import dev.dockhand.server.store.ServerDatabase;
import dev.dockhand.server.store.Site;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists come whole, part by part. */
class ListingTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private static final int ROWS = 23;

    @TempDir
    private Path folder;

    private TestServer shop;
    private Site site;

    @BeforeEach
    void start() throws Exception {
        shop = TestServer.on(DATABASE, folder);
        String[] names =
                shop.get("/v1/admin/status").body().path("warehouse").asText().split("/");
        site = Site.of(names[0], names[1]);
        // In pairs, so that each sort key but the last has equals.
        fill("INSERT INTO item SELECT :company, :warehouse, 'b/I' || n, '이름', 'name', false, false, 1, '', n ||"
                + " '.png'");
        fill("INSERT INTO picture_source SELECT :company, :warehouse, n || '.png', NULL, now(), 0, NULL,"
                + " CASE WHEN n % 2 = 0 THEN 'NOT_FOUND' ELSE '' END");
        fill("INSERT INTO balance SELECT :company, :warehouse, 'LOCATION:R' || n / 2, 'b/I' || n, '', '', n");
        fill("INSERT INTO orders SELECT :company, :warehouse, 'b/O-' || n, 'CJ', 'std', now(),"
                + " CASE WHEN n % 2 = 0 THEN 'WAITING' ELSE 'CANCELLED' END, n % 2 = 0, false, '', now()");
        // What nobody has, so that none of them is promised while they are listed.
        fill("INSERT INTO order_line SELECT :company, :warehouse, 'b/O-' || n, 1, 'b/I' || n, 1000, 0, 0");
        fill("INSERT INTO exception SELECT :company, :warehouse, 'E-' || n, 'OVERSOLD', 'it', NULL, NULL, 'text',"
                + " TIMESTAMPTZ '2026-11-23 06:00:00.123456Z' + n / 2 * INTERVAL '1 ms', CASE WHEN n % 3 = 0 THEN"
                + " now() END");
        fill("INSERT INTO quarantine SELECT :company, :warehouse, 'ST-1', 1, 'h' || n, n / 2, 'raw', now()");
        fill("INSERT INTO label_print SELECT :company, :warehouse, 'WB000001', 'EV-' || n, 'ST-1', n, 'SENT',"
                + " 'NONE', '', TIMESTAMPTZ '2026-11-23 06:00:00.123456Z' + n / 2 * INTERVAL '1 ms'");
        fill("INSERT INTO station SELECT :company, :warehouse, 'ST-' || n, n, :company || '/' || n, 1, true, now(),"
                + " NULL");
        fill("INSERT INTO waybill_pool SELECT :company, :warehouse, 'W' || n, 'C' || n, 'FREE', NULL");
    }

    private void fill(String insert) {
        DATABASE.database()
                .useTransaction(
                        site,
                        tx -> tx.update(insert + " FROM generate_series(1, " + ROWS + ") AS n")
                                .execute());
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    private List<JsonNode> all(String path, String name, int limit) throws Exception {
        List<JsonNode> rows = new ArrayList<>();
        String next = "";
        do {
            TestServer.Answer part = shop.get(path + "limit=" + limit + (next.isEmpty() ? "" : "&cursor=" + next));
            assertThat(part.status()).as(part.text()).isEqualTo(200);
            assertThat(part.body().path(name).size()).isLessThanOrEqualTo(limit);
            part.body().path(name).forEach(rows::add);
            next = part.body().path("next").asText();
        } while (!next.isEmpty());
        return rows;
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/admin/stations?, stations, 23",
        "/v1/admin/orders?, orders, 23",
        "/v1/admin/orders?state=WAITING&, orders, 11",
        "/v1/admin/stock?, stock, 23",
        "/v1/admin/stock?place=LOCATION:R3&, stock, 2",
        "/v1/admin/stock?item=b/I7&, stock, 1",
        "/v1/admin/exceptions?, exceptions, 16",
        "/v1/admin/exceptions?all=true&, exceptions, 23",
        "/v1/admin/quarantine/ST-1/1?, events, 23",
        "/v1/admin/quarantine/ST-1/1?from=5&, events, 14",
        "/v1/admin/labels/WB000001?, labels, 23",
        "/v1/admin/waybills?, waybills, 23",
        "/v1/admin/pictures?, missing, 23",
        "/v1/availability?, availability, 23"
    })
    void allRowsComeOnceInTheSameOrderHoweverTheyAreAskedFor(String path, String name, int rows) throws Exception {
        List<JsonNode> atOnce = all(path, name, 1000);
        assertThat(atOnce).hasSize(rows).doesNotHaveDuplicates();
        assertThat(shop.get(path).body().has("next")).as("nothing is cut").isFalse();
        assertThat(shop.get(path + "limit=" + rows).body().has("next"))
                .as("nor at its very end")
                .isFalse();
        assertThat(all(path, name, 1)).isEqualTo(atOnce);
        assertThat(all(path, name, 5)).isEqualTo(atOnce);
    }

    @Test
    void aRowThatGoesMeanwhileTakesNoOtherWithIt() throws Exception {
        JsonNode first = shop.get("/v1/admin/stock?limit=4").body();
        DATABASE.database()
                .useTransaction(
                        site,
                        tx -> tx.update("UPDATE balance SET quantity = 0 WHERE company = :company AND warehouse"
                                        + " = :warehouse AND item = :item")
                                .bind(
                                        "item",
                                        first.path("stock")
                                                .get(3)
                                                .path("goods")
                                                .path("item")
                                                .asText())
                                .execute());
        JsonNode rest = shop.get("/v1/admin/stock?cursor=" + first.path("next").asText())
                .body();
        assertThat(first.path("stock").size() + rest.path("stock").size()).isEqualTo(ROWS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no key",
                "{}x",
                "\"text\"",
                "{\"raisedAt\":\"yesterday\",\"id\":\"E-1\"}",
                "{\"id\":\"E-1\",\"raisedAt\":\"+99999-01-01T00:00:00Z\"}",
                "{\"id\":\"\\u0000\",\"raisedAt\":\"2026-11-23T06:00:00Z\"}",
                "{\"place\":\"LOCATION:R1\",\"item\":\"b/I1\",\"lot\":\"\",\"expiry\":\"\"}"
            })
    void aCursorOfAnotherListOrOfNobodyIsRefused(String forged) throws Exception {
        String cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(forged.getBytes(StandardCharsets.UTF_8));
        TestServer.Answer answer = shop.get("/v1/admin/exceptions?cursor=" + cursor);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("BAD_PARAMETER");
        assertThat(shop.get("/v1/admin/exceptions?cursor=***").code()).isEqualTo("BAD_PARAMETER");
        assertThat(shop.get("/v1/admin/exceptions?limit=1001").code()).isEqualTo("BAD_PARAMETER");
    }
}
