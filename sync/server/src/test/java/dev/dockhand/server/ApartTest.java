package dev.dockhand.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockhand.server.TwoCompanies.Caller;
import dev.dockhand.server.TwoCompanies.Things;
import dev.dockhand.server.access.Role;
import dev.dockhand.server.picture.TestPictures;
import dev.dockhand.server.store.DatabaseAddress;
import dev.dockhand.server.store.Scopeless;
import dev.dockhand.server.store.Site;
import dev.dockhand.server.store.TestPostgres;
import java.awt.Color;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every route of the document is called by everybody, with the names of what belongs to others: it is unknown to them, no answer
 * tells of it, and not a row of it changes. Either of the two walls holds alone.
 */
class ApartTest {

    /** What stands between the companies. */
    enum Wall {
        BOTH,
        NEITHER,
        /** Row-level security is off in all tables. */
        SCOPE_ALONE,
        /** No statement says whose rows it is about. */
        SECURITY_ALONE
    }

    @TempDir
    private static Path folder;

    private static final DatabaseAddress FILLED = TestPostgres.freshDatabase();
    private static TwoCompanies companies;
    private static Contract contract;

    private TestServer server;
    private OthersRows rows;
    private int asked;

    @BeforeAll
    static void fill() throws Exception {
        TestServer server = TestServer.storingIn(FILLED, folder);
        try {
            companies = new TwoCompanies(server);
            contract =
                    new Contract(server.send(server.bare("/openapi.json").GET()).body());
        } finally {
            server.close();
        }
    }

    @Test
    void withoutAWallTheirRowsAreReached() {
        assertThatThrownBy(() -> nobodyReachesWhatIsAnothers(Wall.NEITHER))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("-busan");
    }

    @ParameterizedTest
    @EnumSource(names = "NEITHER", mode = EnumSource.Mode.EXCLUDE)
    void nobodyReachesWhatIsAnothers(Wall wall) throws Exception {
        DatabaseAddress address = TestPostgres.copyOf(FILLED);
        rows = new OthersRows(address);
        if (wall == Wall.SCOPE_ALONE || wall == Wall.NEITHER) {
            rows.openToAll();
        }
        DatabaseAddress way = wall == Wall.SECURITY_ALONE || wall == Wall.NEITHER ? Scopeless.to(address) : address;
        server = TestServer.storingIn(way, folder);
        try {
            for (Caller caller : companies.callers()) {
                callsEverything(caller);
            }
        } finally {
            server.close();
        }
        assertThat(asked).isGreaterThan(1000);
        assertThat(wall != Wall.SECURITY_ALONE || Scopeless.changed() > 50).isTrue();
    }

    private void callsEverything(Caller caller) throws Exception {
        Map<String, String> before = rows.of(caller);
        assertThat(before).isNotEmpty();
        for (Contract.Operation operation : contract.operations()) {
            if (operation.says().path("security").isEmpty()) {
                continue;
            }
            if (!allows(operation, caller)) {
                assertThat(call(caller, operation, TwoCompanies.SITES.getFirst(), "")
                                .status())
                        .as("%s by %s", operation.id(), caller)
                        .isEqualTo(403);
                continue;
            }
            for (Site other : TwoCompanies.SITES) {
                if (!caller.reaches(other)) {
                    refused(caller, operation, other);
                }
            }
        }
        assertThat(rows.of(caller))
                .as("rows of others after everything that %s did", caller)
                .isEqualTo(before);
    }

    private static boolean allows(Contract.Operation operation, Caller caller) {
        JsonNode security = operation.says().path("security").get(0);
        return security.has("station")
                ? caller.role() == null
                : caller.role() != null
                        && caller.role()
                                        .compareTo(Role.valueOf(
                                                security.path("account").get(0).asText()))
                                <= 0;
    }

    private void refused(Caller caller, Contract.Operation operation, Site other) throws Exception {
        boolean ofAccount = caller.role() != null;
        boolean named = operation.path().contains("{company}");
        for (Site site : TwoCompanies.SITES) {
            if (ofAccount && !named) {
                TestServer.Answer answer = call(caller, operation, other, site.toString());
                if (!caller.reaches(site)) {
                    assertThat(answer.status())
                            .as("%s by %s in %s: %s", operation.id(), caller, site, answer.text())
                            .isEqualTo(404);
                }
                tellsNothing(caller, operation, answer, other);
            }
        }
        TestServer.Answer answer = call(caller, operation, other, "");
        tellsNothing(caller, operation, answer, other);
        if (named && !caller.company().equals(other.company().value())) {
            assertThat(answer.status()).as("%s by %s", operation.id(), caller).isEqualTo(404);
        }
    }

    private void tellsNothing(Caller caller, Contract.Operation operation, TestServer.Answer answer, Site other) {
        String text = answer.text();
        if (answer.status() >= 400 || operation.id().equals("createEnrolmentCode")) {
            // What the caller said itself may be said back to it, but not together with anything else.
            text = text.replaceAll("-" + other.warehouse() + "(-b)?", "");
        }
        assertThat(answer.status())
                .as("%s by %s: %s", operation.id(), caller, answer.text())
                .isNotEqualTo(500);
        assertThat(text)
                .as("%s by %s in the name of %s: %d", operation.id(), caller, other, answer.status())
                .doesNotContain(TwoCompanies.othersWords(caller));
    }

    private TestServer.Answer call(Caller caller, Contract.Operation operation, Site other, String warehouse)
            throws Exception {
        asked++;
        Things things = companies.of(other);
        String name = other.warehouse().value();
        String path = operation
                .path()
                .replace("{company}", other.company().value())
                .replace("{warehouse}", name)
                .replace("{kind}", "items")
                .replace("{station}", "ST-" + name)
                .replace("{epoch}", "1")
                .replace("{brand}", "b")
                .replace("{sku}", "S-1")
                .replace("{order}", "O-" + name + "-b")
                .replace("{exception}", things.exception())
                .replace("{task}", URLEncoder.encode(things.task(), StandardCharsets.UTF_8))
                .replace("{hold}", "ADDRESS")
                .replace("{shipment}", URLEncoder.encode(things.task(), StandardCharsets.UTF_8))
                .replace("{waybill}", things.waybill())
                .replace("{import}", things.behind())
                .replace("{picture}", things.picture())
                .replace("{name}", "red.png")
                .replace("{key}", "KEY-" + name);
        HttpRequest.Builder request = server.request(
                        path + "?epoch=1&cursor=" + (operation.id().equals("readFeed") ? "0" : ""), caller.key())
                .method(operation.method(), BodyPublishers.ofByteArray(body(operation, caller, other)));
        if (operation.says().path("requestBody").path("content").has("application/json")) {
            request.header("Content-Type", "application/json");
        }
        return server.send(warehouse.isEmpty() ? request : request.header("Dockhand-Warehouse", warehouse));
    }

    private byte[] body(Contract.Operation operation, Caller caller, Site other) throws Exception {
        Things things = companies.of(other);
        String name = other.warehouse().value();
        return switch (operation.id()) {
            case "pushEvents", "handOverEvents" ->
                things.journal()
                        .lines(things.journal().lastSeq(), things.journal().lastSeq());
            case "grantLeases" -> text("{\"upTo\":0,\"order\":\"b/W-%s-b\"}".formatted(name));
            case "createEnrolmentCode" -> text("{\"station\":\"ST-%s\",\"replace\":true}".formatted(name));
            case "breakLease", "liftHold", "handOverShipment" -> text("{\"by\":\"me\"}");
            case "decideShorts" -> text("{\"decision\":\"CANCEL_REST\",\"by\":\"me\"}");
            case "holdOrder" -> text("{\"hold\":\"OURS\",\"note\":\"ours\"}");
            case "settleException" -> text("{\"by\":\"me\",\"answer\":\"gone\"}");
            case "createKey" ->
                text("{\"name\":\"k%d\",\"role\":\"WAREHOUSE\",\"warehouse\":\"%s\"}".formatted(asked, name));
            case "putBrand" -> text("{\"warehouses\":[\"%s\"]}".formatted(name));
            case "importFile" -> text(items(caller, other));
            case "uploadPicture" -> TestPictures.png(9, 9, Color.BLUE);
            default -> text("{}");
        };
    }

    /** Goods of brands that a caller has not. */
    private static String items(Caller caller, Site other) {
        return TwoCompanies.BRANDS.get(caller.company()).stream()
                .filter(brand -> !brand.equals(caller.brand()))
                .map("""
                    {"brand":"%s","sku":"S-1","name_ko":"ours","name_en":"ours","barcodes":"8803840000023",
                     "lot_tracked":false,"expiry_tracked":false,"unit_grams":1}\
                    """::formatted)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static byte[] text(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
