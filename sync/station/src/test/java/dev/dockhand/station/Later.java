package dev.dockhand.station;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.dockhand.model.event.EventCodec;
import dev.dockhand.model.json.Json;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.protocol.Leases;
import dev.dockhand.model.task.ShipmentTask;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * JSON as a later version would write it, by chance: every object has a field that nobody knows yet, and some of the known kinds,
 * values and fields go by words that nobody knows yet. {@link #known} gives them the known words again, as a version has them that
 * was updated. Found by the types of the model, so a new record is a part of it by itself. Thread-safe.
 */
public final class Later {

    private static final ObjectMapper MAPPER = Json.mapper();
    private static final String FIELD = "later7";
    private static final String WORD = "LATER_";

    /** This version, no later one. */
    public static final Later NONE = new Later(new Random(0), -1);

    /** The records that got a field more. */
    public final Set<Class<?>> enlarged = ConcurrentHashMap.newKeySet();

    /** The types whose words are others now and then. */
    public final Set<Class<?>> disguised = ConcurrentHashMap.newKeySet();

    private final Random chance;
    private final int oneIn;
    private int waves;

    /**
     * A later version.
     *
     * @param chance which words are others
     * @param oneIn one word in so many is another; 0 for none
     */
    public Later(Random chance, int oneIn) {
        this.chance = chance;
        this.oneIn = oneIn;
    }

    private synchronized boolean isOther(Class<?> type) {
        boolean other = oneIn > 0 && chance.nextInt(oneIn) == 0;
        if (other) {
            disguised.add(type);
        }
        return other;
    }

    /** JSON of a type in later words; what was given stays as it is. */
    public JsonNode told(JsonNode json, Type type) {
        if (type == Feed.Told.class) {
            return told(json, Feed.Change.class);
        }
        if (type == Leases.Listed.class) {
            return told(json, ShipmentTask.class);
        }
        if (type instanceof ParameterizedType generic) {
            return all(json, generic.getActualTypeArguments());
        }
        if (!(type instanceof Class<?> known)) {
            return json;
        }
        if (known.isEnum() && json.isTextual()) {
            return isOther(known) ? TextNode.valueOf(WORD + json.asText()) : json;
        }
        if (!(json instanceof ObjectNode object)) {
            return json;
        }
        return known.isSealed() ? ofFamily(object, known) : known.isRecord() ? ofRecord(object, known) : json;
    }

    private JsonNode all(JsonNode json, Type... types) {
        if (json instanceof ArrayNode array) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            array.forEach(each -> all.add(told(each, types[0])));
            return all;
        }
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        json.properties()
                .forEach(each -> all.set(
                        told(TextNode.valueOf(each.getKey()), types[0]).asText(), told(each.getValue(), types[1])));
        return all;
    }

    private JsonNode ofFamily(ObjectNode json, Class<?> family) {
        JsonSubTypes.Type kind = Arrays.stream(
                        family.getAnnotation(JsonSubTypes.class).value())
                .filter(each -> each.name().equals(json.path("type").asText()))
                .findFirst()
                .orElseThrow();
        ObjectNode told = (ObjectNode) ofRecord(json, kind.value());
        // How far the server has heard is what the two agree by; no later version may say that in other words.
        boolean other = kind.value() != Feed.StationHead.class && isOther(family);
        return told.put("type", other ? WORD + kind.name() : kind.name());
    }

    private JsonNode ofRecord(ObjectNode json, Class<?> type) {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        json.properties().forEach(each -> told.set(each.getKey(), each.getValue()));
        for (RecordComponent part : type.getRecordComponents()) {
            String name = name(part);
            JsonNode value = told.get(name);
            if (value == null) {
                continue;
            }
            JsonNode later = told(value, part.getGenericType());
            if (part.getAnnotatedType().isAnnotationPresent(Nullable.class) && isOther(type)) {
                told.remove(name);
                told.set(WORD + name, later);
            } else {
                told.set(name, later);
            }
        }
        enlarged.add(type);
        return told.set(FIELD, surprise());
    }

    /** What a part of a record is called in JSON. */
    static String name(RecordComponent part) {
        JsonProperty other = part.getAccessor().getAnnotation(JsonProperty.class);
        return other == null ? part.getName() : other.value();
    }

    private static JsonNode surprise() {
        ObjectNode deep = JsonNodeFactory.instance.objectNode();
        deep.putArray("many").add(7).add("seven").addObject().put("type", "wave");
        return deep;
    }

    /** An answer in later words; a page of the feed tells of things that nobody knows yet besides. */
    public byte[] answer(byte[] json, Class<?> type) throws IOException {
        if (oneIn < 0) {
            return json;
        }
        JsonNode told = told(MAPPER.readTree(json), type);
        if (type == Feed.Page.class) {
            news(0).forEach(((ArrayNode) told.path("changes"))::add);
        }
        if (oneIn > 0) {
            // Where rows are in other words, the sums of a later version say so.
            told.path("rows").forEach(sum -> ((ObjectNode) sum).put("shape", "later"));
        }
        return MAPPER.writeValueAsBytes(told);
    }

    /** The lines of a snapshot in later words. */
    public byte[] snapshot(byte[] snapshot) throws IOException {
        if (oneIn < 0) {
            return snapshot;
        }
        List<String> lines = EventCodec.text(snapshot).lines().toList();
        List<JsonNode> told = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            told.add(told(MAPPER.readTree(line), Feed.Change.class));
        }
        told.addAll(news(1));
        ObjectNode head = (ObjectNode) told(MAPPER.readTree(lines.getFirst()), Feed.SnapshotHead.class);
        told.addFirst(head.put("changes", told.size()));
        return written(told);
    }

    private static byte[] written(List<JsonNode> lines) {
        return lines.stream()
                .map(line -> line + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private synchronized List<JsonNode> news(int least) {
        List<JsonNode> news = new ArrayList<>();
        for (int left = least + chance.nextInt(3); left > 0; left--) {
            news.add(JsonNodeFactory.instance.objectNode().put("type", "wave").put("number", ++waves));
        }
        return news;
    }

    /** What a version reads that knows all the words. */
    public static JsonNode known(JsonNode json) {
        if (json instanceof ArrayNode array) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            array.forEach(each -> all.add(known(each)));
            return all;
        }
        if (json instanceof ObjectNode object) {
            ObjectNode all = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> each : object.properties()) {
                if (!each.getKey().equals(FIELD)) {
                    all.set(known(each.getKey()), known(each.getValue()));
                }
            }
            return all;
        }
        return json.isTextual() ? TextNode.valueOf(known(json.asText())) : json;
    }

    private static String known(String word) {
        return word.startsWith(WORD) ? word.substring(WORD.length()) : word;
    }
}
