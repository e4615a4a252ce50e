package dev.dockhand.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Somebody in the office: imports files, hands out enrolment codes, calls orders off, and looks at what the server has. */
public final class Administrator implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final int SUCCESS = 2;

    private final HttpClient http;
    private final URI server;
    private final String key;
    private final @Nullable String warehouse;

    /**
     * An administrator.
     *
     * @param server where the server answers
     * @param keyFile file with the administrator's key
     * @throws IOException when the key cannot be read
     */
    public Administrator(URI server, Path keyFile) throws IOException {
        this(
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build(),
                server,
                Files.readString(keyFile, StandardCharsets.UTF_8).strip(),
                null);
    }

    private Administrator(HttpClient http, URI server, String key, @Nullable String warehouse) {
        this.http = http;
        this.server = server;
        this.key = key;
        this.warehouse = warehouse;
    }

    /**
     * The same person at one warehouse of several, until this one is closed.
     *
     * @param place {@code company/warehouse}
     */
    public Administrator at(String place) {
        return new Administrator(http, server, key, place);
    }

    /**
     * Somebody with a new key of a company, until this one is closed.
     *
     * @param name name of the key, one of its company
     */
    Administrator office(String company, String name) throws IOException, InterruptedException {
        JsonNode made = post(
                "/v1/companies/%s/keys".formatted(company),
                Json.mapper().writeValueAsString(Map.of("name", name, "role", "COMPANY")));
        return new Administrator(http, server, made.path("key").asText(), null);
    }

    /** Makes or changes something, for instance {@code /v1/companies/demo/brands/glow}. */
    public JsonNode put(String path, Map<String, ?> told) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(Json.mapper().writeValueAsString(told))));
    }

    /**
     * Imports a CSV file.
     *
     * @param kind for instance {@code items}
     * @param csv its text
     */
    public JsonNode load(String kind, String csv) throws IOException, InterruptedException {
        JsonNode result = send(request("/v1/admin/imports/" + kind)
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(csv, StandardCharsets.UTF_8)));
        return result.has("id")
                ? awaited("/v1/admin/imports/" + result.path("id").asText())
                : result;
    }

    /** A large file is taken in behind the request. */
    private JsonNode awaited(String path) throws IOException, InterruptedException {
        JsonNode seen = get(path);
        while (!seen.has("endedAt")) {
            LockSupport.parkNanos(LOOK.toNanos());
            seen = get(path);
        }
        ObjectNode result = seen.deepCopy();
        ArrayNode rejected = result.putArray("rejected");
        list(path + "/rows", "rows").stream()
                .filter(row -> row.path("refused").asBoolean())
                .forEach(rejected::add);
        return result;
    }

    /** Uploads the picture of a file name. */
    public JsonNode picture(String name, byte[] bytes) throws IOException, InterruptedException {
        return send(request("/v1/admin/pictures/" + name).PUT(HttpRequest.BodyPublishers.ofByteArray(bytes)));
    }

    /** A one-time code for a station; one that has the name is replaced. */
    public String enrolmentCode(StationId station) throws IOException, InterruptedException {
        String wish = Json.mapper().writeValueAsString(Map.of("station", station, "replace", true));
        return post("/v1/admin/enrolment-codes", wish).path("code").asText();
    }

    /** Calls an order off. */
    public JsonNode cancel(OrderId order) throws IOException, InterruptedException {
        return post("/v1/admin/orders/" + order.value() + "/cancel", "{}");
    }

    private JsonNode post(String path, String json) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** All rows of a list, for instance of {@code stock} in {@code /v1/admin/stock}. */
    public List<JsonNode> list(String path, String name) throws IOException, InterruptedException {
        List<JsonNode> rows = new ArrayList<>();
        JsonNode part = get(path);
        part.path(name).forEach(rows::add);
        while (part.has("next")) {
            part = get(path + "?cursor=" + part.path("next").asText());
            part.path(name).forEach(rows::add);
        }
        return rows;
    }

    /** Looks something up, for instance {@code /v1/admin/status}. */
    public JsonNode get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer admin." + key);
        return warehouse == null ? request : request.header("Dockhand-Warehouse", warehouse);
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpRequest complete = request.build();
        HttpResponse<byte[]> response = http.send(complete, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() / 100 != SUCCESS) {
            throw new IOException("%s was answered with %d: %s"
                    .formatted(
                            complete.uri().getPath(),
                            response.statusCode(),
                            new String(response.body(), StandardCharsets.UTF_8)));
        }
        return Json.mapper().readTree(response.body());
    }

    @Override
    public void close() {
        http.close();
    }
}
