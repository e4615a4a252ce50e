package dev.dockhand.station.link;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request and its answer: all that the link knows of the network, so that a test can lose and garble both. */
public interface Exchange extends AutoCloseable {

    /**
     * Sends a request and waits for the whole answer.
     *
     * @throws IOException when none came in time, or none that ends within the bound; the server may have acted on it
     */
    Answer send(Request request) throws IOException, InterruptedException;

    @Override
    default void close() {}

    /**
     * A request.
     *
     * @param method GET or POST
     * @param path path and query, from the slash on
     * @param headers headers
     * @param body bytes, none for none
     * @param limit how long the whole exchange may take
     * @param mostBytes how long the answer's body may be
     * @param into file that takes the body of a 200, absent to have it in the answer
     */
    record Request(
            String method,
            String path,
            Map<String, String> headers,
            byte[] body,
            Duration limit,
            long mostBytes,
            @Nullable Path into) {

        /** Leaves the key out. */
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /**
     * An answer.
     *
     * @param status status
     * @param headers headers, names in lower case
     * @param body bytes as sent, none when they went to a file
     */
    record Answer(int status, Map<String, String> headers, byte[] body) {

        /** A header, empty when there is none. */
        public String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }
}
