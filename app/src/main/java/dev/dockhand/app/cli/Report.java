package dev.dockhand.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dockhand.model.json.Json;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints what a command found: one JSON object a line for programs, or {@code name value} pairs for people. */
final class Report {

    private static final ObjectMapper MAPPER = Json.mapper();

    private final PrintWriter out;
    private final boolean json;

    Report(PrintWriter out, boolean json) {
        this.out = out;
        this.json = json;
    }

    /** Starts a line. */
    static Line line() {
        return new Line(new LinkedHashMap<>());
    }

    /** Prints a line at once, so that a reader at the other end of a pipe sees it. */
    synchronized void print(Line line) {
        out.println(json ? asJson(line.fields()) : asWords(line.fields()));
        out.flush();
    }

    private static String asJson(Map<String, Object> fields) {
        try {
            return MAPPER.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report holds only maps, texts and numbers", e);
        }
    }

    private static String asWords(Map<String, Object> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + " " + field.getValue())
                .collect(Collectors.joining("  "));
    }

    /**
     * What one line says.
     *
     * @param fields in order; absent ones are left out
     */
    record Line(Map<String, Object> fields) {

        /** Adds a field, unless there is nothing to say. */
        Line with(String name, @Nullable Object value) {
            if (value != null) {
                fields.put(name, value);
            }
            return this;
        }
    }
}
