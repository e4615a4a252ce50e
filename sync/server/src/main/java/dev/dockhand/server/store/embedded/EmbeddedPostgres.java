package dev.dockhand.server.store.embedded;

import dev.dockhand.server.store.DatabaseAddress;
import dev.dockhand.server.store.OwnerOnly;
import dev.dockhand.server.store.PrivateFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL in a folder: made at the first start, used again at the next, told to force every commit to disk. It
 * listens on this machine only, and its passwords stand in files that only the owner may read. Databases belong to a role
 * without rights of its own; the superuser makes them and does nothing else. One that was left running by a killed server is stopped first. The caller sees to it that the folder is used by one server at a time.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final int PASSWORD_BYTES = 32;
    private static final int START_TRIES = 3;
    private static final int LONGEST_START_SECONDS = 90;

    private final Programs programs;
    private final Cluster cluster;
    private final Path passwordFile;
    private final String password;
    private final String ownersPassword;
    private final ReentrantLock lifecycle = new ReentrantLock();
    private int port;
    private boolean closed;

    private EmbeddedPostgres(
            Programs programs, Cluster cluster, Path passwordFile, String password, String ownersPassword) {
        this.programs = programs;
        this.cluster = cluster;
        this.passwordFile = passwordFile;
        this.password = password;
        this.ownersPassword = ownersPassword;
    }

    /**
     * Starts it, and waits until it takes connections.
     *
     * @param folder folder for its data; made when absent
     * @param programs folder for its programs; made when absent, may be shared
     * @param random source of the password; must be a cryptographic one
     * @throws IOException when it cannot start; says why and what to do
     */
    public static EmbeddedPostgres start(Path folder, Path programs, RandomGenerator random) throws IOException {
        long began = System.nanoTime();
        Path root = folder.toAbsolutePath();
        OwnerOnly.folder(root);
        OwnerOnly.folder(root.resolve("log"));
        Path passwordFile = root.resolve("postgres.password");
        String password = PrivateFile.read(passwordFile, () -> newPassword(random));
        String ownersPassword = PrivateFile.read(root.resolve("database.password"), () -> newPassword(random));
        Programs runner = Programs.of(
                Binaries.under(programs.toAbsolutePath()), root.resolve("log").resolve("postgres-start.log"));
        Cluster cluster = new Cluster(root.resolve("postgres"), root.resolve("log"));
        EmbeddedPostgres postgres = new EmbeddedPostgres(runner, cluster, passwordFile, password, ownersPassword);
        postgres.prepare();
        postgres.launch();
        postgres.ensureOwner();
        LOG.info(
                "PostgreSQL runs on port {} after {} ms, data in {}",
                postgres.port,
                Duration.ofNanos(System.nanoTime() - began).toMillis(),
                cluster.folder());
        return postgres;
    }

    private static String newPassword(RandomGenerator random) {
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private void prepare() throws IOException {
        if (!cluster.exists()) {
            make();
        }
        cluster.checkVersion();
        if (cluster.isRunning()) {
            LOG.warn("a PostgreSQL was left running by a server that was killed; it is stopped first");
            stop();
        }
        cluster.removeStalePidFile();
    }

    /** Made beside and renamed when complete, so that a half-made one is never used. */
    private void make() throws IOException {
        Path fresh = cluster.folder().resolveSibling("postgres.making");
        if (Files.exists(fresh)) {
            Binaries.delete(fresh);
        }
        programs.demand(
                "initdb",
                List.of(
                        "-D",
                        fresh.toString(),
                        "-U",
                        Superuser.NAME,
                        "-A",
                        "scram-sha-256",
                        "--pwfile=" + passwordFile,
                        "-E",
                        "UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8"));
        Files.move(fresh, cluster.folder(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void launch() throws IOException {
        for (int attempt = 1; ; attempt++) {
            port = freePort();
            cluster.configure(port);
            try {
                programs.demand(
                        "pg_ctl", control("start", "-l", cluster.startLog().toString()));
                return;
            } catch (IOException e) {
                if (attempt >= START_TRIES) {
                    throw new IOException(
                            "PostgreSQL in %s does not start; its own log is in %s"
                                    .formatted(
                                            cluster.folder(), cluster.startLog().getParent()),
                            e);
                }
                LOG.warn("PostgreSQL did not start on port {}: {}", port, e.getMessage());
            }
        }
    }

    private void ensureOwner() throws IOException {
        try {
            superuser().ensureOwner();
        } catch (SQLException e) {
            close();
            throw new IOException("the embedded PostgreSQL does not answer: " + e.getMessage(), e);
        }
    }

    private void startOnPort() throws IOException {
        cluster.configure(port);
        programs.demand("pg_ctl", control("start", "-l", cluster.startLog().toString()));
    }

    /**
     * Starts it again where it was when somebody killed it, for instance the system for want of memory. To be called now
     * and then.
     *
     * @throws IOException when it does not start; the next call tries again
     */
    public void revive() throws IOException {
        lifecycle.lock();
        try {
            if (!closed && !cluster.isRunning()) {
                LOG.error("PostgreSQL in {} was ended by somebody else; it is started again", cluster.folder());
                cluster.removeStalePidFile();
                startOnPort();
            }
        } finally {
            lifecycle.unlock();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private List<String> control(String action, String... more) {
        var arguments = new ArrayList<>(
                List.of("-D", cluster.folder().toString(), "-w", "-t", Integer.toString(LONGEST_START_SECONDS)));
        arguments.addAll(List.of(more));
        arguments.add(action);
        return arguments;
    }

    /** Address of one of its databases, as the role that owns it and nothing else. */
    public DatabaseAddress address(String database) {
        return superuser().addressOf(database);
    }

    /**
     * Makes a database unless it is there.
     *
     * @param database name of lower-case letters, digits and underscores
     */
    public void createDatabase(String database) throws SQLException {
        superuser().createDatabase(database);
    }

    /** Makes a database as a copy of another one that nobody is connected to. */
    public void copyDatabase(String from, String to) throws SQLException {
        superuser().copyDatabase(from, to);
    }

    /** Removes a database with everything in it, and whoever is connected to it. */
    public void dropDatabase(String database) throws SQLException {
        superuser().dropDatabase(database);
    }

    private Superuser superuser() {
        return new Superuser(port, password, ownersPassword);
    }

    private void stop() throws IOException {
        programs.demand("pg_ctl", control("stop", "-m", "fast"));
    }

    /** Stops it cleanly and waits for its end. */
    @Override
    public void close() {
        lifecycle.lock();
        try {
            closed = true;
            if (cluster.isRunning()) {
                stop();
            }
        } catch (IOException e) {
            LOG.error("PostgreSQL in {} did not stop; its next start repairs what is open", cluster.folder(), e);
        } finally {
            lifecycle.unlock();
        }
    }
}
