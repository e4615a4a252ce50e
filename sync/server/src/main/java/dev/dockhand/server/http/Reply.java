package dev.dockhand.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dockhand.model.json.Json;
import dev.dockhand.model.protocol.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/**
 * An answer.
 *
 * @param status HTTP status
 * @param contentType media type; empty where there is no body
 * @param body what writes the body
 */
record Reply(int status, String contentType, Body body) {

    static final String JSON = "application/json";
    static final String NDJSON = "application/x-ndjson";

    private static final ObjectMapper MAPPER = Json.mapper();
    private static final Body NOTHING = out -> {};

    /** Writes a body. */
    @FunctionalInterface
    interface Body extends AutoCloseable {
        void to(OutputStream out) throws IOException;

        /** Writes it as gzip. */
        default void packedTo(OutputStream out) throws IOException {
            GZIPOutputStream gzip = new GZIPOutputStream(out);
            to(gzip);
            gzip.finish();
        }

        /** Lets go of what it is kept in, sent or not. */
        @Override
        default void close() {}
    }

    static Reply json(Object value) {
        return json(200, value);
    }

    static Reply json(int status, Object value) {
        return written(status, JSON, bytes(value));
    }

    /** No success; the value is a {@link Problem} or has its members. */
    static Reply problem(int status, Object problem) {
        return written(status, Problem.MEDIA_TYPE, bytes(problem));
    }

    static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer cannot be written as JSON", e);
        }
    }

    private static Reply written(int status, String contentType, byte[] body) {
        return new Reply(status, contentType, out -> out.write(body));
    }

    /** Text that is JSON already. */
    static Reply written(int status, String json) {
        return written(status, JSON, json.getBytes(StandardCharsets.UTF_8));
    }

    static Reply stream(String contentType, Body body) {
        return new Reply(200, contentType, body);
    }

    /** The same; does something more when it was sent, or could not be. */
    Reply andThen(Runnable end) {
        Body sent = body;
        return new Reply(status, contentType, new Body() {
            @Override
            public void to(OutputStream out) throws IOException {
                sent.to(out);
            }

            @Override
            public void packedTo(OutputStream out) throws IOException {
                sent.packedTo(out);
            }

            @Override
            public void close() {
                end.run();
                sent.close();
            }
        });
    }

    static Reply noContent() {
        return new Reply(204, "", NOTHING);
    }
}
