package dev.dockhand.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** What anybody may ask: whether the server lives, how busy it is, and what it can be asked. */
final class HealthRoutes {

    private HealthRoutes() {}

    static List<Route> of(Readiness readiness, Meters meters) {
        return List.of(
                Route.get("/health/live", Access.ANYBODY, call -> readiness.live()),
                Route.get("/health/ready", Access.ANYBODY, call -> readiness.ready()),
                Route.get("/metrics", Access.ANYBODY, call -> meters.reply()),
                Route.get("/openapi.json", Access.ANYBODY, call -> document()));
    }

    private static Reply document() throws IOException {
        try (InputStream in = HealthRoutes.class.getResourceAsStream("openapi.json")) {
            if (in == null) {
                throw new IOException("openapi.json is not packed with the server");
            }
            byte[] bytes = in.readAllBytes();
            return Reply.stream(Reply.JSON, out -> out.write(bytes));
        }
    }
}
