package dev.dockhand.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockhand.model.protocol.Problem;
import dev.dockhand.server.TestServer;
import dev.dockhand.server.store.ServerDatabase;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Whatever goes wrong is told in one form, by whichever part of the server finds it. */
class ProblemTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    @TempDir
    private Path folder;

    private TestServer shop;

    @BeforeEach
    void start() throws Exception {
        shop = TestServer.on(DATABASE, folder);
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    private JsonNode problem(int status, String code, HttpRequest.Builder request) throws Exception {
        TestServer.Answer answer = shop.send(request);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.raw().headers().firstValue("Content-Type")).contains(Problem.MEDIA_TYPE);
        assertThat(answer.body().path("status").asInt()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.body().path("type").asText()).isEqualTo("urn:dockhand:problem:" + code);
        assertThat(answer.body().path("title").asText()).isNotEmpty();
        assertThat(answer.body().path("detail").asText()).isNotEmpty();
        return answer.body();
    }

    @Test
    void routesAndKeysAreRefusedInOneForm() throws Exception {
        JsonNode missing = problem(404, "NOT_FOUND", shop.bare("/no%20where").GET());
        assertThat(missing.path("instance").asText()).isEqualTo("/no%20where");
        assertThat(missing.path("title").asText()).isEqualTo("Not found");
        assertThat(missing.has("support")).isFalse();
        problem(405, "METHOD_NOT_ALLOWED", shop.bare("/health/live").DELETE());
        problem(426, "PROTOCOL_UNSUPPORTED", shop.bare("/v1/feed").GET());
        problem(401, "KEY_INVALID", shop.request("/v1/feed", "").GET());
        assertThat(problem(404, "NOT_FOUND", shop.bare("/" + "x".repeat(1000)).GET())
                        .has("instance"))
                .as("a path of any length comes back")
                .isFalse();
    }

    @Test
    void aPushThatIsRefusedSaysWhatIsExpected() throws Exception {
        String key = shop.enrol("ST-1");
        JsonNode gap = problem(
                409, "GAP", shop.request("/v1/events?epoch=1", key).POST(BodyPublishers.ofString("{\"seq\":7}\n")));
        assertThat(gap.path("expected").asInt()).isEqualTo(1);
        assertThat(gap.path("lastHash").asText()).isNotEmpty();
    }

    @Test
    void whatTheHttpServerRefusesByItselfLooksTheSame() throws Exception {
        problem(
                400,
                "BAD_REQUEST",
                shop.bare("/health/live").header("X", "x".repeat(20_000)).GET());
        problem(
                413,
                "TOO_LARGE",
                shop.request("/v1/admin/imports/items", "").POST(BodyPublishers.ofByteArray(new byte[52 << 20])));
    }
}
