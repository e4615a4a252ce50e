package dev.dockhand.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.json.Json;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.server.access.Role;
import dev.dockhand.server.picture.TestPictures;
import dev.dockhand.server.store.Site;
import java.awt.Color;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Two companies, three warehouses and four brands on one server, each with goods, orders and work in all states. Brands of two
 * companies have the same key, and goods and orders of all have the same SKU, barcode and number, so that nothing but the scope
 * tells them apart; what else is said of each names its warehouse and its brand.
 */
final class TwoCompanies {

    static final List<Site> SITES =
            List.of(Site.of("acme", "icheon"), Site.of("acme", "busan"), Site.of("zeta", "daegu"));

    static final Map<String, List<String>> BRANDS = Map.of("acme", List.of("b", "mori"), "zeta", List.of("b", "luna"));

    private static final int ROWS = 600;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final TestServer server;
    private final List<Caller> callers = new ArrayList<>();
    private final Map<Site, Things> things = new LinkedHashMap<>();

    /**
     * Somebody with a key.
     *
     * @param role what it may do; absent for a station
     * @param company its company
     * @param warehouse its only warehouse
     * @param brand its only brand
     */
    record Caller(
            String key,
            @Nullable Role role,
            String company,
            @Nullable String warehouse,
            @Nullable String brand) {

        boolean reaches(Site site) {
            return company.equals(site.company().value())
                    && (warehouse == null || warehouse.equals(site.warehouse().value()));
        }

        @Override
        public String toString() {
            return "%s of %s/%s/%s".formatted(role == null ? "station" : role, company, warehouse, brand);
        }
    }

    /**
     * What there is in a warehouse, by the names of parameters.
     *
     * @param behind an import that was taken in behind its request
     * @param picture the SHA-256 of a picture that only it has
     * @param journal of its station, whose acts are all pushed but the last
     */
    record Things(String exception, String task, String waybill, String picture, String behind, TestJournal journal) {}

    TwoCompanies(TestServer server) throws Exception {
        this.server = server;
        for (Site site : SITES) {
            String company = site.company().value();
            String warehouse = site.warehouse().value();
            put("/v1/companies/" + company, "{\"name\":\"Company-%s\"}".formatted(company));
            put(
                    "/v1/companies/%s/warehouses/%s".formatted(company, warehouse),
                    "{\"name\":\"House-%s\",\"zone\":\"Asia/Seoul\"}".formatted(warehouse));
            caller(company, "KEY-" + warehouse, Role.WAREHOUSE, warehouse, null);
        }
        for (String company : BRANDS.keySet()) {
            caller(company, "KEY-" + company, Role.COMPANY, null, null);
            for (String brand : BRANDS.get(company)) {
                put(
                        "/v1/companies/%s/brands/%s".formatted(company, brand),
                        "{\"name\":\"Brand-%s-%s\"}".formatted(company, brand));
                caller(company, "KEY-%s-%s".formatted(company, brand), Role.BRAND, null, brand);
            }
        }
        for (Site site : SITES) {
            things.put(site, filled(site));
        }
    }

    List<Caller> callers() {
        return callers;
    }

    Things of(Site site) {
        return things.get(site);
    }

    /** Words that stand in what belongs to others, and to nobody that a caller may know of. */
    static List<String> othersWords(Caller caller) {
        List<String> words = new ArrayList<>();
        for (Site site : SITES) {
            if (!caller.reaches(site)) {
                words.add("-" + site.warehouse());
            } else if (caller.brand() != null) {
                BRANDS.get(caller.company()).stream()
                        .filter(brand -> !brand.equals(caller.brand()))
                        .forEach(brand -> words.add("-%s-%s".formatted(site.warehouse(), brand)));
            }
        }
        return words;
    }

    private void put(String path, String json) throws Exception {
        TestServer.Answer answer = server.send(
                server.request(path, "admin." + server.server.adminKey()).PUT(BodyPublishers.ofString(json)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private void caller(String company, String name, Role role, @Nullable String warehouse, @Nullable String brand)
            throws Exception {
        String rest = (warehouse == null ? "" : ",\"warehouse\":\"" + warehouse + "\"")
                + (brand == null ? "" : ",\"brand\":\"" + brand + "\"");
        TestServer.Answer answer = server.post(
                "/v1/companies/%s/keys".formatted(company),
                "{\"name\":\"%s\",\"role\":\"%s\"%s}".formatted(name, role, rest));
        callers.add(new Caller("admin." + answer.body().path("key").asText(), role, company, warehouse, brand));
    }

    private TestServer.Answer office(Site site, String method, String path, byte[] body, String type) throws Exception {
        HttpRequest.Builder request = server.request(path, "admin." + server.server.adminKey())
                .header("Dockhand-Warehouse", site.toString())
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofByteArray(body));
        TestServer.Answer answer = server.send(request);
        assertThat(answer.status()).as("%s %s: %s", method, path, answer.text()).isBetween(200, 299);
        return answer;
    }

    private void load(Site site, String kind, String rows) throws Exception {
        TestServer.Answer answer =
                office(site, "POST", "/v1/admin/imports/" + kind, rows.getBytes(StandardCharsets.UTF_8), "text/csv");
        assertThat(answer.body().path("rejected")).as(answer.text()).isEmpty();
    }

    private Things filled(Site site) throws Exception {
        String warehouse = site.warehouse().value();
        load(site, "locations", "code,zone,kind,walk\nA-%s,A,STORAGE,1\n".formatted(warehouse));
        load(
                site,
                "operators",
                "operator,name,badge,pin,role,active\nop-1,Kim-%s,B-1,246810,SUPERVISOR,true\n".formatted(warehouse));
        load(site, "waybills", "carrier,number\nCJ,632912345600\nCJ,632912345611\n");
        load(site, "routes", "carrier,from,to,routing\nCJ,0,9,R-%s\n".formatted(warehouse));
        load(site, "ranges", "carrier,first,last,check,mark\nCJ,650000000033,650000000733,CJ,5\n");
        for (String brand : BRANDS.get(site.company().value())) {
            load(site, "items", """
                brand,sku,name_ko,name_en,barcodes,lot_tracked,expiry_tracked,unit_grams,note,picture
                %2$s,S-1,Name-%1$s-%2$s,name,8803840000023,false,false,100,,pic-%1$s-%2$s.png
                """.formatted(warehouse, brand));
            load(
                    site,
                    "asns",
                    "brand,asn,supplier,expected_on,line,sku,lot,expiry,quantity\n%2$s,ASN-1,Sup-%1$s-%2$s,2031-11-24,1,S-1,,,50\n"
                            .formatted(warehouse, brand));
            load(
                    site,
                    "stock",
                    "location,brand,sku,lot,expiry,quantity\nA-%1$s,%2$s,S-1,,,9\n".formatted(warehouse, brand));
        }
        return worked(site);
    }

    private static final String ORDER = """
        {"brand":"%s","order":"%s","carrier":"CJ","service":"standard","cut_off":"2031-11-23T16:00:00+09:00",
         "sender":{"name":"From-%3$s","phone":"02-555-0100","postcode":"10881","address":"경기도 파주시"},
         "recipient":{"name":"To-%3$s","phone":"010-9022-3877","postcode":"06236","address":"서울특별시"},
         "lines":[{"line":1,"sku":"S-1","quantity":%4$d}]}\
        """;

    /** One order is packed, one is held, one waits for goods; a unit was not where it should be, and one act does not fit. */
    private Things worked(Site site) throws Exception {
        String warehouse = site.warehouse().value();
        for (String brand : BRANDS.get(site.company().value())) {
            String owner = warehouse + "-" + brand;
            order(site, ORDER.formatted(brand, "O-" + owner, owner, 2));
            order(site, ORDER.formatted(brand, "W-" + owner, owner, 500));
        }
        String station = "ST-" + warehouse;
        String code = office(
                        site,
                        "POST",
                        "/v1/admin/enrolment-codes",
                        "{\"station\":\"%s\"}".formatted(station).getBytes(StandardCharsets.UTF_8),
                        "application/json")
                .body()
                .path("code")
                .asText();
        String secret = asStation(
                        "",
                        "/v1/enrol",
                        "{\"code\":\"%s\",\"station\":\"%s\",\"usedEpoch\":0}".formatted(code, station))
                .body()
                .path("secret")
                .asText();
        String key = station + "." + secret;
        callers.add(new Caller(key, null, site.company().value(), warehouse, null));
        JsonNode tasks = asStation(key, "/v1/leases", "{\"upTo\":2}").body().path("tasks");
        assertThat(tasks).hasSize(2);
        TestJournal journal = new TestJournal(site, new StationId(station));
        FloorDrafts.packed(Json.mapper().treeToValue(tasks.get(0), ShipmentTask.class))
                .forEach(journal::did);
        journal.did(FloorDrafts.shorted(Json.mapper().treeToValue(tasks.get(1), ShipmentTask.class)));
        push(key, journal);
        journal.did(FloorDrafts.receipt("P-" + warehouse, 3));
        String exception = office(site, "GET", "/v1/admin/exceptions", new byte[0], "application/json")
                .body()
                .path("exceptions")
                .path(0)
                .path("id")
                .asText();
        String picture = office(
                        site,
                        "PUT",
                        "/v1/admin/pictures/own-" + warehouse + ".png",
                        TestPictures.png(8 + SITES.indexOf(site), 8, Color.RED),
                        "application/octet-stream")
                .body()
                .path("picture")
                .asText();
        return new Things(
                exception,
                tasks.get(1).path("id").asText(),
                tasks.get(0).path("waybill").asText(),
                picture,
                behind(site),
                journal);
    }

    /** Rows of all its brands, each refused with its words. */
    private String behind(Site site) throws Exception {
        StringBuilder rows = new StringBuilder("location,brand,sku,lot,expiry,quantity\n");
        for (int i = 0; i < ROWS; i++) {
            String brand = BRANDS.get(site.company().value()).get(i % 2);
            rows.append("A-%1$s,%2$s,N-%3$d-%1$s-%2$s,,,1\n".formatted(site.warehouse(), brand, i));
        }
        byte[] file = rows.toString().getBytes(StandardCharsets.UTF_8);
        String path = "/v1/admin/imports/";
        String id = office(site, "POST", path + "stock", file, "text/csv")
                .body()
                .path("id")
                .asText();
        await().atMost(PATIENCE)
                .until(() -> office(site, "GET", path + id, new byte[0], "text/csv")
                        .body()
                        .has("endedAt"));
        assertThat(office(site, "GET", path + id + "/rows", new byte[0], "text/csv")
                        .text())
                .contains("-" + site.warehouse() + "-b");
        return id;
    }

    private void order(Site site, String json) throws Exception {
        TestServer.Answer answer = office(
                site, "POST", "/v1/admin/imports/orders", json.getBytes(StandardCharsets.UTF_8), "application/json");
        assertThat(answer.body().path("rejected")).as(answer.text()).isEmpty();
    }

    private TestServer.Answer asStation(String key, String path, String json) throws Exception {
        TestServer.Answer answer = server.send(server.request(path, key).POST(BodyPublishers.ofString(json)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private void push(String key, TestJournal journal) throws Exception {
        TestServer.Answer answer = server.send(server.request("/v1/events?epoch=1", key)
                .POST(BodyPublishers.ofByteArray(journal.lines(1, journal.lastSeq()))));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }
}
