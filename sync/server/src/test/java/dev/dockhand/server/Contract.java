package dev.dockhand.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The document that a server serves of itself, and whether what it asks and answers is as the document says. */
final class Contract {

    private static final String ADDRESS = "https://dockhand.test/openapi.json";

    private final JsonNode document;
    private final SchemaRegistry schemas;
    private final Map<String, Operation> operations = new TreeMap<>();

    /** One way to ask: its method, the pattern of its path, and what the document says of it. */
    record Operation(String method, String path, JsonNode says) {

        String id() {
            return says.path("operationId").asText();
        }

        String route() {
            return method + " " + path;
        }
    }

    Contract(JsonNode document) {
        this.document = document.deepCopy();
        close(this.document.path("components").path("schemas"));
        close(this.document.path("paths"));
        this.schemas = SchemaRegistry.withDialect(
                Dialects.getOpenApi31(), registry -> registry.schemas(Map.of(ADDRESS, this.document.toString())));
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    Operation found =
                            new Operation(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue());
                    assertThat(found.id()).as("name of %s", found.route()).matches("[a-z][A-Za-z]+");
                    assertThat(operations.put(found.id(), found)).as(found.id()).isNull();
                }));
    }

    /** What the document does not name must not be there: whoever reads it may skip that, but ought to be told. */
    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(Contract::close);
    }

    List<Operation> operations() {
        return List.copyOf(operations.values());
    }

    Operation operation(String id) {
        Operation found = operations.get(id);
        assertThat(found).as("operation %s", id).isNotNull();
        return found;
    }

    /** The parameters of an operation, in one place of a request. */
    List<JsonNode> parameters(Operation operation, String in) {
        List<JsonNode> found = new ArrayList<>();
        operation.says().path("parameters").forEach(each -> {
            JsonNode parameter = resolved(each);
            if (parameter.path("in").asText().equals(in)) {
                found.add(parameter);
            }
        });
        return found;
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    /** An answer has a status, a type and a body that the document names for this operation. */
    void holds(Operation operation, TestServer.Answer answer) {
        String at = "/paths/%s/%s/responses/%s"
                .formatted(
                        escaped(operation.path()),
                        operation.method().toLowerCase(Locale.ROOT),
                        operation.says().path("responses").has(Integer.toString(answer.status()))
                                ? answer.status()
                                : "default");
        JsonNode response = document.at(at);
        if (response.has("$ref")) {
            at = response.path("$ref").asText().substring(1);
            response = document.at(at);
        }
        if (!response.has("content")) {
            assertThat(answer.raw().body()).as("body of %s", operation.id()).isEmpty();
            return;
        }
        String type =
                answer.raw().headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
        assertThat(response.path("content").has(type))
                .as("%s is answered with %d and %s", operation.id(), answer.status(), type)
                .isTrue();
        if (type.matches(".*[/+]json")) {
            valid(at + "/content/" + escaped(type) + "/schema", answer.text(), operation.id() + " " + answer.status());
        }
    }

    /** The body of a request is as the document asks for. */
    void asks(Operation operation, String json) {
        valid(
                "/paths/%s/%s/requestBody/content/application~1json/schema"
                        .formatted(escaped(operation.path()), operation.method().toLowerCase(Locale.ROOT)),
                json,
                "request of " + operation.id());
    }

    /** A text is as a schema of the document says. */
    void valid(String pointer, String json, String what) {
        assertThat(document.at(pointer).isMissingNode()).as(pointer).isFalse();
        assertThat(schemas.getSchema(SchemaLocation.of(ADDRESS + "#" + pointer))
                        .validate(
                                json,
                                InputFormat.JSON,
                                run -> run.executionConfig(config -> config.formatAssertionsEnabled(true))))
                .as("%s: %s", what, json)
                .isEmpty();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
