package dev.dockhand.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dockhand.model.json.Json;
import dev.dockhand.model.protocol.Protocol;
import dev.dockhand.server.http.Limits;
import dev.dockhand.server.store.DatabaseAddress;
import dev.dockhand.server.store.Owner;
import dev.dockhand.server.store.ServerDatabase;
import dev.dockhand.server.store.Site;
import dev.dockhand.server.store.TestPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A running server on a database of its own, and a way to talk to it as anybody. */
public final class TestServer implements AutoCloseable {

    public static final ObjectMapper MAPPER = Json.mapper();

    public final Server server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String adminKey;
    private final @Nullable Site site;

    /** Speaks to a server about one of its warehouses; about its only one where none is named. */
    TestServer(Server server, @Nullable Site site) throws IOException {
        this.server = server;
        this.adminKey = "admin." + server.adminKey();
        this.site = site;
    }

    /** On the shared PostgreSQL of the tests, in an empty warehouse. */
    public static TestServer on(ServerDatabase database, Path folder) throws IOException {
        return on(database, folder, settings -> settings);
    }

    /** The same with something else set. */
    public static TestServer on(ServerDatabase database, Path folder, UnaryOperator<ServerSettings> otherwise)
            throws IOException {
        Site site = database.freshSite();
        // The tests of a class come from one address, and what one of them guessed is not the next one's.
        Owner.use(database.database(), handle -> handle.execute("DELETE FROM enrolment_try"));
        TestServer server = new TestServer(
                Server.start(otherwise.apply(ServerSettings.local(folder)
                        .storingIn(database.address())
                        .workingFor(site))),
                site);
        server.brand("b");
        return server;
    }

    /** The same where the clock is another one. */
    public static TestServer on(ServerDatabase database, Path folder, InstantSource clock) throws IOException {
        return on(database, folder, settings -> settings.by(clock));
    }

    /** The same with other limits of connections. */
    public static TestServer on(ServerDatabase database, Path folder, Limits limits) throws IOException {
        return on(database, folder, settings -> settings.limitedTo(limits));
    }

    /** On any database. */
    public static TestServer storingIn(DatabaseAddress database, Path folder) throws IOException {
        return withBrand(Server.start(ServerSettings.local(folder).storingIn(database)));
    }

    /** With its own embedded PostgreSQL in the folder. */
    public static TestServer embedded(Path folder) throws IOException {
        return withBrand(Server.start(ServerSettings.local(folder).withPrograms(TestPostgres.programs())));
    }

    private static TestServer withBrand(Server server) throws IOException {
        TestServer shop = new TestServer(server, null);
        shop.brand("b");
        return shop;
    }

    /** Makes a brand of the company. */
    public void brand(String brand) throws IOException {
        String company = site == null ? "demo" : site.company().value();
        try {
            Answer answer = send(request("/v1/companies/" + company + "/brands/" + brand, adminKey)
                    .PUT(HttpRequest.BodyPublishers.ofString("{}")));
            if (answer.status() != 200) {
                throw new IOException(answer.text());
            }
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    /** A command line that asks this server about its warehouse. */
    public String[] command(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of(
                "--url", server.url(), "--key-file", server.adminKeyFile().toString()));
        if (site != null) {
            all.addAll(List.of(
                    "--company",
                    site.company().value(),
                    "--warehouse",
                    site.warehouse().value()));
        }
        return all.toArray(String[]::new);
    }

    /** An answer with its body as JSON, where it is. */
    public record Answer(int status, JsonNode body, String text, HttpResponse<byte[]> raw) {
        public String code() {
            return body.path("code").asText();
        }
    }

    public Answer get(String path) throws Exception {
        return send(request(path, adminKey).GET());
    }

    public Answer post(String path, String json) throws Exception {
        return send(request(path, adminKey)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    public Answer load(String kind, String csv) throws Exception {
        return send(request("/v1/admin/imports/" + kind + "?brand=b", adminKey)
                .header("Content-Type", "text/csv; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(csv, StandardCharsets.UTF_8)));
    }

    /** A key for a new station, as it stands in the header. */
    public String enrol(String station) throws Exception {
        String code = post("/v1/admin/enrolment-codes", "{\"station\":\"%s\",\"replace\":true}".formatted(station))
                .body()
                .path("code")
                .asText();
        Answer answer = send(request("/v1/enrol", "")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"code\":\"%s\",\"station\":\"%s\",\"usedEpoch\":0}".formatted(code, station))));
        return station + "." + answer.body().path("secret").asText();
    }

    /** A request with a key and the version of the protocol. */
    public HttpRequest.Builder request(String path, String key) {
        HttpRequest.Builder builder = bare(path).header(Protocol.VERSION_HEADER, "1");
        if (site != null && key.startsWith("admin.")) {
            builder.header("Dockhand-Warehouse", site.toString());
        }
        return key.isEmpty() ? builder : builder.header("Authorization", "Bearer " + key);
    }

    /** A request without any header. */
    public HttpRequest.Builder bare(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path)).timeout(Duration.ofSeconds(60));
    }

    public Answer send(HttpRequest.Builder request) throws Exception {
        HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        String text = new String(response.body(), StandardCharsets.UTF_8);
        boolean json = response.headers().firstValue("Content-Type").orElse("").matches(".*[/+]json");
        boolean plain = response.headers().firstValue("Content-Encoding").isEmpty();
        return new Answer(
                response.statusCode(), json && plain ? MAPPER.readTree(text) : MAPPER.nullNode(), text, response);
    }

    @Override
    public void close() {
        client.close();
        server.stop();
    }
}
