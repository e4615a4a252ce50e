package dev.dockhand.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockhand.model.id.StationId;
import dev.dockhand.server.Server;
import dev.dockhand.server.ServerSettings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
final class SampleDataTest {

    private static final Path SAMPLE =
            Path.of(System.getProperty("dockhand.module.dir", ".")).resolve("../packaging/sample");

    @TempDir
    private Path folder;

    @Test
    void theGoodRowsLoadAndTheBadOneIsNamedWithItsLine() throws Exception {
        Path sample = copyOfSample();
        Path items = sample.resolve("demo/items.csv");
        List<String> lines = new ArrayList<>(Files.readAllLines(items));
        lines.set(7, lines.get(7).replace(",true,", ",perhaps,").replace(",false,", ",perhaps,"));
        Files.write(items, lines);
        Server server =
                Server.start(ServerSettings.local(folder.resolve("server")).listeningOn("127.0.0.1", 0));
        try (Administrator host = new Administrator(URI.create(server.url()), server.adminKeyFile())) {
            SampleData data = new SampleData(sample, Instant.parse("2026-11-23T00:00:00Z"));
            List<SampleData.Loaded> loaded = data.load(host);
            Administrator administrator = host.at("demo/W1");
            assertThat(loaded)
                    .filteredOn(each -> each.kind().equals("demo/items"))
                    .singleElement()
                    .satisfies(each -> {
                        assertThat(each.loaded()).isEqualTo(lines.size() - 2);
                        assertThat(each.rejected()).singleElement().asString().startsWith("demo/items.csv line 8:");
                    });
            assertThat(loaded)
                    .filteredOn(each -> each.kind().equals("demo/W1/locations"))
                    .extracting(SampleData.Loaded::loaded)
                    .containsExactly(200);
            assertThat(loaded)
                    .filteredOn(each ->
                            each.kind().endsWith("/stock") || each.kind().endsWith("/asns"))
                    .as("with every date in place")
                    .hasSize(5)
                    .allSatisfy(each -> {
                        assertThat(each.loaded()).isPositive();
                        assertThat(each.rejected())
                                .noneMatch(row -> row.contains("expiry") || row.contains("expected_on"));
                    });
            assertThat(administrator.list("/v1/admin/pictures", "missing")).hasSizeGreaterThan(100);
            data.loadPictures(host);
            assertThat(administrator.list("/v1/admin/pictures", "missing"))
                    .as("every picture that an item names was drawn, and is one that the server takes")
                    .isEmpty();
            assertThat(administrator.enrolmentCode(new StationId("S04"))).isNotBlank();
            assertThat(administrator.get("/v1/admin/status").path("items").asInt())
                    .isEqualTo(lines.size() - 2);
        } finally {
            server.stop();
        }
    }

    @Test
    void twoCompaniesWithThreeWarehousesAndFourBrandsAreHereAndTwoOfThemShareNumbers() throws Exception {
        Server server =
                Server.start(ServerSettings.local(folder.resolve("server")).listeningOn("127.0.0.1", 0));
        try (Administrator host = new Administrator(URI.create(server.url()), server.adminKeyFile())) {
            SampleData data = new SampleData(SAMPLE, Instant.parse("2026-11-23T00:00:00Z"));
            assertThat(data.load(host))
                    .allSatisfy(
                            each -> assertThat(each.rejected()).as(each.kind()).isEmpty());
            assertThat(names(host.list("/v1/companies", "companies"), "id")).containsExactly("demo", "mori");
            assertThat(names(host.list("/v1/companies/demo/warehouses", "warehouses"), "id"))
                    .containsExactly("W1", "W2");
            assertThat(names(host.list("/v1/companies/mori/warehouses", "warehouses"), "zone"))
                    .containsExactly("Asia/Tokyo");
            assertThat(names(host.list("/v1/companies/demo/brands", "brands"), "id"))
                    .containsExactly("dew", "glow", "hanul");
            assertThat(names(host.list("/v1/companies/mori/brands", "brands"), "id"))
                    .containsExactly("mori");
            assertThat(names(host.at("demo/W1").list("/v1/admin/orders", "orders"), "order"))
                    .hasSize(32)
                    .contains("glow/2026112300001", "dew/2026112300001");
            assertThat(host.at("demo/W1").list("/v1/admin/stock", "stock"))
                    .extracting(row -> row.at("/goods/item").asText())
                    .contains("glow/BAG-S", "dew/BAG-S");
            assertThat(names(host.at("demo/W2").list("/v1/admin/orders", "orders"), "order"))
                    .as("of goods that lie there alone")
                    .hasSize(4)
                    .allMatch(order -> order.startsWith("hanul/"));
            assertThat(host.at("mori/OSAKA").list("/v1/admin/orders", "orders")).hasSize(12);
        } finally {
            server.stop();
        }
    }

    private static List<String> names(List<JsonNode> rows, String field) {
        return rows.stream().map(row -> row.path(field).asText()).toList();
    }

    @Test
    void badgesAreThoseOfPeopleWhoMaySignIn() throws Exception {
        assertThat(new SampleData(SAMPLE, Instant.parse("2026-11-23T00:00:00Z")).badges())
                .extracting(SampleData.Badge::badge)
                .contains("OP-1001")
                .doesNotHaveDuplicates();
    }

    private Path copyOfSample() throws Exception {
        Path copy = Files.createDirectory(folder.resolve("sample"));
        try (Stream<Path> files = Files.walk(SAMPLE)) {
            for (Path file : files.skip(1).toList()) {
                Files.copy(file, copy.resolve(SAMPLE.relativize(file)));
            }
        }
        return copy;
    }
}
