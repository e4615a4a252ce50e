package dev.dockhand.model.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dockhand.model.json.Json;
import dev.dockhand.model.json.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Events as bytes: one line of JSON each. The bytes that the journal forced to disk are the bytes that are hashed,
 * pushed and stored by the server; nobody writes them a second time.
 */
public final class EventCodec {

    /** Version of the shapes that this build writes. */
    public static final int SCHEMA = 2;

    /** The oldest version that the server takes. */
    public static final int OLDEST_SCHEMA = SCHEMA - 1;

    /** What stands before the first event of an epoch. */
    public static final String NO_PREVIOUS = "0".repeat(64);

    /** No event is longer; a longer one is refused before it is written. */
    public static final int MAX_BYTES = 256 * 1024;

    private static final ObjectMapper MAPPER = Json.mapper();

    private EventCodec() {}

    /** The event as one line of JSON without a line break. */
    public static byte[] encode(FloorEvent event) {
        try {
            byte[] bytes = MAPPER.writeValueAsBytes(event);
            if (bytes.length > MAX_BYTES) {
                throw new IllegalArgumentException(
                        "event of %,d bytes, at most %,d".formatted(bytes.length, MAX_BYTES));
            }
            return bytes;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("event cannot be written", e);
        }
    }

    /**
     * Reads an event.
     *
     * @throws IOException when the bytes are not an event that this build knows; they must be kept as they are
     */
    public static FloorEvent decode(byte[] bytes) throws IOException {
        return MAPPER.readValue(bytes, FloorEvent.class);
    }

    /** Reads an event of any version: nothing of it where it says what this build does not know, but for fields on top. */
    public static Reading<FloorEvent> read(byte[] bytes) {
        return Reading.exact(bytes, FloorEvent.class);
    }

    /** SHA-256 of the written event as 64 hex digits; the next event's {@code previous}. */
    public static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The text of a written event, for storing and showing. */
    public static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
