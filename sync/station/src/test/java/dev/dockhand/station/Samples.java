package dev.dockhand.station;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dockhand.model.json.Json;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.protocol.Leases;
import dev.dockhand.model.task.ShipmentTask;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

/** JSON of every type of the model that one version may tell another, made from the type alone. */
final class Samples {

    private static final ObjectMapper MAPPER = Json.mapper();

    /** What the types take that are one value. */
    private static final List<String> VALUES = List.of(
            "7",
            "true",
            "\"7\"",
            "\"2026-11-23T03:00:00Z\"",
            "\"2026-11-23\"",
            "\"Asia/Seoul\"",
            "\"KRW\"",
            "\"16:00\"",
            "\"A-01\"",
            "\"380123450000000017\"",
            "\"LOCATION:A-01\"",
            "\"" + "0a".repeat(32) + "\"");

    private Samples() {}

    /** One of each kind, fullest first; everything that may be absent is there. */
    static List<JsonNode> of(Type type) {
        if (type == Feed.Told.class) {
            return of(Feed.Change.class);
        }
        if (type == Leases.Listed.class) {
            return of(ShipmentTask.class);
        }
        if (type instanceof ParameterizedType generic) {
            return List.of(many(generic));
        }
        Class<?> known = (Class<?>) type;
        if (known.isEnum()) {
            return List.of(JsonNodeFactory.instance.textNode(((Enum<?>) known.getEnumConstants()[0]).name()));
        }
        if (known.isAnnotationPresent(JsonSubTypes.class)) {
            List<JsonNode> kinds = new ArrayList<>();
            for (JsonSubTypes.Type kind :
                    known.getAnnotation(JsonSubTypes.class).value()) {
                of(kind.value()).forEach(each -> kinds.add(((ObjectNode) each).put("type", kind.name())));
            }
            return kinds;
        }
        return isOneValue(known) ? List.of(value(known)) : records(known);
    }

    /** Whether JSON says such a record in one value. */
    static boolean isOneValue(Class<?> type) {
        return !type.isRecord() || VALUES.stream().anyMatch(value -> isRead(value, type));
    }

    private static boolean isRead(String json, Class<?> type) {
        try {
            return MAPPER.readValue(json, type) != null;
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static JsonNode value(Class<?> type) {
        return VALUES.stream()
                .filter(value -> isRead(value, type))
                .findFirst()
                .map(Samples::tree)
                .orElseThrow(() -> new AssertionError("what does JSON say for a " + type + "?"));
    }

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode many(ParameterizedType type) {
        Type[] parts = type.getActualTypeArguments();
        if (parts.length == 1) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            of(parts[0]).forEach(all::add);
            return all;
        }
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.set(of(parts[0]).getFirst().asText(), of(parts[1]).getFirst());
        return all;
    }

    /** A record for each kind of its parts. */
    private static List<JsonNode> records(Class<?> type) {
        List<JsonNode> all = new ArrayList<>();
        all.add(JsonNodeFactory.instance.objectNode());
        int number = 0;
        for (RecordComponent part : type.getRecordComponents()) {
            String own = "A-%02d".formatted(++number);
            List<JsonNode> kinds = of(part.getGenericType()).stream()
                    .map(kind -> tree(kind.toString().replace("A-01", own)))
                    .toList();
            while (all.size() < kinds.size()) {
                all.add(all.getLast().deepCopy());
            }
            for (int i = 0; i < all.size(); i++) {
                ((ObjectNode) all.get(i)).set(Later.name(part), kinds.get(i % kinds.size()));
            }
        }
        return all;
    }
}
