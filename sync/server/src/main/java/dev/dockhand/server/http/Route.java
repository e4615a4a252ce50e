package dev.dockhand.server.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A door of the server. Its path is matched as it was sent, segment by segment: Helidon's own patterns see it decoded, where an
 * order {@code O%2F1} is two segments; and they are fixed before the database is open, which the doors behind it need.
 *
 * @param method HTTP method
 * @param path path with parameters in braces, for instance {@code /v1/leases/{task}/return}
 * @param access who may use it
 * @param endpoint what answers
 */
record Route(String method, String path, Access access, Endpoint endpoint) {

    static Route get(String path, Access access, Endpoint endpoint) {
        return new Route("GET", path, access, endpoint);
    }

    static Route post(String path, Access access, Endpoint endpoint) {
        return new Route("POST", path, access, endpoint);
    }

    static Route put(String path, Access access, Endpoint endpoint) {
        return new Route("PUT", path, access, endpoint);
    }

    /** Whether a path as it was sent is one of this route. */
    boolean leadsFrom(String rawPath) {
        List<String> pattern = segments(path);
        List<String> asked = segments(rawPath);
        return pattern.size() == asked.size()
                && IntStream.range(0, pattern.size())
                        .allMatch(i ->
                                pattern.get(i).startsWith("{") || pattern.get(i).equals(asked.get(i)));
    }

    /** A parameter of a path as it was sent, decoded. */
    String parameter(String name, String rawPath) {
        String segment = segments(rawPath).get(segments(path).indexOf("{" + name + "}"));
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** For the log. */
    @Override
    public String toString() {
        return method + " " + path;
    }

    private static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }
}
