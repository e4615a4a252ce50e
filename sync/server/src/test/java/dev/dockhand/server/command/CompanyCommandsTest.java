package dev.dockhand.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockhand.server.TestServer;
import dev.dockhand.server.store.ServerDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Companies, warehouses, brands and keys by the command line. */
class CompanyCommandsTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    @TempDir
    private Path folder;

    private TestServer server;
    private String company;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.on(DATABASE, folder);
        company =
                server.get("/v1/admin/status").body().path("warehouse").asText().split("/")[0];
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String good(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = run(out, err, words);
        assertThat(code).as(err.toString()).isZero();
        return out.toString();
    }

    private String refused(String... words) {
        StringWriter err = new StringWriter();
        assertThat(run(new StringWriter(), err, words)).isEqualTo(1);
        assertThat(err.toString()).hasLineCount(1).startsWith("dockhand-server: ");
        return err.toString();
    }

    private int run(StringWriter out, StringWriter err, String... words) {
        return ServerMain.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(server.command(words));
    }

    private static JsonNode json(String text) throws Exception {
        return TestServer.MAPPER.readTree(text);
    }

    @Test
    void aWarehouseIsMadeAndChangedAndWhatIsNotNamedStays() throws Exception {
        good(
                "warehouse",
                "put",
                "ICN",
                "--zone",
                "Asia/Tokyo",
                "--gs1-prefix",
                "8801234",
                "--cut-off",
                "CJ=MON-FRI@16:30",
                "--cut-off",
                "CJ/dawn=SAT@9:05",
                "--holiday",
                "2026-12-25,2027-01-01");
        JsonNode changed = json(good("warehouse", "put", "ICN", "--name", "이천", "--label-dpi", "300"));
        assertThat(changed.path("name").asText()).isEqualTo("이천");
        assertThat(changed.path("zone").asText()).isEqualTo("Asia/Tokyo");
        assertThat(changed.path("companyPrefix").asText()).isEqualTo("8801234");
        assertThat(changed.path("labelDpi").asInt()).isEqualTo(300);
        assertThat(changed.path("holidays")).hasSize(2);
        JsonNode cutOffs = changed.path("cutOffs");
        assertThat(cutOffs.path(0).path("days")).hasSize(5);
        assertThat(cutOffs.path(0).path("service").asText()).isEmpty();
        assertThat(cutOffs.path(1).path("service").asText()).isEqualTo("dawn");
        assertThat(cutOffs.path(1).path("at").asText()).startsWith("09:05");
        assertThat(good("warehouse", "list")).contains("이천");
    }

    @Test
    void whatNoWarehouseCanBeIsSaid() {
        assertThat(refused("warehouse", "put", "ICN", "--cut-off", "CJ 16:00")).contains("CJ=MON-FRI@16:00");
        assertThat(refused("warehouse", "put", "ICN", "--cut-off", "CJ=MON-DAY@16:00"))
                .contains("MON to SUN");
        assertThat(refused("warehouse", "put", "ICN", "--cut-off", "CJ=MON@25:00"))
                .contains("no time of day");
        assertThat(refused("warehouse", "put", "ICN", "--label-dpi", "250")).contains("203, 300 or 600");
        assertThat(refused("warehouse", "put", "ICN", "--gs1-prefix", "88")).contains("seven digits");
    }

    @Test
    void aBrandHasWarehousesOfItsCompanyAndARule() throws Exception {
        good("warehouse", "put", "ICN");
        JsonNode brand = json(good("brand", "put", "mori", "--name", "모리", "--in", "ICN", "--shorts", "SHIP_REST"));
        assertThat(brand.path("warehouses").path(0).asText()).isEqualTo("ICN");
        assertThat(brand.path("shorts").asText()).isEqualTo("SHIP_REST");
        assertThat(refused("brand", "put", "mori", "--in", "NONE")).contains("no warehouse NONE");
        assertThat(good("brand", "list")).contains("모리");
        JsonNode named = json(good("brand", "put", "mori", "--name", "모리랩"));
        assertThat(named.path("warehouses").path(0).asText()).isEqualTo("ICN");
        assertThat(named.path("shorts").asText()).isEqualTo("SHIP_REST");
        JsonNode ruled = json(good("brand", "put", "mori", "--shorts", "WAIT"));
        assertThat(ruled.path("name").asText()).isEqualTo("모리랩");
    }

    @Test
    void aKeyWorksForWhatItIsUntilItIsRevoked() throws Exception {
        good("brand", "put", "mori");
        String key = "admin."
                + json(good("key", "make", "shop", "--role", "BRAND", "--of-brand", "mori"))
                        .path("key")
                        .asText();
        assertThat(server.send(server.request("/v1/admin/orders", key).GET()).status())
                .isEqualTo(200);
        assertThat(server.send(server.request("/v1/admin/status", key).GET()).status())
                .isEqualTo(403);
        assertThat(refused("key", "make", "shop", "--role", "COMPANY")).contains("there is a key");
        assertThat(refused("key", "make", "two", "--role", "BRAND")).contains("BRAND with its brand");
        assertThat(good("key", "list")).contains("\"shop\"").doesNotContain(key.substring(6));
        good("key", "revoke", "shop");
        assertThat(server.send(server.request("/v1/admin/orders", key).GET()).status())
                .isEqualTo(401);
        assertThat(refused("key", "revoke", "shop")).contains("no key of the name shop");
    }

    @Test
    void companiesAreListedAndNamed() {
        assertThat(good("company", "put", company, "--name", "글로우랩")).contains("글로우랩");
        assertThat(good("company", "list")).contains("글로우랩");
    }
}
