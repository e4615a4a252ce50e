package dev.dockhand.server;

import dev.dockhand.model.site.Warehouse;
import dev.dockhand.server.access.Access;
import dev.dockhand.server.access.Secrets;
import dev.dockhand.server.http.HttpServer;
import dev.dockhand.server.http.Meters;
import dev.dockhand.server.http.Spool;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.DatabaseAddress;
import dev.dockhand.server.store.Site;
import dev.dockhand.server.store.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.statement.SqlLogger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running server: one data folder, one port, any number of companies and warehouses. */
public final class Server implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final String DATABASE_NAME = "dockhand";
    private static final Site FIRST = Site.of("demo", "W1");
    private static final Duration WATCH = Duration.ofSeconds(5);

    private final ServerSettings settings;
    private List<String> routes = List.of();
    private final SecureRandom random = new SecureRandom();
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private int port;

    private Server(ServerSettings settings) {
        this.settings = settings;
    }

    /**
     * Starts a server, and returns when it is ready.
     *
     * @throws IOException when it cannot start; says why and what to do. Nothing is left running then
     */
    public static Server start(ServerSettings settings) throws IOException {
        Server server = new Server(settings);
        try {
            server.open();
            return server;
        } catch (IOException | RuntimeException e) {
            server.stop();
            throw e;
        }
    }

    private void open() throws IOException {
        DataFolder folder = keep(DataFolder.open(settings.data()));
        Secrets secrets = new Secrets(random);
        Meters meters = keep(new Meters());
        HttpServer http = keep(HttpServer.listen(settings.bind(), settings.port(), secrets, settings.limits(), meters));
        port = http.port();
        Database database = openDatabase(meters);
        Spool spool = Spool.in(DataFolder.spool(settings.data()));
        Rooms rooms = new Rooms(database, settings, version(), random, secrets, spool, meters);
        rooms.access().keys().ensureHost(adminKeyFile());
        ensureFirst(rooms.access());
        rooms.startJobs(url()).forEach(parts::push);
        // Pushed again so that it is closed first: requests end before what they need.
        parts.push(http);
        parts.push(() -> drain(http, rooms));
        http.open(database, rooms.access().callers(), rooms.api());
        routes = http.routes();
        folder.noteAddress(url());
        LOG.info("ready on {}, version {}", url(), version());
    }

    private void ensureFirst(Access access) {
        Site named = settings.site();
        if (named == null && !access.companies().list().isEmpty()) {
            return;
        }
        Site site = named == null ? FIRST : named;
        access.companies().ensure(site.company());
        if (access.warehouses().find(site).isEmpty()) {
            access.warehouses().put(site.company(), Warehouse.usual(site.warehouse(), settings.zone()));
        }
    }

    private void drain(HttpServer http, Rooms rooms) {
        http.announceStop();
        LockSupport.parkNanos(settings.drain().toNanos());
        rooms.stopWaiting();
    }

    private Database openDatabase(Meters meters) throws IOException {
        DatabaseAddress external = settings.database();
        DatabaseAddress address = external == null ? embedded(meters) : external;
        try {
            return keep(Database.open(address, random, SqlLogger.NOP_SQL_LOGGER, meters.registry()));
        } catch (RuntimeException e) {
            throw new IOException("the database of %s cannot be opened: %s".formatted(address, e.getMessage()), e);
        }
    }

    private DatabaseAddress embedded(Meters meters) throws IOException {
        EmbeddedPostgres postgres = keep(EmbeddedPostgres.start(settings.data(), settings.programs(), random));
        try {
            postgres.createDatabase(DATABASE_NAME);
        } catch (SQLException e) {
            throw new IOException("the embedded PostgreSQL does not answer: " + e.getMessage(), e);
        }
        ScheduledExecutorService watch = keep(Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("postgres").factory()));
        Runnable look = meters.timed("postgres", () -> revive(postgres));
        watch.scheduleWithFixedDelay(look, 0, WATCH.toSeconds(), TimeUnit.SECONDS);
        return postgres.address(DATABASE_NAME);
    }

    private static void revive(EmbeddedPostgres postgres) {
        try {
            postgres.revive();
        } catch (IOException | RuntimeException e) {
            LOG.error("PostgreSQL could not be started again; it is tried again in {} s", WATCH.toSeconds(), e);
        }
    }

    private <T extends AutoCloseable> T keep(T part) {
        parts.push(part);
        return part;
    }

    /** Version of this build; {@code unpacked} where it does not run from its jar. */
    public static String version() {
        String version = Server.class.getPackage().getImplementationVersion();
        return version == null ? "unpacked" : version;
    }

    /** The port that it listens on. */
    public int port() {
        return port;
    }

    /** Method and path of everything that it can be asked. */
    List<String> routes() {
        return routes;
    }

    /** Where this machine reaches it. */
    public String url() {
        boolean everywhere =
                settings.bind().equals("0.0.0.0") || settings.bind().equals("::");
        return "http://%s:%d".formatted(everywhere ? "127.0.0.1" : settings.bind(), port);
    }

    /** The file with the administrator's key; sent as {@code Authorization: Bearer admin.<key>}. */
    public Path adminKeyFile() {
        return DataFolder.adminKey(settings.data());
    }

    /** The administrator's key. */
    public String adminKey() throws IOException {
        return Files.readString(adminKeyFile(), StandardCharsets.UTF_8).strip();
    }

    /** Lets running requests end, stops the database, and frees the folder. May be called again. */
    public void stop() {
        if (!stopped.compareAndSet(false, true)) {
            return;
        }
        while (!parts.isEmpty()) {
            close(parts.pop());
        }
        LOG.info("stopped");
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.error("{} did not stop cleanly", part.getClass().getSimpleName(), e);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
