package dev.dockhand.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

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
        Path items = sample.resolve("items.csv");
        List<String> lines = new ArrayList<>(Files.readAllLines(items));
        lines.set(7, lines.get(7).replace(",true,", ",perhaps,").replace(",false,", ",perhaps,"));
        Files.write(items, lines);
        Server server =
                Server.start(ServerSettings.local(folder.resolve("server")).listeningOn("127.0.0.1", 0));
        try (Administrator administrator = new Administrator(URI.create(server.url()), server.adminKeyFile())) {
            SampleData data = new SampleData(sample, Instant.parse("2026-11-23T00:00:00Z"));
            List<SampleData.Loaded> loaded = data.load(administrator);
            assertThat(loaded)
                    .filteredOn(each -> each.kind().equals("items"))
                    .singleElement()
                    .satisfies(each -> {
                        assertThat(each.loaded()).isEqualTo(lines.size() - 2);
                        assertThat(each.rejected()).singleElement().asString().startsWith("items.csv line 8:");
                    });
            assertThat(loaded)
                    .filteredOn(each -> each.kind().equals("locations"))
                    .extracting(SampleData.Loaded::loaded)
                    .containsExactly(200);
            assertThat(loaded)
                    .filteredOn(
                            each -> each.kind().equals("stock") || each.kind().equals("asns"))
                    .as("with every date in place")
                    .hasSize(2)
                    .allSatisfy(each -> {
                        assertThat(each.loaded()).isPositive();
                        assertThat(each.rejected())
                                .noneMatch(row -> row.contains("expiry") || row.contains("expected_on"));
                    });
            assertThat(administrator.list("/v1/admin/pictures", "missing")).hasSizeGreaterThan(200);
            data.loadPictures(administrator);
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
    void badgesAreThoseOfPeopleWhoMaySignIn() throws Exception {
        assertThat(new SampleData(SAMPLE, Instant.parse("2026-11-23T00:00:00Z")).badges())
                .extracting(SampleData.Badge::badge)
                .contains("OP-1001")
                .doesNotHaveDuplicates();
    }

    private Path copyOfSample() throws Exception {
        Path copy = Files.createDirectory(folder.resolve("sample"));
        try (Stream<Path> files = Files.list(SAMPLE)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName().toString()));
            }
        }
        return copy;
    }
}
