package dev.dockhand.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockhand.server.store.ServerDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class OpenApiTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    @TempDir
    private Path folder;

    @Test
    void theServedDocumentNamesEveryRouteAndNoOther() throws Exception {
        try (TestServer shop = TestServer.on(DATABASE, folder)) {
            TestServer.Answer answer = shop.send(shop.bare("/openapi.json").GET());
            assertThat(answer.status()).isEqualTo(200);
            List<String> documented = new ArrayList<>();
            answer.body()
                    .path("paths")
                    .properties()
                    .forEach(path -> path.getValue()
                            .fieldNames()
                            .forEachRemaining(
                                    method -> documented.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
            assertThat(documented).containsExactlyInAnyOrderElementsOf(shop.server.routes());
            everyOperationIsComplete(answer.body());
            everyReferenceLeadsSomewhere(answer.body());
        }
    }

    private static void everyOperationIsComplete(JsonNode document) {
        document.path("paths")
                .forEach(path -> path.forEach(operation -> {
                    assertThat(operation.has("security")).isTrue();
                    assertThat(operation.path("responses").has("default")).isTrue();
                }));
    }

    private static void everyReferenceLeadsSomewhere(JsonNode document) {
        List<String> references = document.findValuesAsText("$ref");
        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }
}
