package dev.dockhand.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.json.Json;
import dev.dockhand.model.protocol.Protocol;
import dev.dockhand.server.store.Owner;
import dev.dockhand.server.store.ServerDatabase;
import dev.dockhand.server.store.Site;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class HttpTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private static final String LOCATIONS = "code,zone,kind,walk\n";

    @TempDir
    private Path folder;

    private TestServer shop;

    @BeforeEach
    void start() throws IOException {
        shop = TestServer.on(DATABASE, folder);
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    @Test
    void anybodyMayAskWhetherItLives() throws Exception {
        assertThat(shop.send(shop.bare("/health/live").GET()).status()).isEqualTo(200);
        assertThat(shop.send(shop.bare("/health/ready").GET())
                        .body()
                        .path("status")
                        .asText())
                .isEqualTo("UP");
        assertThat(shop.send(shop.bare("/nowhere").GET()).code()).isEqualTo("NOT_FOUND");
        assertThat(shop.send(shop.bare("/health/live").DELETE()).code()).isEqualTo("METHOD_NOT_ALLOWED");
    }

    @Test
    void withoutTheRightKeyNothingOpens() throws Exception {
        String station = shop.enrol("ST-1");
        assertThat(shop.send(shop.request("/v1/feed", "").GET()).status()).isEqualTo(401);
        assertThat(shop.send(shop.request("/v1/feed", station + "x").GET()).code())
                .isEqualTo("KEY_INVALID");
        assertThat(shop.send(shop.request("/v1/admin/status", station).GET()).code())
                .isEqualTo("NOT_ALLOWED");
        assertThat(shop.send(shop.request("/v1/feed", "admin." + shop.server.adminKey())
                                .GET())
                        .code())
                .isEqualTo("NOT_ALLOWED");
        assertThat(shop.send(shop.request("/v1/feed", station).GET()).status()).isEqualTo(200);
        assertThat(shop.post("/v1/admin/stations/ST-1/revoke", "{}").status()).isEqualTo(204);
        assertThat(shop.send(shop.request("/v1/feed", station).GET()).status()).isEqualTo(401);
    }

    @Test
    void anotherVersionOfTheProtocolIsToldSo() throws Exception {
        String station = shop.enrol("ST-1");
        var without = shop.bare("/v1/feed").header("Authorization", "Bearer " + station);
        assertThat(shop.send(without.GET()).status()).isEqualTo(426);
        for (int spoken : List.of(Protocol.OLDEST, Protocol.VERSION)) {
            assertThat(shop.send(speaking(spoken, station).GET()).status()).isEqualTo(200);
        }
        for (int other : List.of(Protocol.OLDEST - 1, Protocol.VERSION + 1)) {
            TestServer.Answer answer = shop.send(speaking(other, station).GET());
            assertThat(answer.status()).isEqualTo(426);
            assertThat(answer.code()).isEqualTo("PROTOCOL_UNSUPPORTED");
            assertThat(answer.body().path("detail").asText()).contains("versions 1 and 2", "has " + other);
        }
    }

    private HttpRequest.Builder speaking(int version, String station) {
        return shop.bare("/v1/feed")
                .header("Authorization", "Bearer " + station)
                .header(Protocol.VERSION_HEADER, Integer.toString(version));
    }

    @Test
    void aCodeThatIsGuessedIsRefusedAndAfterFiveTriesForgotten() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(enrolWith("WRONG-CODE" + i).code()).isEqualTo("CODE_INVALID");
        }
        assertThat(enrolWith("WRONG-CODE9").status()).isEqualTo(429);
    }

    private TestServer.Answer enrolWith(String code) throws Exception {
        return shop.send(shop.request("/v1/enrol", "")
                .POST(BodyPublishers.ofString(
                        "{\"code\":\"%s\",\"station\":\"ST-1\",\"usedEpoch\":0}".formatted(code))));
    }

    @Test
    void bodiesThatAreNoJsonAreToldWhere() throws Exception {
        assertThat(shop.send(shop.request("/v1/enrol", "").POST(BodyPublishers.ofString("{\"code\":")))
                        .code())
                .isEqualTo("BAD_JSON");
        assertThat(shop.send(shop.request("/v1/enrol", "").POST(BodyPublishers.ofString("")))
                        .code())
                .isEqualTo("BAD_JSON");
        assertThat(shop.send(shop.request("/v1/enrol", "").POST(BodyPublishers.ofString("null")))
                        .code())
                .isEqualTo("BAD_JSON");
        assertThat(shop.send(shop.request("/v1/enrol", "").POST(BodyPublishers.ofString("{\"station\":\"ST-1\"}")))
                        .code())
                .isEqualTo("BAD_JSON");
        assertThat(shop.send(shop.request("/v1/enrol", "").POST(BodyPublishers.ofString("x".repeat(100_000))))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void importsComeInPlainOrPackedAndBombsStayOut() throws Exception {
        assertThat(shop.load("locations", LOCATIONS + "A-01,A,STORAGE,1\n")
                        .body()
                        .path("loaded")
                        .asInt())
                .isEqualTo(1);
        TestServer.Answer packed = load(gzip((LOCATIONS + "A-02,A,STORAGE,1\n").getBytes(StandardCharsets.UTF_8)));
        assertThat(packed.body().path("loaded").asInt()).isEqualTo(1);
        assertThat(load(gzip(new byte[60 * 1024 * 1024])).status()).isEqualTo(413);
        assertThat(load("no gzip".getBytes(StandardCharsets.UTF_8)).code()).isEqualTo("BAD_GZIP");
        assertThat(shop.load("locations", "code\nA\n").code()).isEqualTo("WRONG_HEADER");
        assertThat(shop.load("shelves", "code\nA\n").status()).isEqualTo(404);
        assertThat(shop.send(shop.request("/v1/admin/imports/items", "admin." + shop.server.adminKey())
                                .header("Content-Type", "text/html")
                                .POST(BodyPublishers.ofString("x")))
                        .status())
                .isEqualTo(415);
    }

    private TestServer.Answer load(byte[] gzip) throws Exception {
        return shop.send(shop.request("/v1/admin/imports/locations", "admin." + shop.server.adminKey())
                .header("Content-Type", "text/csv")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(gzip)));
    }

    @Test
    void eventsAreTakenOnceWhateverTheWire() throws Exception {
        String key = shop.enrol("ST-1");
        TestServer.Answer first = push(key, 1, gzip(lines(1, 3)), true);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body().path("acked").asLong()).isEqualTo(3);
        assertThat(push(key, 1, lines(1, 3), false).body()).isEqualTo(first.body());
        TestServer.Answer gap = push(key, 1, lines(5, 6), false);
        assertThat(gap.status()).isEqualTo(409);
        assertThat(gap.body().path("expected").asLong()).isEqualTo(4);
        assertThat(push(key, 0, lines(1, 3), false).code()).isEqualTo("BAD_PARAMETER");
        assertThat(push(key, 1, new byte[5 * 1024 * 1024], false).status()).isEqualTo(413);
        byte[] many = "{}\n".repeat(501).getBytes(StandardCharsets.UTF_8);
        assertThat(push(key, 1, many, false).status()).isEqualTo(413);
        assertThat(shop.get("/v1/admin/stations")
                        .body()
                        .path("stations")
                        .get(0)
                        .path("lastSeq")
                        .asLong())
                .isEqualTo(3);
    }

    @Test
    void aDatabaseWithoutRoomTakesNothingAndAsksForTheSameAgain() throws Exception {
        String key = shop.enrol("ST-1");
        String company = site().company().value();
        Owner.use(
                DATABASE.database(),
                handle -> handle.createScript("""
                    CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS
                    'BEGIN RAISE EXCEPTION USING ERRCODE = ''53100'', MESSAGE = ''could not extend file''; END';
                    CREATE TRIGGER no_room BEFORE INSERT ON event FOR EACH ROW
                    WHEN (NEW.company = '%s') EXECUTE FUNCTION no_room();
                    """.formatted(company)).executeAsSeparateStatements());
        try {
            TestServer.Answer full = push(key, 1, lines(1, 1), false);
            assertThat(full.status())
                    .as("a 500 makes a station send good events to be stored unread")
                    .isEqualTo(503);
            assertThat(full.code()).isEqualTo("DATABASE_UNAVAILABLE");
            assertThat(full.raw().headers().firstValue("Retry-After")).isPresent();
            assertThat(full.body().path("support").asText()).isNotEmpty();
            assertThat(full.text()).doesNotContain("extend");
        } finally {
            Owner.use(DATABASE.database(), handle -> handle.execute("DROP FUNCTION no_room CASCADE"));
        }
        assertThat(push(key, 1, lines(1, 1), false).body().path("acked").asLong())
                .isEqualTo(1);
    }

    @Test
    void questionsThatMakeNoSenseAreTheAskersMistake() throws Exception {
        assertThat(shop.get("/v1/admin/shipments?cursor=%00").code()).isEqualTo("BAD_PARAMETER");
        assertThat(shop.get("/v1/availability?cursor=AA").code()).isEqualTo("BAD_PARAMETER");
        assertThat(shop.get("/v1/admin/stock?place=FLOOR:1")
                        .body()
                        .path("detail")
                        .asText())
                .contains("place:", "LICENSE_PLATE", "LOCATION")
                .doesNotContain("dev.dockhand");
        assertThat(shop.get("/v1/admin/stock?limit=x").body().path("detail").asText())
                .isEqualTo("limit: must be a whole number");
    }

    private byte[] lines(long fromSeq, long toSeq) throws Exception {
        return new TestJournal(site(), new StationId("ST-1"))
                .signOuts(Math.toIntExact(toSeq))
                .lines(fromSeq, toSeq);
    }

    private Site site() throws Exception {
        String[] names =
                shop.get("/v1/admin/status").body().path("warehouse").asText().split("/");
        return Site.of(names[0], names[1]);
    }

    private TestServer.Answer push(String key, int epoch, byte[] body, boolean gzip) throws Exception {
        var request = shop.request("/v1/events?epoch=" + epoch, key).header("Content-Type", "application/x-ndjson");
        return shop.send(
                (gzip ? request.header("Content-Encoding", "gzip") : request).POST(BodyPublishers.ofByteArray(body)));
    }

    @Test
    void aLongPollAnswersWhenSomethingHappens() throws Exception {
        String key = shop.enrol("ST-1");
        long cursor = feed(key, "cursor=0").path("cursor").asLong();
        CompletableFuture<JsonNode> waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return feed(key, "wait=25&cursor=" + cursor);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        shop.load("locations", LOCATIONS + "A-01,A,STORAGE,1\n");
        JsonNode page = waiting.get(60, TimeUnit.SECONDS);
        assertThat(page.path("changes").get(0).path("type").asText()).isEqualTo("location");
        assertThat(shop.send(shop.request("/v1/feed?cursor=999999", key).GET()).status())
                .isEqualTo(410);
        assertThat(shop.send(shop.request("/v1/feed?cursor=-1", key).GET()).code())
                .isEqualTo("BAD_PARAMETER");
        assertThat(shop.send(shop.request("/v1/feed?cursor=x", key).GET()).status())
                .isEqualTo(400);
    }

    @Test
    void aServerThatStopsAnswersThePollsThatWait(@TempDir Path other) throws Exception {
        TestServer leaving = TestServer.on(DATABASE, other);
        String key = leaving.enrol("ST-1");
        CompletableFuture<TestServer.Answer> waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return leaving.send(
                        leaving.request("/v1/feed?cursor=0&wait=25", key).GET());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        Awaitility.await()
                .atMost(60, TimeUnit.SECONDS)
                .until(() -> leaving.get("/v1/admin/stations")
                        .body()
                        .path("stations")
                        .get(0)
                        .has("lastSeenAt"));
        leaving.server.stop();
        assertThat(waiting.get(60, TimeUnit.SECONDS).status()).isEqualTo(200);
        leaving.close();
    }

    private JsonNode feed(String key, String query) throws Exception {
        return shop.send(shop.request("/v1/feed?" + query, key).GET()).body();
    }

    @Test
    void aSnapshotComesPackedWithItsHeadFirst() throws Exception {
        String key = shop.enrol("ST-1");
        shop.load("locations", LOCATIONS + "A-01,A,STORAGE,1\nA-02,A,STORAGE,2\n");
        TestServer.Answer answer = shop.send(shop.request("/v1/snapshot", key)
                .header("Accept-Encoding", "gzip")
                .GET());
        assertThat(answer.raw().headers().firstValue("Content-Encoding")).contains("gzip");
        List<String> lines;
        try (var in = new GZIPInputStream(new ByteArrayInputStream(answer.raw().body()))) {
            lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        JsonNode head = Json.mapper().readTree(lines.getFirst());
        assertThat(head.path("changes").asInt()).isEqualTo(lines.size() - 1).isGreaterThanOrEqualTo(2);
        assertThat(lines.toString()).contains("A-01", "A-02");
        String plain = shop.send(shop.request("/v1/snapshot", key).GET()).text();
        assertThat(plain.lines().toList()).isEqualTo(lines);
    }

    @Test
    void anOrderGoesFromTheShopToAStationAndCanBeCalledOff() throws Exception {
        String key = shop.enrol("ST-1");
        fillTheShelves();
        assertThat(order("O/1 ㄱ", 3).body().path("loaded").asInt()).isEqualTo(1);
        assertThat(order("O/1 ㄱ", 3).body().path("unchanged").asInt()).isEqualTo(1);
        assertThat(order("O-2", 3).body().path("loaded").asInt()).isEqualTo(1);

        assertThat(shop.get("/v1/availability/b/S-1").body().toString()).contains("\"available\":2");
        assertThat(shop.get("/v1/admin/orders/b/O-2").body().path("state").asText())
                .isEqualTo("WAITING");
        assertThat(shop.get("/v1/admin/exceptions")
                        .body()
                        .path("exceptions")
                        .get(0)
                        .path("kind")
                        .asText())
                .isEqualTo("CANNOT_ALLOCATE");
        JsonNode view = shop.get("/v1/admin/orders/b/O%2F1%20%E3%84%B1").body();
        assertThat(view.path("shipments").get(0).path("stage").asText()).isEqualTo("RELEASED");
        assertThat(view.toString()).doesNotContain("조예준", "010-9022");

        TestServer.Answer grant =
                shop.send(shop.request("/v1/leases", key).POST(BodyPublishers.ofString("{\"upTo\":20}")));
        JsonNode task = grant.body().path("tasks").get(0);
        assertThat(task.path("waybill").asText()).isEqualTo("632912345600");
        assertThat(task.path("recipient").path("name").asText()).isEqualTo("조예준");
        assertThat(shop.send(shop.request("/v1/leases", key).GET()).body()).isEqualTo(grant.body());
        assertThat(shop.get("/v1/admin/waybills")
                        .body()
                        .path("waybills")
                        .get(0)
                        .path("bound")
                        .asInt())
                .isEqualTo(1);

        String taskPath =
                task.path("id").asText().replace("/", "%2F").replace(" ", "%20").replace("ㄱ", "%E3%84%B1");
        assertThat(shop.post("/v1/admin/leases/" + taskPath + "/break", "{\"by\":\"op-3\"}")
                        .body()
                        .path("token")
                        .asLong())
                .isEqualTo(2);
        assertThat(shop.send(shop.request("/v1/leases", key).GET()).body().path("tasks"))
                .isEmpty();
        assertThat(shop.post("/v1/admin/orders/b/O%2F1%20%E3%84%B1/cancel", "{}")
                        .body()
                        .path("result")
                        .asText())
                .isEqualTo("CANCELLED");
        assertThat(shop.get("/v1/admin/orders/b/O-2").body().path("state").asText())
                .isEqualTo("RELEASED");
        assertThat(shop.post("/v1/admin/orders/b/none/cancel", "{}").status()).isEqualTo(404);
        assertThat(shop.get("/v1/admin/stock?item=b/S-1")
                        .body()
                        .path("stock")
                        .get(0)
                        .path("balance")
                        .asInt())
                .isEqualTo(5);
        assertThat(shop.get("/v1/availability?limit=10").body().path("availability"))
                .hasSize(1);
        assertThat(shop.get("/v1/admin/status")
                        .body()
                        .path("orders")
                        .path("CANCELLED")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void listsOfAnEmptyWarehouseAreEmpty() throws Exception {
        assertThat(shop.get("/v1/admin/shipments").body().path("shipments")).isEmpty();
        assertThat(shop.get("/v1/admin/labels/632912345600").body().path("labels"))
                .isEmpty();
    }

    private void fillTheShelves() throws Exception {
        shop.load("locations", LOCATIONS + "A-01,A,STORAGE,1\n");
        shop.load(
                "items",
                "sku,brand,name_ko,name_en,barcodes,lot_tracked,expiry_tracked,unit_grams,note\n"
                        + "S-1,b,이름,name,8803840000023,false,false,100,\n");
        shop.load("stock", "location,sku,lot,expiry,quantity\nA-01,S-1,,,5\n");
        shop.load("waybills", "carrier,number\nCJ,632912345600\n");
    }

    private TestServer.Answer order(String number, int units) throws Exception {
        return shop.post("/v1/admin/imports/orders?brand=b", """
            {"order":"%s","carrier":"CJ","service":"standard","cut_off":"2026-11-23T16:00:00+09:00",
             "sender":{"name":"글로우랩","phone":"02-555-0100","postcode":"10881","address":"경기도 파주시"},
             "recipient":{"name":"조예준","phone":"010-9022-3877","postcode":"06236","address":"서울특별시"},
             "lines":[{"line":1,"sku":"S-1","quantity":%d}]}\
            """.formatted(number, units));
    }

    @Test
    void aRestoreGivesTheDataANewLife() throws Exception {
        String key = shop.enrol("ST-1");
        long before = feed(key, "cursor=0").path("serverEpoch").asLong();
        long after =
                shop.post("/v1/admin/restored", "{}").body().path("serverEpoch").asLong();
        assertThat(after).isGreaterThan(before);
        assertThat(shop.send(shop.request("/v1/feed?cursor=0&server_epoch=" + before, key)
                                .GET())
                        .status())
                .isEqualTo(410);
    }

    @Test
    void garbageOnTheWireHurtsNobody() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", shop.server.port())) {
            socket.getOutputStream().write("\u0000\u0001 nonsense\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            socket.setSoTimeout(30_000);
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                    .satisfiesAnyOf(
                            answer -> assertThat(answer).isEmpty(),
                            answer -> assertThat(answer)
                                    .startsWith("HTTP/1.1 400")
                                    .contains("\"BAD_REQUEST\""));
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
