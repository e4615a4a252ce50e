package dev.dockhand.server.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All doors of the server. */
final class Routes {

    private final List<Route> routes;

    Routes(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    /**
     * A route and the parameters of a path.
     *
     * @param route route
     * @param parameters decoded values by name
     */
    record Match(Route route, Map<String, String> parameters) {}

    List<Route> all() {
        return routes;
    }

    /** The route for a request; 404 or 405 where there is none. */
    Match find(String method, String rawPath) {
        List<String> segments = segments(rawPath);
        boolean pathKnown = false;
        for (Route route : routes) {
            Optional<Map<String, String>> parameters = route.match(segments);
            if (parameters.isPresent() && route.method().equals(method)) {
                return new Match(route, parameters.get());
            }
            pathKnown |= parameters.isPresent();
        }
        if (pathKnown) {
            throw new HttpError(405, "METHOD_NOT_ALLOWED", "this path has no method " + method);
        }
        throw HttpError.notFound("there is no such path; see /openapi.json");
    }

    private static List<String> segments(String rawPath) {
        List<String> segments = new ArrayList<>();
        for (String part : rawPath.substring(1).split("/", -1)) {
            try {
                segments.add(URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                throw HttpError.badRequest("BAD_PATH", "the path is not properly percent-encoded");
            }
        }
        return segments;
    }
}
