package dev.dockhand.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dockhand.model.json.Json;
import dev.dockhand.server.command.ServerMain;
import dev.dockhand.server.store.Owner;
import dev.dockhand.server.store.ServerDatabase;
import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Two server processes on one PostgreSQL, one of them killed in the middle of an import. */
class TwoServersTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private static final ObjectMapper MAPPER = Json.mapper();
    private static final int ORDERS = 3_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> JAVA = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx256m",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            ServerMain.class.getName());

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Running> servers = new ArrayList<>();

    private record Running(Process process, String url, String key) {}

    private Running start(String name) throws Exception {
        Path password = Files.writeString(
                folder.resolve(name + ".password"), DATABASE.address().password());
        List<String> command = new ArrayList<>(JAVA);
        command.addAll(List.of(
                "run",
                "--json",
                "--port",
                "0",
                "--data",
                folder.resolve(name).toString(),
                "--database",
                DATABASE.address().url(),
                "--database-user",
                DATABASE.address().user(),
                "--database-password-file",
                password.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(folder.resolve(name + ".errors").toFile())
                .start();
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        JsonNode ready = MAPPER.readTree(
                said.lines().filter(line -> line.startsWith("{")).findFirst().orElseThrow());
        String key =
                Files.readString(Path.of(ready.path("adminKeyFile").asText())).strip();
        Running running = new Running(process, ready.path("url").asText(), key);
        servers.add(running);
        return running;
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (Running server : servers) {
            server.process().destroyForcibly();
            assertThat(server.process().waitFor(1, TimeUnit.MINUTES)).isTrue();
        }
        http.close();
    }

    private JsonNode send(Running server, String path, HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = http.send(
                request.uri(URI.create(server.url() + path))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer admin." + server.key())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 202);
        return MAPPER.readTree(answer.body());
    }

    private JsonNode load(Running server, String kind, String csv) throws Exception {
        return send(
                server,
                "/v1/admin/imports/" + kind + "?brand=b",
                HttpRequest.newBuilder().header("Content-Type", "text/csv").POST(BodyPublishers.ofString(csv)));
    }

    private static String orders() {
        return IntStream.rangeClosed(1, ORDERS)
                .mapToObj(n ->
                        "O-%d,CJ,standard,2030-01-01T16:00:00+09:00,글로우랩,02-555-0100,10881,파주시,조예준,010-9022-3877,06236,서울,,1,S-1,1\n"
                                .formatted(n))
                .collect(Collectors.joining(
                        "",
                        "order,carrier,service,cut_off,sender_name,sender_phone,sender_postcode,sender_address,recipient_name,recipient_phone,recipient_postcode,recipient_address,message,line,sku,quantity\n",
                        ""));
    }

    private static String text(String sql) {
        return Owner.<List<String>>read(
                        DATABASE.database(),
                        handle -> handle.createQuery(sql).mapTo(String.class).list())
                .stream()
                .findFirst()
                .orElse("");
    }

    @Test
    void oneIsKilledInTheMiddleOfAnImportAndTheOtherGoesOnAndNothingRunsTwice() throws Exception {
        Running one = start("one");
        Running two = start("two");
        send(one, "/v1/companies/demo/brands/b", HttpRequest.newBuilder().PUT(BodyPublishers.ofString("{}")));
        load(
                one,
                "items",
                "sku,name_ko,name_en,barcodes,lot_tracked,expiry_tracked,unit_grams,note\n"
                        + "S-1,크림,Cream,,false,false,75,\n");
        load(one, "locations", "code,zone,kind,walk\nA-01,A,STORAGE,1\n");
        load(one, "stock", "location,sku,lot,expiry,quantity\nA-01,S-1,,,%d\n".formatted(2 * ORDERS));
        String path =
                "/v1/admin/imports/" + load(one, "orders", orders()).path("id").asText();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !text("SELECT 1 FROM orders").isEmpty());
        String atWork = text("SELECT picked_by FROM scheduled_tasks WHERE task_name = 'imports' AND picked");
        Running killed = atWork.equals(one.url()) ? one : two;
        Running other = killed == one ? two : one;
        assertThat(atWork).isEqualTo(killed.url());
        killed.process().destroyForcibly();
        assertThat(killed.process().waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(text("SELECT waiting FROM import"))
                .as("killed in the middle")
                .isNotEqualTo("0");
        await().atMost(PATIENCE)
                .until(() -> send(other, path, HttpRequest.newBuilder().GET()).has("endedAt"));
        JsonNode ended = send(other, path, HttpRequest.newBuilder().GET());
        assertThat(ended.path("loaded").asInt()).isEqualTo(ORDERS);
        assertThat(ended.path("unchanged").asInt()).as("taken in twice").isZero();
        assertThat(text("SELECT count(*) FROM orders")).isEqualTo(Integer.toString(ORDERS));
        assertThat(text("SELECT promised FROM availability")).isEqualTo(Integer.toString(ORDERS));
        await().atMost(PATIENCE)
                .until(() -> text("SELECT count(*) FROM shipment").equals(Integer.toString(ORDERS)));
        await("every job is done by the other one")
                .atMost(PATIENCE)
                .until(() -> text("""
                    SELECT count(*) FROM scheduled_tasks WHERE NOT picked OR picked_by = '%s'\
                    """.formatted(other.url())).equals(text("SELECT count(*) FROM scheduled_tasks")));
    }
}
