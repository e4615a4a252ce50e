package dev.dockhand.server.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dockhand.model.json.Json;
import dev.dockhand.server.DataFolder;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Options of the commands that ask a running server, and the way to it. */
final class AdminClient {

    private static final ObjectMapper MAPPER = Json.mapper();
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int LARGEST_KEY = 200;
    private static final Duration LONGEST = Duration.ofMinutes(30);

    @Option(names = "--data", paramLabel = "DIR", description = "data folder of a server on this machine")
    private @Nullable Path data;

    @Option(names = "--url", description = "address of the server, where it is not in the data folder")
    private @Nullable String url;

    @Option(names = "--key-file", paramLabel = "FILE", description = "file with the administrator's key")
    private @Nullable Path keyFile;

    @Option(names = "--company", paramLabel = "KEY", description = "the company, where there are several")
    private @Nullable String company;

    @Option(names = "--warehouse", paramLabel = "KEY", description = "the warehouse, where there are several")
    private @Nullable String warehouse;

    JsonNode get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(at(path)).GET());
    }

    /** All rows of a list, part by part. */
    List<JsonNode> list(String path, String name) throws IOException, InterruptedException {
        List<JsonNode> rows = new ArrayList<>();
        JsonNode part = get(path);
        part.path(name).forEach(rows::add);
        while (part.has("next")) {
            part = get(path + "?cursor=" + part.path("next").asText());
            part.path(name).forEach(rows::add);
        }
        return rows;
    }

    JsonNode post(String path, String contentType, BodyPublisher body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(at(path))
                .header("Content-Type", contentType)
                .POST(body));
    }

    JsonNode put(String path, JsonNode body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body.toString())));
    }

    /** Path of the company that is named, or of the only one. */
    String companyPath() throws IOException, InterruptedException {
        if (company != null) {
            return "/v1/companies/" + part(company);
        }
        List<JsonNode> all = list("/v1/companies", "companies");
        if (all.size() != 1) {
            throw new IOException("name the company by --company");
        }
        return "/v1/companies/" + part(all.getFirst().path("id").asText());
    }

    /** A text as a part of a path. */
    static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Prints answers, one JSON object a line. */
    static void print(CommandSpec spec, List<JsonNode> rows) {
        rows.forEach(row -> spec.commandLine().getOut().println(row));
    }

    /** Prints an answer as one JSON object in a line. */
    static void print(CommandSpec spec, JsonNode row) {
        print(spec, List.of(row));
    }

    JsonNode put(String path, BodyPublisher body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/octet-stream")
                .PUT(body));
    }

    private URI at(String path) throws IOException {
        if (url != null) {
            return named(url, path);
        }
        Path address = DataFolder.address(folder("--url"));
        if (!Files.exists(address)) {
            throw new IOException("no server has run in %s yet".formatted(folder("--url")));
        }
        return URI.create(Files.readString(address, StandardCharsets.UTF_8).strip() + path);
    }

    private static URI named(String url, String path) throws IOException {
        URI found;
        try {
            found = new URI(url + path);
        } catch (URISyntaxException e) {
            found = URI.create(path);
        }
        boolean known = "http".equals(found.getScheme()) || "https".equals(found.getScheme());
        if (!known || found.getHost() == null) {
            throw new IOException("--url must be the address of a server, for instance http://host:8420");
        }
        return found;
    }

    private Path folder(String other) throws IOException {
        if (data == null) {
            throw new IOException("name the data folder by --data, or use " + other);
        }
        return data;
    }

    private String key() throws IOException {
        Path file = keyFile == null ? DataFolder.adminKey(folder("--key-file")) : keyFile;
        String key = Files.size(file) > LARGEST_KEY
                ? ""
                : Files.readString(file, StandardCharsets.ISO_8859_1).strip();
        if (!key.matches("[A-Za-z0-9_-]+")) {
            // Never shown: it may be the key of something else.
            throw new IOException(file + " holds no administrator's key");
        }
        return key;
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (warehouse != null) {
            if (company == null) {
                throw new IOException("--warehouse goes with --company");
            }
            request.header("Dockhand-Warehouse", company + "/" + warehouse);
        }
        HttpRequest complete = request.header("Authorization", "Bearer admin." + key())
                .timeout(LONGEST)
                .build();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build()) {
            HttpResponse<byte[]> response = client.send(complete, HttpResponse.BodyHandlers.ofByteArray());
            JsonNode body = json(response);
            if (response.statusCode() / 100 != 2) {
                String said = (body.path("detail").asText() + " "
                                + body.path("support").asText())
                        .strip();
                throw new IOException(new ImportWords(Locale.getDefault())
                        .refused(body.path("code").asText("HTTP " + response.statusCode()), said));
            }
            return body;
        } catch (ConnectException e) {
            throw new IOException("no server answers at " + complete.uri().resolve("/"), e);
        }
    }

    private static JsonNode json(HttpResponse<byte[]> response) throws IOException {
        try {
            return MAPPER.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new IOException("what answers at %s with status %d is no dockhand-server"
                    .formatted(response.uri().resolve("/"), response.statusCode()));
        }
    }

    static String pretty(JsonNode node) throws IOException {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node);
    }
}
