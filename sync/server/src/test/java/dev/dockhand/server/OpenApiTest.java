package dev.dockhand.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockhand.server.store.ServerDatabase;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The document says of every route what is asked and answered there, and the server keeps to it. */
class OpenApiTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    @TempDir
    private Path folder;

    private TestServer shop;
    private String admin;
    private Contract contract;

    @BeforeEach
    void start() throws Exception {
        shop = TestServer.on(DATABASE, folder);
        admin = "admin." + shop.server.adminKey();
        contract = new Contract(shop.send(shop.bare("/openapi.json").GET()).body());
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    @Test
    void theServedDocumentNamesEveryRouteAndNoOther() throws Exception {
        assertThat(contract.operations())
                .extracting(Contract.Operation::route)
                .containsExactlyInAnyOrderElementsOf(shop.server.routes());
        JsonNode document = shop.send(shop.bare("/openapi.json").GET()).body();
        assertThat(document.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
        for (Contract.Operation operation : contract.operations()) {
            assertThat(operation.says().has("security")).as(operation.id()).isTrue();
            assertThat(operation.says().path("responses").has("default"))
                    .as(operation.id())
                    .isTrue();
            assertThat(contract.parameters(operation, "path").stream()
                            .map(parameter -> "{" + parameter.path("name").asText() + "}"))
                    .as(operation.id())
                    .allSatisfy(name -> assertThat(operation.path()).contains(name))
                    .hasSize(operation.path().split("\\{", -1).length - 1);
        }
    }

    /** Made from the document: whatever it asks for is left out or spoilt, one thing at a time. */
    @Test
    void whatTheDocumentDoesNotAllowIsRefusedAsItSays() throws Exception {
        String station = shop.enrol("ST-1");
        for (Contract.Operation operation : contract.operations()) {
            String path = path(operation);
            String security = operation.says().path("security").toString();
            boolean forStations = security.contains("station");
            String key = security.equals("[]") ? "" : forStations ? station : admin;
            if (!key.isEmpty()) {
                refused(operation, 401, path, "", "");
                refused(operation, 401, path, key + "x", "");
                refused(operation, 403, path, forStations ? admin : station, "");
            }
            if (contract.parameters(operation, "header").stream()
                    .anyMatch(header -> header.path("required").asBoolean())) {
                TestServer.Answer none = shop.send(shop.bare(path)
                        .header("Authorization", "Bearer " + key)
                        .method(operation.method(), BodyPublishers.noBody()));
                contract.holds(operation, none);
                assertThat(none.code()).as(operation.id()).isEqualTo("PROTOCOL_UNSUPPORTED");
            }
            for (JsonNode parameter : contract.parameters(operation, "query")) {
                String name = parameter.path("name").asText();
                String type = parameter.path("schema").path("type").asText();
                if (type.equals("integer") || type.equals("boolean") || name.equals("cursor") || name.equals("place")) {
                    refused(operation, 400, path.split("\\?")[0] + "?" + name + "=%2A", key, "");
                }
            }
            if (operation.says().path("requestBody").path("content").has("application/json")) {
                refused(operation, 400, path, key, "{\"half\":");
            }
        }
    }

    private String path(Contract.Operation operation) {
        String path = operation
                .path()
                .replace("{kind}", "orders")
                .replace("{epoch}", "1")
                .replace("{waybill}", "632912345600")
                .replace("{picture}", "0".repeat(64))
                .replaceAll("\\{\\w+}", "X-1");
        return contract.parameters(operation, "query").stream()
                        .anyMatch(each -> each.path("required").asBoolean())
                ? path + "?epoch=1"
                : path;
    }

    private void refused(Contract.Operation operation, int status, String path, String key, String json)
            throws Exception {
        HttpRequest.Builder request = shop.request(path, key)
                .header("Content-Type", "application/json")
                .method(operation.method(), BodyPublishers.ofString(json));
        TestServer.Answer answer = shop.send(request);
        contract.holds(operation, answer);
        assertThat(answer.status())
                .as("%s %s: %s", operation.id(), path, answer.text())
                .isEqualTo(status);
    }
}
