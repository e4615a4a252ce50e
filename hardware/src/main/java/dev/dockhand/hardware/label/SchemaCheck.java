package dev.dockhand.hardware.label;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Checks JSON against a JSON schema (draft 2020-12) and names the place of the first mistake, as in {@code elements[3].h:
 * must be > 0 mm}. It knows the keywords that {@code label.schema.json} uses, and refuses a schema with any other, so the
 * published file cannot say more than is checked.
 */
final class SchemaCheck {
    private static final Set<String> CHECKED = Set.of(
            "type",
            "required",
            "properties",
            "additionalProperties",
            "items",
            "minItems",
            "maxItems",
            "enum",
            "minimum",
            "exclusiveMinimum",
            "maximum",
            "maxLength",
            "oneOf",
            "$ref");
    private static final Set<String> WORDS = Set.of("$schema", "$id", "$defs", "title", "description", "unit");

    private final JsonNode root;

    /**
     * A check against a schema.
     *
     * @throws IllegalArgumentException when the schema uses a keyword that is not checked here
     */
    SchemaCheck(JsonNode schema) {
        this.root = schema;
        known(schema);
    }

    private static void known(JsonNode schema) {
        schema.fieldNames().forEachRemaining(name -> {
            if (!CHECKED.contains(name) && !WORDS.contains(name)) {
                throw new IllegalArgumentException("the schema's keyword '%s' is not checked".formatted(name));
            }
        });
        schema.path("properties").forEach(SchemaCheck::known);
        schema.path("$defs").forEach(SchemaCheck::known);
        schema.path("oneOf").forEach(SchemaCheck::known);
        for (String name : List.of("items", "additionalProperties")) {
            if (schema.path(name).isObject()) {
                known(schema.path(name));
            }
        }
    }

    /**
     * Checks a document.
     *
     * @throws IllegalArgumentException that names the place and what it must be
     */
    void check(JsonNode document) {
        check(document, root, "");
    }

    private void check(JsonNode value, JsonNode rule, String place) {
        if (rule.has("$ref")) {
            check(value, root.at(rule.path("$ref").asText().substring(1)), place);
            return;
        }
        type(value, rule.path("type").asText(""), place);
        number(value, rule, place);
        text(value, rule, place);
        if (value.isObject()) {
            members(value, rule, place);
        }
        if (value.isArray()) {
            entries(value, rule, place);
        }
    }

    private static void type(JsonNode value, String type, String place) {
        boolean right = switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "number" -> value.isNumber();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            default -> true;
        };
        if (!right) {
            throw wrong(place, "must be %s %s".formatted("aeiou".indexOf(type.charAt(0)) < 0 ? "a" : "an", type));
        }
    }

    private static void number(JsonNode value, JsonNode rule, String place) {
        if (!value.isNumber()) {
            return;
        }
        String unit = rule.has("unit") ? " " + rule.path("unit").asText() : "";
        double number = value.asDouble();
        if (rule.has("exclusiveMinimum")
                && number <= rule.path("exclusiveMinimum").asDouble()) {
            throw wrong(place, "must be > " + rule.path("exclusiveMinimum").asText() + unit);
        }
        if (rule.has("minimum") && number < rule.path("minimum").asDouble()) {
            throw wrong(place, "must be >= " + rule.path("minimum").asText() + unit);
        }
        if (rule.has("maximum") && number > rule.path("maximum").asDouble()) {
            throw wrong(place, "must be <= " + rule.path("maximum").asText() + unit);
        }
    }

    private static void text(JsonNode value, JsonNode rule, String place) {
        if (rule.has("maxLength")
                && value.isTextual()
                && value.asText().length() > rule.path("maxLength").asInt()) {
            throw wrong(place, "must have at most %s characters".formatted(rule.path("maxLength")));
        }
        if (rule.has("enum")) {
            List<String> choices = new ArrayList<>();
            rule.path("enum").forEach(choice -> choices.add(choice.asText()));
            if (!choices.contains(value.asText())) {
                throw wrong(place, "must be one of " + String.join(", ", choices));
            }
        }
    }

    private void members(JsonNode value, JsonNode rule, String place) {
        for (JsonNode name : rule.path("required")) {
            if (!value.has(name.asText())) {
                throw wrong(member(place, name.asText()), "is missing");
            }
        }
        JsonNode others = rule.path("additionalProperties");
        value.properties().forEach(entry -> {
            JsonNode own = rule.path("properties").path(entry.getKey());
            String at = member(place, entry.getKey());
            if (own.isObject()) {
                check(entry.getValue(), own, at);
            } else if (others.isObject()) {
                check(entry.getValue(), others, at);
            } else if (others.isBoolean() && !others.asBoolean()) {
                throw wrong(at, "is not known here");
            }
        });
        choice(value, rule, place);
    }

    /** Exactly one of several lists of names. */
    private static void choice(JsonNode value, JsonNode rule, String place) {
        List<String> choices = new ArrayList<>();
        int held = 0;
        for (JsonNode choice : rule.path("oneOf")) {
            List<String> names = new ArrayList<>();
            choice.path("required").forEach(name -> names.add(name.asText()));
            choices.add(String.join(" with ", names));
            held += names.stream().allMatch(value::has) ? 1 : 0;
        }
        if (!choices.isEmpty() && held != 1) {
            throw wrong(place, "must have exactly one of: " + String.join("; ", choices));
        }
    }

    private void entries(JsonNode value, JsonNode rule, String place) {
        if (value.size() < rule.path("minItems").asInt(0)
                || value.size() > rule.path("maxItems").asInt(Integer.MAX_VALUE)) {
            throw wrong(
                    place,
                    "must have %s to %s entries"
                            .formatted(
                                    rule.path("minItems").asInt(0),
                                    rule.path("maxItems").asText("any number of")));
        }
        for (int i = 0; i < value.size() && rule.has("items"); i++) {
            check(value.get(i), rule.path("items"), "%s[%d]".formatted(place, i));
        }
    }

    private static String member(String place, String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    private static IllegalArgumentException wrong(String place, String what) {
        return new IllegalArgumentException(place.isEmpty() ? what : place + ": " + what);
    }
}
