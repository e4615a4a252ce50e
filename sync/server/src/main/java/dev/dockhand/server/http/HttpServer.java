package dev.dockhand.server.http;

import dev.dockhand.server.access.Callers;
import dev.dockhand.server.access.Secrets;
import dev.dockhand.server.store.Database;
import io.helidon.http.DirectHandler;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http1.Http1Config;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The listening socket. It answers at once whether the server lives, and everything else when the rest is ready. */
public final class HttpServer implements AutoCloseable {

    private static final int LONGEST_HEADERS = 16 * 1024;
    private static final long LARGEST_BODY = 51L * 1024 * 1024;
    private static final Duration GRACE = Duration.ofSeconds(5);

    /**
     * Warns of every caller that leaves within its headers, with a trace, and of nothing else: what fails later is told of by
     * {@link Door}. Held, because the JDK forgets levels otherwise.
     */
    private static final Logger CONNECTION = Logger.getLogger("io.helidon.webserver.http1.Http1Connection");

    private final Readiness readiness = new Readiness();
    private final Connections connections;
    private final Door door;
    private final WebServer server;

    private HttpServer(String host, int port, Secrets secrets, Limits limits, Meters meters) {
        this.connections = new Connections(limits);
        Errors errors = new Errors(secrets);
        this.door = new Door(errors, connections, meters, HealthRoutes.of(readiness, meters));
        this.server = WebServer.builder()
                .host(host)
                .port(port)
                .shutdownHook(false)
                .shutdownGracePeriod(GRACE)
                .maxPayloadSize(LARGEST_BODY)
                .directHandlers(everywhere(errors))
                .contentEncoding(encoding ->
                        encoding.contentEncodingsDiscoverServices(false).addContentEncoding(new LeftPacked()))
                // Helidon's own limit of connections stops accepting, so that whoever holds them keeps everybody out,
                // and
                // its read timeout counts for no socket that it reads through a channel.
                .connectionOptions(new Reception(connections))
                .addProtocol(
                        Http1Config.builder().maxHeadersSize(LONGEST_HEADERS).build())
                .routing(routing -> routing.any(door))
                .build();
    }

    private static DirectHandlers everywhere(DirectHandler errors) {
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        for (DirectHandler.EventType kind : DirectHandler.EventType.values()) {
            handlers.addHandler(kind, errors);
        }
        return handlers.build();
    }

    /**
     * Starts to listen.
     *
     * @param host address to listen on
     * @param port port; 0 for any free one
     * @param secrets makes support codes
     * @param limits what a connection may take
     * @param meters what is counted and timed
     * @throws IOException when the port is taken or not allowed
     */
    public static HttpServer listen(String host, int port, Secrets secrets, Limits limits, Meters meters)
            throws IOException {
        HttpServer http = new HttpServer(host, port, secrets, limits, meters);
        CONNECTION.setLevel(Level.SEVERE);
        Logger loud = Logger.getLogger("io.helidon.webserver.LoomServer");
        Level level = loud.getLevel();
        // It would print a stack trace beside what is said here in a line.
        loud.setLevel(Level.OFF);
        try {
            http.server.start();
        } finally {
            loud.setLevel(level);
        }
        if (!http.server.isRunning()) {
            throw new IOException(
                    "cannot listen on port %d of %s: it is taken, or not allowed, or no address of this machine"
                            .formatted(port, host));
        }
        http.connections.start();
        return http;
    }

    /** Opens all routes: the database is ready. */
    public void open(Database database, Callers callers, Api api) {
        door.open(api.routes(), callers, new Reach(api.warehouses()));
        new Levels(database, api.warehouses()).bindTo(api.meters().registry());
        readiness.started(database, api.time());
    }

    /** The port that it listens on. */
    public int port() {
        return server.port();
    }

    /** From now on readiness fails; everything else still works. */
    public void announceStop() {
        readiness.stopping();
    }

    /** Lets running requests end, at most five seconds, and stops listening. */
    @Override
    public void close() {
        announceStop();
        if (server.isRunning()) {
            server.stop();
        }
        connections.close();
    }

    /** Method and path of every open route. */
    public List<String> routes() {
        return door.routes().stream().map(Route::toString).toList();
    }
}
