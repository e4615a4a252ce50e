package dev.dockhand.model.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dockhand.model.json.Json;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for an event that a station's disk lost, so that those behind it can still be sent: it keeps the number and, where
 * the event behind it names it, the hash. It says nothing of what was done.
 *
 * @param lost always true; tells it from an event
 * @param seq number of the lost event, from 1
 * @param hash hash of the lost event, 64 hex digits; absent where nothing names it
 */
public record LostEvent(boolean lost, long seq, @Nullable String hash) {

    private static final ObjectMapper MAPPER = Json.mapper();
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /** Refuses what stands for no event. */
    public LostEvent {
        if (!lost || seq < 1 || hash != null && !HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException("a lost event has a number and, if any, a hash");
        }
    }

    /** Stands in for this event. */
    public LostEvent(long seq, @Nullable String hash) {
        this(true, seq, hash);
    }

    /** The stand-in as one line of JSON without a line break. */
    public byte[] encode() {
        try {
            return MAPPER.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a lost event can be written", e);
        }
    }

    /** Reads a line; nothing when it is no stand-in. */
    public static Optional<LostEvent> decode(byte[] line) {
        try {
            return Optional.of(MAPPER.readValue(line, LostEvent.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What the next event names as the one before it: the hash of the lost event, or of its stand-in. */
    public String chained() {
        return hash == null ? EventCodec.hash(encode()) : hash;
    }
}
