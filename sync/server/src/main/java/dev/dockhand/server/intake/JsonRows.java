package dev.dockhand.server.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dockhand.model.file.FileText;
import dev.dockhand.model.json.Json;
import dev.dockhand.server.intake.ImportResult.Rejection;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON: one object or an array of objects, with the columns of the CSV as fields. An object may hold {@code lines},
 * an array of objects with the columns of each line; {@code sender} and {@code recipient} may be objects of their own.
 */
final class JsonRows {

    private static final ObjectMapper MAPPER = Json.mapper();

    private static final String LINES = "lines";
    private static final int MOST_LINES = 1000;
    private static final int LONGEST_NUMBER = 60;

    /** Names and values of one object; an order of a thousand lines has about 15,000. */
    private static final int MOST_TOKENS = 100_000;

    /** The largest whole number that a floating point number holds with all those below it. */
    private static final BigDecimal MOST_EXACT = BigDecimal.valueOf(1L << 53);

    private final List<String> columns;
    private final List<Row> rows = new ArrayList<>();
    private final List<Rejection> rejected = new ArrayList<>();

    private JsonRows(List<String> columns) {
        this.columns = columns;
    }

    /** Goes through the file twice: first to see that all of it is JSON and bounded, before anything of it is kept. */
    static Reading read(ImportKind kind, FileText file) {
        try {
            measure(file.text());
            return new JsonRows(kind.columns()).read(file.text(), Notice.of(file));
        } catch (StreamConstraintsException e) {
            throw bad("it holds a text, a name or a number that is too long, or objects within objects too deep");
        } catch (IOException e) {
            long line = e instanceof JsonProcessingException json && json.getLocation() != null
                    ? json.getLocation().getLineNr()
                    : 0;
            throw bad("line %d is not JSON".formatted(line));
        }
    }

    private static ImportRefusedException bad(String what) {
        return new ImportRefusedException("BAD_JSON", what + ". Nothing was loaded");
    }

    private static void measure(String text) throws IOException {
        try (JsonParser parser = MAPPER.createParser(text)) {
            @Nullable JsonToken first = parser.nextToken();
            if (first == null || !first.isStructStart()) {
                throw bad("an object or an array of objects is expected");
            }
            int objects = first == JsonToken.START_ARRAY ? 1 : 0;
            int depth = 1;
            long number = 1L - objects;
            long tokens = 0;
            while (depth > 0) {
                @Nullable JsonToken token = parser.nextToken();
                if (token == null) {
                    throw bad("line %d ends within an object"
                            .formatted(parser.currentLocation().getLineNr()));
                }
                if (depth == objects && !token.isStructEnd()) {
                    number++;
                    tokens = 0;
                }
                tokens++;
                Reading.refuseBeyond(number);
                if (tokens > MOST_TOKENS) {
                    throw new ImportRefusedException(
                            "TOO_LARGE",
                            "object %d has more than %,d values. Nothing was loaded".formatted(number, MOST_TOKENS));
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            }
            if (parser.nextToken() != null) {
                // It would be left out in silence, for instance all but the first of an object a line.
                throw bad("line %d stands behind the end; several objects need an array around them"
                        .formatted(parser.currentLocation().getLineNr()));
            }
        }
    }

    private Reading read(String text, List<Notice> notices) throws IOException {
        try (JsonParser parser = MAPPER.createParser(text)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                take(MAPPER.readTree(parser), 1);
            } else {
                for (long number = 1; parser.nextToken() != JsonToken.END_ARRAY; number++) {
                    take(MAPPER.readTree(parser), number);
                }
            }
        }
        return new Reading(rows, rejected, notices);
    }

    private void take(JsonNode node, long number) {
        try {
            Map<String, String> shared = new HashMap<>();
            flatten(node, "", shared, number);
            JsonNode lines = node.path(LINES);
            if (!lines.isArray()) {
                add(number, shared);
                return;
            }
            if (lines.isEmpty() || lines.size() > MOST_LINES) {
                throw new BadFieldException(number, LINES, "OUT_OF_RANGE", "must hold 1 to 1,000 lines");
            }
            for (JsonNode line : lines) {
                Map<String, String> all = new HashMap<>(shared);
                flatten(line, "", all, number);
                add(number, all);
            }
        } catch (BadFieldException e) {
            rejected.add(e.rejection());
        }
    }

    private void add(long number, Map<String, String> values) throws BadFieldException {
        for (String name : values.keySet()) {
            if (!columns.contains(name)) {
                String shown = name.replaceAll("[^a-zA-Z0-9_]", "?");
                throw new BadFieldException(
                        number,
                        shown.substring(0, Math.min(shown.length(), 40)),
                        "UNKNOWN_FIELD",
                        "is not one of " + String.join(",", columns));
            }
        }
        if (values.values().stream().mapToLong(String::length).sum() > Reading.LONGEST_ROW) {
            throw new BadFieldException(
                    number, "", "TOO_LONG", "has more than %,d characters".formatted(Reading.LONGEST_ROW));
        }
        rows.add(new Row(number, values));
        Reading.refuseBeyond(rows.size());
    }

    private static void flatten(JsonNode node, String prefix, Map<String, String> into, long number)
            throws BadFieldException {
        if (!node.isObject()) {
            throw new BadFieldException(number, prefix, "BAD_VALUE", "must be an object");
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            JsonNode value = field.getValue();
            if (value.isObject()) {
                flatten(value, field.getKey() + "_", into, number);
            } else if (!field.getKey().equals(LINES)) {
                into.put(prefix + field.getKey(), text(value));
            }
        }
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(part -> parts.add(text(part)));
            return String.join(" ", parts);
        }
        return value.isNumber() ? number(value) : value.isNull() ? "" : value.asText();
    }

    /**
     * The digits of a number however it is written: 8809091000430.0 and 8.80909100043E12 are 8809091000430. What came
     * through a floating point number that could not hold it stays as written, and is refused as scientific.
     */
    private static String number(JsonNode value) {
        BigDecimal number = value.decimalValue();
        if (number.signum() == 0) {
            return "0";
        }
        boolean exact = value.isIntegralNumber() || number.abs().compareTo(MOST_EXACT) <= 0;
        boolean bounded = Math.abs((long) number.precision() - number.scale()) <= LONGEST_NUMBER;
        return exact && bounded ? number.stripTrailingZeros().toPlainString() : number.toString();
    }
}
