package dev.dockhand.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.json.Json;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.server.picture.TestPictures;
import dev.dockhand.server.store.ServerDatabase;
import dev.dockhand.server.store.Site;
import java.awt.Color;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Every route is asked, with everything in a warehouse that there can be, and answers as the document says. */
class OpenApiAnswersTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final String ORDER = """
        {"brand":"b","order":"%s","carrier":"CJ","service":"standard","cut_off":"2031-11-23T16:00:00+09:00",
         "sender":{"name":"글로우랩","phone":"02-555-0100","postcode":"10881","address":"경기도 파주시"},
         "recipient":{"name":"조예준","phone":"010-9022-3877","postcode":"06236","address":"서울특별시"},
         "lines":[{"line":1,"sku":"S-1","quantity":%d}]}\
        """;

    @TempDir
    private Path folder;

    private TestServer shop;
    private String admin;
    private Contract contract;
    private final Set<String> done = new TreeSet<>();

    @BeforeEach
    void start() throws Exception {
        shop = TestServer.on(DATABASE, folder);
        admin = "admin." + shop.server.adminKey();
        contract = new Contract(shop.send(shop.bare("/openapi.json").GET()).body());
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    private TestServer.Answer asked(String id, String key, String path, BodyPublisher body, String type)
            throws Exception {
        Contract.Operation operation = contract.operation(id);
        assertThat(path.split("\\?")[0]).as(id).matches(operation.path().replaceAll("\\{\\w+}", "[^/]+"));
        HttpRequest.Builder request = shop.request(path, key).method(operation.method(), body);
        TestServer.Answer answer = shop.send(type.isEmpty() ? request : request.header("Content-Type", type));
        contract.holds(operation, answer);
        return answer;
    }

    private JsonNode good(String id, String key, String path, BodyPublisher body, String type) throws Exception {
        TestServer.Answer answer = asked(id, key, path, body, type);
        assertThat(answer.status()).as("%s: %s", id, answer.text()).isBetween(200, 299);
        done.add(id);
        return answer.body();
    }

    private JsonNode get(String id, String key, String path) throws Exception {
        return good(id, key, path, BodyPublishers.noBody(), "");
    }

    private JsonNode post(String id, String key, String path, String json) throws Exception {
        contract.asks(contract.operation(id), json);
        return good(id, key, path, BodyPublishers.ofString(json), "application/json");
    }

    private JsonNode load(String kind, String csv) throws Exception {
        JsonNode result =
                good("importFile", admin, "/v1/admin/imports/" + kind, BodyPublishers.ofString(csv), "text/csv");
        assertThat(result.path("rejected")).as(kind).isEmpty();
        return result;
    }

    private void push(String key, TestJournal journal, long from) throws Exception {
        JsonNode result = good(
                "pushEvents",
                key,
                "/v1/events?epoch=1",
                BodyPublishers.ofByteArray(journal.lines(from, journal.lastSeq())),
                "application/x-ndjson");
        assertThat(result.path("acked").asLong()).isEqualTo(journal.lastSeq());
    }

    @Test
    void everyGoodAnswerIsAsTheDocumentSays() throws Exception {
        get("getLiveness", "", "/health/live");
        get("getReadiness", "", "/health/ready");
        get("getMetrics", "", "/metrics");
        get("getOpenApi", "", "/openapi.json");
        company();
        fillTheShelves();
        String code = post("createEnrolmentCode", admin, "/v1/admin/enrolment-codes", "{\"station\":\"ST-1\"}")
                .path("code")
                .asText();
        JsonNode enrolment = post(
                "enrol", "", "/v1/enrol", "{\"code\":\"%s\",\"station\":\"ST-1\",\"usedEpoch\":0}".formatted(code));
        String key = "ST-1." + enrolment.path("secret").asText();
        TestJournal journal = new TestJournal(
                Site.of(
                        enrolment.path("company").asText(),
                        enrolment.path("warehouse").path("id").asText()),
                new StationId("ST-1"));
        work(key, journal);
        station(key);
        shop(key);
        supervisor();
        assertThat(done)
                .containsExactlyInAnyOrderElementsOf(contract.operations().stream()
                        .map(Contract.Operation::id)
                        .toList());
    }

    private JsonNode put(String id, String path, String json) throws Exception {
        contract.asks(contract.operation(id), json);
        return good(id, admin, path, BodyPublishers.ofString(json), "application/json");
    }

    private void company() throws Exception {
        put("putCompany", "/v1/companies/glow", "{\"name\":\"글로우\"}");
        put("putWarehouse", "/v1/companies/glow/warehouses/W1", "{}");
        put("putWarehouse", "/v1/companies/glow/warehouses/W1", """
            {"name":"이천","zone":"Asia/Seoul","currency":"KRW","companyPrefix":"8801234","labelDpi":300,
             "weighing":{"tolerancePercent":7,"packaging":120.5},"holidays":["2031-10-03"],
             "cutOffs":[{"carrier":"CJ","service":"","days":["MONDAY","FRIDAY"],"at":"16:30"}]}\
            """);
        put("putBrand", "/v1/companies/glow/brands/mori", "{\"name\":\"모리\",\"warehouses\":[\"W1\"]}");
        post(
                "createKey",
                admin,
                "/v1/companies/glow/keys",
                "{\"name\":\"shop\",\"role\":\"BRAND\",\"brand\":\"mori\"}");
        full(get("listCompanies", admin, "/v1/companies?limit=1"), "companies");
        full(get("listWarehouses", admin, "/v1/companies/glow/warehouses"), "warehouses");
        full(get("listBrands", admin, "/v1/companies/glow/brands"), "brands");
        full(get("listKeys", admin, "/v1/companies/glow/keys"), "keys");
        good("revokeKey", admin, "/v1/companies/glow/keys/shop/revoke", BodyPublishers.noBody(), "");
    }

    private void fillTheShelves() throws Exception {
        load("locations", "code,zone,kind,walk\nA-01,A,STORAGE,1\nA-02,,STORAGE,2\n");
        load("items", """
            brand,sku,name_ko,name_en,barcodes,lot_tracked,expiry_tracked,unit_grams,note,picture
            b,S-1,이름,name,8803840000023,false,false,100.50,,red.png
            b,S-2,크림,,,true,true,,,none.png
            """);
        load("operators", "operator,name,badge,pin,role,active\nop-1,김,B-1,246810,SUPERVISOR,true\n");
        load("asns", "brand,asn,supplier,expected_on,line,sku,lot,expiry,quantity\nb,ASN-1,공급,2031-11-24,1,S-1,,,50\n");
        load("stock", "location,brand,sku,lot,expiry,quantity\nA-01,b,S-1,,,9\nA-02,b,S-2,L1,2031-12-01,4\n");
        load("waybills", "carrier,number\nCJ,632912345600\nCJ,632912345611\n");
        load("ranges", "carrier,first,last,check,mark\nCJ,650000000033,650000000733,CJ,5\n");
        for (String order :
                List.of(ORDER.formatted("O/1 ㄱ", 2), ORDER.formatted("O-2", 3), ORDER.formatted("O-3", 500))) {
            post("importFile", admin, "/v1/admin/imports/orders", order);
        }
        assertThat(asked(
                                "importFile",
                                admin,
                                "/v1/admin/imports/items",
                                BodyPublishers.ofString("brand,sku\n,\n"),
                                "text/csv")
                        .status())
                .isEqualTo(400);
    }

    private void work(String key, TestJournal journal) throws Exception {
        // Work is made beside the requests that brought the orders.
        await().atMost(PATIENCE)
                .until(() -> post("grantLeases", key, "/v1/leases", "{\"upTo\":2}")
                                .path("tasks")
                                .size()
                        == 2);
        JsonNode tasks = get("listLeases", key, "/v1/leases").path("tasks");
        ShipmentTask task = Json.mapper().treeToValue(tasks.get(0), ShipmentTask.class);
        FloorDrafts.packed(task).forEach(journal::did);
        journal.did(FloorDrafts.picked(Json.mapper().treeToValue(tasks.get(1), ShipmentTask.class), "T-2"));
        journal.did(FloorDrafts.receipt("P-1", 6))
                .did(FloorDrafts.receipt("P-2", 5))
                .did(FloorDrafts.putAway("P-2", 5, "A-01"));
        push(key, journal, 1);
        TestServer.Answer gap = asked(
                "pushEvents",
                key,
                "/v1/events?epoch=1",
                BodyPublishers.ofString("{\"seq\":99}\n"),
                "application/x-ndjson");
        assertThat(gap.status()).isEqualTo(409);
        good(
                "handOverEvents",
                key,
                "/v1/quarantine?epoch=1",
                BodyPublishers.ofString("{\"seq\":99}\n"),
                "application/x-ndjson");
        String second = URLEncoder.encode(tasks.get(1).path("id").asText(), StandardCharsets.UTF_8)
                .replace("+", "%20");
        post("breakLease", admin, "/v1/admin/leases/" + second + "/break", "{\"by\":\"op-1\"}");
        assertThat(post(
                                "grantLeases",
                                key,
                                "/v1/leases",
                                "{\"upTo\":2,\"order\":\"%s\"}"
                                        .formatted(tasks.get(1).path("order").asText()))
                        .path("tasks"))
                .isNotEmpty();
        good("returnLease", key, "/v1/leases/" + second + "/return", BodyPublishers.noBody(), "");
    }

    private void station(String key) throws Exception {
        assertThat(get("readFeed", key, "/v1/feed?cursor=0").path("changes").findValuesAsText("type"))
                .contains(
                        "warehouse",
                        "item",
                        "location",
                        "operator",
                        "asn",
                        "stock",
                        "plate",
                        "task",
                        "station",
                        "exception");
        get("getPinPepper", key, "/v1/pin-pepper");
        get("getDigest", key, "/v1/digest");
        List<String> snapshot = asked("getSnapshot", key, "/v1/snapshot", BodyPublishers.noBody(), "")
                .text()
                .lines()
                .toList();
        done.add("getSnapshot");
        contract.valid("/components/schemas/SnapshotHead", snapshot.getFirst(), "head of a snapshot");
        assertThat(snapshot).hasSizeGreaterThan(9);
        snapshot.stream().skip(1).forEach(line -> contract.valid("/components/schemas/Change", line, "snapshot"));
    }

    private void shop(String key) throws Exception {
        String picture = good(
                        "uploadPicture",
                        admin,
                        "/v1/admin/pictures/red.png",
                        BodyPublishers.ofByteArray(TestPictures.png(8, 8, Color.RED)),
                        "application/octet-stream")
                .path("picture")
                .asText();
        get("getPicture", key, "/v1/pictures/" + picture);
        imports();
        full(get("listMissingPictures", admin, "/v1/admin/pictures"), "missing");
        full(get("listAvailability", admin, "/v1/availability?limit=1"), "availability");
        get("getAvailability", admin, "/v1/availability/b/S-1");
        full(get("listOrders", admin, "/v1/admin/orders?limit=2"), "orders");
        full(get("listOrders", admin, "/v1/admin/orders?state=WAITING"), "orders");
        full(get("getOrder", admin, "/v1/admin/orders/b/O%2F1%20%E3%84%B1"), "shipments");
        orders();
        good("cancelOrder", admin, "/v1/admin/orders/b/O-3/cancel", BodyPublishers.noBody(), "");
        get("getOrder", admin, "/v1/admin/orders/b/O-3");
        good("cancelOrder", admin, "/v1/admin/orders/b/O%2F1%20%E3%84%B1/cancel", BodyPublishers.noBody(), "");
        full(get("listPutBacks", admin, "/v1/admin/put-backs?limit=1"), "totes");
        full(get("listShipments", admin, "/v1/admin/shipments"), "shipments");
        full(get("listLabels", admin, "/v1/admin/labels/632912345600"), "labels");
        full(get("listStock", admin, "/v1/admin/stock?limit=1"), "stock");
        full(get("listWaybills", admin, "/v1/admin/waybills"), "waybills");
        full(get("listWaybillRanges", admin, "/v1/admin/waybill-ranges"), "ranges");
    }

    private void orders() throws Exception {
        String order = "/v1/admin/orders/b/O-3";
        full(post("decideShorts", admin, order + "/shorts", "{\"decision\":\"WAIT\",\"by\":\"kim\"}"), "decisions");
        post("holdOrder", admin, order + "/holds", "{\"hold\":\"ADDRESS\",\"note\":\"which floor?\"}");
        full(post("liftHold", admin, order + "/holds/ADDRESS/lift", "{\"by\":\"kim\"}"), "holds");
        assertThat(post("handOverShipment", admin, "/v1/admin/shipments/b%2FO-2.1/hand-over", "{\"by\":\"kim\"}")
                        .path("state")
                        .asText())
                .isEqualTo("HANDED_OVER");
    }

    private void imports() throws Exception {
        StringBuilder rows = new StringBuilder("code,zone,kind,walk\n");
        for (int i = 1; i <= 501; i++) {
            rows.append("L-%d,A,%s,1\n".formatted(i, i == 7 ? "NOWHERE" : "STORAGE"));
        }
        String id = good(
                        "importFile",
                        admin,
                        "/v1/admin/imports/locations",
                        BodyPublishers.ofString(rows.toString()),
                        "text/csv")
                .path("id")
                .asText();
        await().atMost(PATIENCE)
                .until(() -> get("getImport", admin, "/v1/admin/imports/" + id).has("endedAt"));
        full(get("listImports", admin, "/v1/admin/imports?limit=1"), "imports");
        full(get("listImportRows", admin, "/v1/admin/imports/" + id + "/rows"), "rows");
    }

    private static void full(JsonNode answer, String list) {
        assertThat(answer.path(list)).as(list).isNotEmpty();
    }

    private void supervisor() throws Exception {
        get("getStatus", admin, "/v1/admin/status");
        full(get("listQuarantine", admin, "/v1/admin/quarantine/ST-1/1"), "events");
        JsonNode open = get("listExceptions", admin, "/v1/admin/exceptions").path("exceptions");
        post(
                "settleException",
                admin,
                "/v1/admin/exceptions/" + open.get(0).path("id").asText() + "/settle",
                "{\"by\":\"op-1\",\"answer\":\"counted\"}");
        full(get("listExceptions", admin, "/v1/admin/exceptions?all=true&limit=1"), "exceptions");
        full(get("listStations", admin, "/v1/admin/stations"), "stations");
        post("createEnrolmentCode", admin, "/v1/admin/enrolment-codes", "{\"station\":\"ST-1\",\"replace\":true}");
        good("revokeStation", admin, "/v1/admin/stations/ST-1/revoke", BodyPublishers.noBody(), "");
        good("declareRestored", admin, "/v1/admin/restored", BodyPublishers.noBody(), "");
    }
}
