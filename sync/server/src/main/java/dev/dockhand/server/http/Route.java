package dev.dockhand.server.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A door of the server.
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

    /** The parameters of a path, given as its decoded segments, when it is one of this route. */
    Optional<Map<String, String>> match(List<String> segments) {
        List<String> pattern = List.of(path.substring(1).split("/"));
        if (pattern.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < pattern.size(); i++) {
            String wanted = pattern.get(i);
            if (wanted.startsWith("{")) {
                parameters.put(wanted.substring(1, wanted.length() - 1), segments.get(i));
            } else if (!wanted.equals(segments.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }
}
