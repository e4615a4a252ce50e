package dev.dockhand.server.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.dockhand.model.file.FileText;
import dev.dockhand.model.json.Json;
import dev.dockhand.server.intake.ImportResult.Rejection;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON: one object or an array of objects, with the columns of the CSV as fields. An object may hold {@code lines},
 * an array of objects with the columns of each line; {@code sender} and {@code recipient} may be objects of their own.
 */
final class JsonRows {

    /** What stands behind the end would be left out in silence, for instance all but the first of an object a line. */
    private static final ObjectReader WHOLE =
            Json.mapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final String LINES = "lines";
    private static final int MOST_LINES = 1000;
    private static final int LONGEST_NUMBER = 60;

    /** The largest whole number that a floating point number holds with all those below it. */
    private static final BigDecimal MOST_EXACT = BigDecimal.valueOf(1L << 53);

    private final List<String> columns;
    private final List<Row> rows = new ArrayList<>();
    private final List<Rejection> rejected = new ArrayList<>();

    private JsonRows(List<String> columns) {
        this.columns = columns;
    }

    static Reading read(ImportKind kind, FileText file) {
        return new JsonRows(kind.columns()).read(tree(file.text()), Notice.of(file));
    }

    private static JsonNode tree(String body) {
        try {
            JsonNode tree = WHOLE.readTree(body);
            if (tree.isObject() || tree.isArray()) {
                return tree;
            }
        } catch (JsonProcessingException e) {
            long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            String problem = e instanceof MismatchedInputException
                    ? "line %d stands behind the end; several objects need an array around them"
                    : "line %d is not JSON";
            throw new ImportRefusedException("BAD_JSON", problem.formatted(line) + ". Nothing was loaded");
        }
        throw new ImportRefusedException(
                "BAD_JSON", "an object or an array of objects is expected. Nothing was loaded");
    }

    private Reading read(JsonNode tree, List<Notice> notices) {
        if (tree.isObject()) {
            take(tree, 1);
        } else {
            for (int i = 0; i < tree.size(); i++) {
                take(tree.get(i), i + 1L);
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
