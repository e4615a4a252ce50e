package dev.dockhand.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockhand.model.id.StationId;
import dev.dockhand.server.TestJournal;
import dev.dockhand.server.TestServer;
import dev.dockhand.server.store.Site;
import dev.dockhand.server.store.TestPostgres;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus sees. */
class MetersTest {

    @TempDir
    private Path folder;

    private TestServer shop;

    @BeforeEach
    void start() throws Exception {
        // The figures are of all warehouses of a database.
        shop = TestServer.storingIn(TestPostgres.freshDatabase(), folder);
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    private List<String> lines() throws Exception {
        TestServer.Answer answer = shop.send(shop.bare("/metrics").GET());
        assertThat(answer.status()).isEqualTo(200);
        return answer.text().lines().toList();
    }

    @Test
    void requestsPoolsTurnsEventsAndJobsAreThere() throws Exception {
        String key = shop.enrol("ST-1");
        String[] names =
                shop.get("/v1/admin/status").body().path("warehouse").asText().split("/");
        byte[] acts = new TestJournal(Site.of(names[0], names[1]), new StationId("ST-1"))
                .signOuts(2)
                .lines(1, 2);
        for (int i = 0; i < 2; i++) {
            assertThat(shop.send(shop.request("/v1/events?epoch=1", key).POST(BodyPublishers.ofByteArray(acts)))
                            .status())
                    .isEqualTo(200);
        }
        shop.send(shop.request("/v1/events?epoch=1", key).POST(BodyPublishers.ofString("{\"seq\":9}\n")));
        JsonNode status = shop.get("/v1/admin/status").body();
        assertThat(status.path("openExceptions").asInt()).as("nobody did it").isPositive();
        assertThat(lines())
                .contains(
                        "dockhand_http_requests_seconds_count{method=\"POST\",route=\"/v1/events\",status=\"200\"} 2",
                        "dockhand_http_requests_seconds_count{method=\"POST\",route=\"/v1/events\",status=\"409\"} 1",
                        "dockhand_pushes_total{result=\"TAKEN\"} 2.0",
                        "dockhand_pushes_total{result=\"GAP\"} 1.0",
                        "dockhand_events_total{status=\"QUARANTINED\"} 4.0",
                        "dockhand_feed_head " + status.path("feed").asDouble(),
                        "dockhand_exceptions_open "
                                + status.path("openExceptions").asDouble())
                .anyMatch(line -> line.startsWith("hikaricp_connections_pending{pool=\"dockhand-floor-read\"}"))
                .anyMatch(line ->
                        line.startsWith("dockhand_gate_wait_seconds_count{lane=\"OFFICE\"}") && !line.endsWith(" 0"))
                .anyMatch(line -> line.startsWith("dockhand_job_runs_seconds_count{job=\"release\",result=\"done\"}"));
    }

    @Test
    void nothingThatACallerSendsIsANameOrALabel() throws Exception {
        ask("KNOWN");
        int before = lines().size();
        for (int i = 0; i < 30; i++) {
            ask("SECRET-" + i);
        }
        List<String> after = lines();
        assertThat(after.toString()).doesNotContainIgnoringCase("secret").doesNotContain("KNOWN");
        assertThat(after.size() - before)
                .as("lines of jobs that ran for the first time")
                .isLessThan(30);
    }

    private void ask(String word) throws Exception {
        shop.send(shop.request("/" + word, "ST-1." + word).GET());
        shop.send(shop.bare("/health/live?" + word).method(word, BodyPublishers.noBody()));
        shop.get("/v1/availability/b/" + word + "?" + word + "=" + word);
    }
}
