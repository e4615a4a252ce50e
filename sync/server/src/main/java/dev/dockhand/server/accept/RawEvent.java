package dev.dockhand.server.accept;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dockhand.model.event.EventCodec;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.event.LostEvent;
import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.json.Json;
import dev.dockhand.model.json.Reading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One pushed line, read as far as it can be read.
 *
 * @param text the line as it came
 * @param hash what the next event names as the one before it: SHA-256 of its bytes, of a lost event what is known of it
 * @param seq its number, 0 where none can be read
 * @param lost whether it stands in for an event that the station lost; it claims nothing but its number
 * @param previous hash of the event before, absent where none can be read
 * @param event the event, absent where it cannot be read
 * @param problem why it counts nowhere; absent where it does
 * @param unknown fields of it that this server does not know; it counts without them
 */
record RawEvent(
        String text,
        String hash,
        long seq,
        boolean lost,
        @Nullable String previous,
        @Nullable FloorEvent event,
        @Nullable Problem problem,
        List<String> unknown) {

    /**
     * Why an event counts nowhere.
     *
     * @param kind whether it could not be read or not be believed
     * @param about an order; empty for the event itself
     * @param detail technical facts, no personal data
     */
    record Problem(ExceptionKind kind, String about, String detail) {}

    private static final ObjectMapper MAPPER = Json.mapper();

    /**
     * Reads a line.
     *
     * @param opaque whether the station says that the server failed on it again and again
     */
    static RawEvent read(byte[] line, boolean opaque) {
        // PostgreSQL stores no NUL character; such a line is no JSON anyway.
        String text = new String(line, StandardCharsets.UTF_8).replace('\0', '\uFFFD');
        String hash = EventCodec.hash(line);
        if (opaque) {
            return unreadable(text, hash, "the station gave up on it");
        }
        Reading<FloorEvent> read = EventCodec.read(line);
        FloorEvent event = read.value();
        if (event == null) {
            return LostEvent.decode(line)
                    .map(lost -> lost(text, lost))
                    .orElseGet(() -> unreadable(text, hash, unknown(read.unknown())));
        }
        if (event.schema() < EventCodec.OLDEST_SCHEMA || event.schema() > EventCodec.SCHEMA) {
            return unreadable(text, hash, unknown(List.of("schema " + event.schema())));
        }
        return new RawEvent(text, hash, event.seq(), false, event.previous(), event, null, read.unknown());
    }

    /** Words that this server does not know, for a supervisor. */
    static String unknown(List<String> words) {
        return "not known here: " + String.join(", ", words);
    }

    private static RawEvent lost(String text, LostEvent event) {
        Problem problem = new Problem(ExceptionKind.UNREADABLE_EVENT, "", "it is lost on the station's disk");
        return new RawEvent(text, event.chained(), event.seq(), true, null, null, problem, List.of());
    }

    private static RawEvent unreadable(String text, String hash, String why) {
        Problem problem = new Problem(ExceptionKind.UNREADABLE_EVENT, "", why);
        try {
            JsonNode node = MAPPER.readTree(text);
            JsonNode previous = node.path("previous");
            return new RawEvent(
                    text,
                    hash,
                    Math.max(0, node.path("seq").asLong(0)),
                    false,
                    previous.isTextual() ? previous.asText() : null,
                    null,
                    problem,
                    List.of());
        } catch (JsonProcessingException | RuntimeException e) {
            return new RawEvent(text, hash, 0, false, null, null, problem, List.of());
        }
    }

    /** The hash of the last of a push's lines. */
    static String lastHash(List<RawEvent> lines) {
        return lines.isEmpty() ? EventCodec.NO_PREVIOUS : lines.getLast().hash();
    }

    /** The same line, kept without being understood. */
    RawEvent opaque(String why) {
        return new RawEvent(
                text, hash, seq, lost, previous, null, new Problem(ExceptionKind.UNREADABLE_EVENT, "", why), List.of());
    }

    /** The same line, kept without being believed. */
    RawEvent misfit(Problem why) {
        return new RawEvent(text, hash, seq, lost, previous, null, why, List.of());
    }

    /** The same line under a number that was found from its neighbours. */
    RawEvent numbered(long number) {
        return new RawEvent(text, hash, number, lost, previous, event, problem, unknown);
    }
}
