package dev.dockhand.server.http;

import dev.dockhand.model.protocol.Protocol;
import dev.dockhand.server.access.Caller;
import dev.dockhand.server.access.Callers;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Where every request comes in: leads it to its route, checks version and key, answers, and turns errors into answers. */
final class Door implements Handler {

    private static final Logger LOG = LoggerFactory.getLogger(Door.class);

    private final Errors errors;
    private final Connections connections;
    private final Meters meters;
    private volatile List<Route> routes;
    private volatile @Nullable Opened opened;

    Door(Errors errors, Connections connections, Meters meters, List<Route> whileStarting) {
        this.errors = errors;
        this.connections = connections;
        this.meters = meters;
        this.routes = List.copyOf(whileStarting);
    }

    /** What tells who asks and what it may be about, once the database is there. */
    private record Opened(Callers callers, Reach reach) {}

    /** Opens more routes. */
    void open(List<Route> more, Callers callers, Reach reach) {
        opened = new Opened(callers, reach);
        routes = Stream.concat(routes.stream(), more.stream()).toList();
    }

    List<Route> routes() {
        return routes;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        String method = request.prologue().method().text();
        List<Route> here = routes.stream()
                .filter(route -> route.leadsFrom(request.path().rawPath()))
                .toList();
        Route found = here.stream()
                .filter(route -> route.method().equals(method))
                .findFirst()
                .orElseGet(() -> nowhere(here.isEmpty()));
        answer(found, request, response);
    }

    private Route nowhere(boolean noPath) {
        return new Route("?", "?", Access.ANYBODY, call -> {
            if (opened == null) {
                throw new HttpError(503, "STARTING", "the server is starting; try again");
            }
            throw noPath
                    ? HttpError.notFound("there is no such path; see /openapi.json")
                    : new HttpError(405, "METHOD_NOT_ALLOWED", "this path has other methods; see /openapi.json");
        });
    }

    private void answer(Route route, ServerRequest request, ServerResponse response) {
        Connection connection = connections.of(request.remotePeer().address());
        connection.working();
        long start = System.nanoTime();
        String path = request.path().rawPath();
        Level news = Level.INFO;
        Reply reply;
        try {
            reply = route.access().lane().call(() -> route.endpoint().answer(call(request, connection, route)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            reply = errors.reply(route, path, new HttpError(503, "STOPPING", "the server stops; try again"));
        } catch (Exception e) {
            reply = errors.reply(route, path, e);
            if (e instanceof CallerGoneException) {
                // Told of in a line already.
                news = Level.DEBUG;
            }
        }
        connection.writesAnswer();
        if (request.headers().contains(HeaderValues.CONNECTION_CLOSE)) {
            // Helidon says so and leaves it to the caller. Only now: the last bytes are written behind this method.
            response.whenSent(connection::close);
        }
        try (Reply.Body body = reply.body()) {
            response.status(Status.create(reply.status()));
            if (reply.status() == 503) {
                response.header("Retry-After", "2");
            }
            send(request, response, reply.contentType(), body, connection);
            connection.answered();
        } catch (CallerGoneException e) {
            LOG.atLevel(news).log("{}: the caller left before the end of its answer", route);
            connection.close();
        } catch (IOException | RuntimeException e) {
            // Closed, since a chunked answer that ends here would look complete.
            LOG.error("{}: an answer could not be written to its end", route, e);
            connection.close();
        } finally {
            meters.answered(route, reply.status(), System.nanoTime() - start);
        }
    }

    private Call call(ServerRequest request, Connection connection, Route route) {
        Access access = route.access();
        checkVersion(request, access);
        Opened open = opened;
        if (!access.needsKey() || open == null) {
            return new Call(request, connection, route, new Caller.Nobody(), null);
        }
        Caller caller = request.headers()
                .value(HeaderNames.AUTHORIZATION)
                .flatMap(open.callers()::of)
                .orElseThrow(() -> new HttpError(401, "KEY_INVALID", "the key is missing or not known"));
        if (!access.allows(caller)) {
            throw new HttpError(403, "NOT_ALLOWED", "this key does not open this path");
        }
        return new Call(request, connection, route, caller, open.reach());
    }

    private static void checkVersion(ServerRequest request, Access access) {
        Optional<String> version = request.headers().value(HeaderNames.create(Protocol.VERSION_HEADER));
        boolean right = version.map(Protocol::isSpoken).orElse(!access.needsVersion());
        if (!right) {
            throw new HttpError(
                    426,
                    "PROTOCOL_UNSUPPORTED",
                    "this server speaks the protocol's versions %d and %d; the station has %s"
                            .formatted(
                                    Protocol.OLDEST,
                                    Protocol.VERSION,
                                    version.filter(text -> text.matches("[0-9]{1,9}"))
                                            .orElse("none")));
        }
    }

    private static void send(
            ServerRequest request, ServerResponse response, String contentType, Reply.Body body, Connection connection)
            throws IOException {
        response.header("Cache-Control", "no-store");
        response.header("X-Content-Type-Options", "nosniff");
        if (contentType.isEmpty()) {
            response.send();
            return;
        }
        response.header("Content-Type", contentType);
        boolean gzip = request.headers()
                .value(HeaderNames.ACCEPT_ENCODING)
                .filter(accepted -> accepted.contains("gzip"))
                .isPresent();
        if (gzip) {
            response.header("Content-Encoding", "gzip");
        }
        OutputStream out = new BufferedOutputStream(Wire.out(response.outputStream(), connection));
        if (gzip) {
            body.packedTo(out);
        } else {
            body.to(out);
        }
        out.close();
    }
}
