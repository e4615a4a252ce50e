package dev.dockhand.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockhand.server.store.ServerDatabase;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders of a brand whose goods lie in two warehouses, told by the brand's own key. */
class RoutingTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    @TempDir
    private Path folder;

    private TestServer server;
    private String company;
    private String host;
    private String brand;

    @BeforeEach
    void twoWarehousesOfABrand() throws Exception {
        server = TestServer.on(DATABASE, folder);
        String site = server.get("/v1/admin/status").body().path("warehouse").asText();
        company = site.split("/")[0];
        host = "admin." + server.server.adminKey();
        for (String warehouse : new String[] {"near", "far"}) {
            answer("PUT", "/v1/companies/" + company + "/warehouses/" + warehouse, host, "", """
                {"zone":"Asia/Seoul","cutOffs":[{"carrier":"CJ","service":"","days":["MONDAY","TUESDAY","WEDNESDAY",
                 "THURSDAY","FRIDAY","SATURDAY","SUNDAY"],"at":"%s"}]}\
                """.formatted(
                            warehouse.equals("near") ? "16:00" : "11:30"));
        }
        answer("PUT", "/v1/companies/" + company + "/brands/mori", host, "", "{\"warehouses\":[\"near\",\"far\"]}");
        brand = "admin."
                + answer(
                                "POST",
                                "/v1/companies/" + company + "/keys",
                                host,
                                "",
                                "{\"name\":\"shop\",\"role\":\"BRAND\",\"brand\":\"mori\"}")
                        .path("key")
                        .asText();
        loaded(load("items", brand, "", """
            [{"sku":"A","name_ko":"가","name_en":"a","lot_tracked":false,"expiry_tracked":false,"unit_grams":1},
             {"sku":"B","name_ko":"나","name_en":"b","lot_tracked":false,"expiry_tracked":false,"unit_grams":1}]\
            """));
        stock("near", "A", 5);
        stock("far", "A", 9);
        stock("far", "B", 9);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void stock(String warehouse, String sku, int units) throws Exception {
        String in = company + "/" + warehouse;
        loaded(load("locations", host, in, "[{\"code\":\"R1\",\"kind\":\"STORAGE\",\"walk\":1}]"));
        loaded(load(
                "stock",
                host,
                in,
                "[{\"location\":\"R1\",\"brand\":\"mori\",\"sku\":\"%s\",\"quantity\":%d}]".formatted(sku, units)));
    }

    private JsonNode answer(String method, String path, String key, String warehouse, String json) throws Exception {
        HttpRequest.Builder request = server.bare(path)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        return server.send(warehouse.isEmpty() ? request : request.header("Dockhand-Warehouse", warehouse))
                .body();
    }

    private JsonNode load(String kind, String key, String warehouse, String json) throws Exception {
        return answer("POST", "/v1/admin/imports/" + kind, key, warehouse, json);
    }

    private static void loaded(JsonNode result) {
        assertThat(result.path("rejected")).as(result.toString()).isEmpty();
        assertThat(result.path("loaded").asInt() + result.path("unchanged").asInt())
                .as(result.toString())
                .isPositive();
    }

    private static String order(String number, int ofA, int ofB) {
        String lines = "{\"line\":1,\"sku\":\"A\",\"quantity\":%d}".formatted(ofA)
                + (ofB > 0 ? ",{\"line\":2,\"sku\":\"B\",\"quantity\":%d}".formatted(ofB) : "");
        return """
            {"order":"%s","carrier":"CJ","service":"standard",
             "sender":{"name":"모리","phone":"02-555-0100","postcode":"10881","address":"경기도 파주시"},
             "recipient":{"name":"조예준","phone":"010-9022-3877","postcode":"06236","address":"서울특별시"},
             "lines":[%s]}\
            """.formatted(number, lines);
    }

    private String wentTo(String number) throws Exception {
        for (String warehouse : new String[] {"near", "far"}) {
            JsonNode found = answer("GET", "/v1/admin/orders/mori/" + number, brand, company + "/" + warehouse, "");
            if (found.path("order").asText().equals("mori/" + number)) {
                return warehouse;
            }
        }
        return "";
    }

    @ParameterizedTest
    @CsvSource({"5, 0, near", "6, 0, far", "1, 1, far", "10, 0, near", "1, 10, near"})
    void anOrderGoesToTheFirstThatHasAllOfItOrToTheFirst(int ofA, int ofB, String warehouse) throws Exception {
        loaded(load("orders", brand, "", order("O-1", ofA, ofB)));
        assertThat(wentTo("O-1")).isEqualTo(warehouse);
        assertThat(answer("GET", "/v1/admin/orders/mori/O-1", brand, "", "")
                        .path("order")
                        .asText())
                .as("whoever asks need not know where it went")
                .isEqualTo("mori/O-1");
    }

    @Test
    void ordersOfOneFileDoNotCountOnTheSameUnits() throws Exception {
        loaded(load("orders", brand, "", "[" + order("O-1", 4, 0) + "," + order("O-2", 4, 0) + "]"));
        assertThat(wentTo("O-1")).isEqualTo("near");
        assertThat(wentTo("O-2")).isEqualTo("far");
    }

    @Test
    void anOrderStaysWhereItWentAndIsTakenOnce() throws Exception {
        loaded(load("orders", brand, company + "/far", order("O-1", 1, 0)));
        assertThat(wentTo("O-1")).as("it was sent there").isEqualTo("far");
        assertThat(load("orders", brand, "", order("O-1", 1, 0))
                        .path("unchanged")
                        .asInt())
                .isEqualTo(1);
        JsonNode elsewhere = load("orders", brand, company + "/near", order("O-1", 1, 0));
        assertThat(elsewhere.path("rejected").path(0).path("code").asText()).isEqualTo("ORDER_ELSEWHERE");
        assertThat(wentTo("O-1")).isEqualTo("far");
    }

    @Test
    void whereItGoesSaysWhenItsTruckLeaves() throws Exception {
        loaded(load("orders", brand, "", "[" + order("O-1", 1, 0) + "," + order("O-2", 1, 1) + "]"));
        assertThat(cutOff("O-1")).as("at 16:00 in Seoul").endsWith("T07:00:00Z");
        assertThat(cutOff("O-2")).as("at 11:30 in Seoul").endsWith("T02:30:00Z");
        JsonNode unknown = load("orders", brand, "", order("O-3", 1, 0).replace("\"CJ\"", "\"HANJIN\""));
        assertThat(unknown.path("rejected").path(0).path("code").asText()).isEqualTo("NO_CUT_OFF");
    }

    private String cutOff(String number) throws Exception {
        return answer("GET", "/v1/admin/orders/mori/" + number, brand, "", "")
                .path("cutOff")
                .asText();
    }
}
