package dev.dockhand.server.store.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The data folder of one PostgreSQL: its settings, its version, and whether something runs on it. */
final class Cluster {

    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);

    /** Major version of the packed programs. Data of another one must be carried over by dump and restore. */
    private static final String MAJOR = "18";

    private static final String OWN_SETTINGS = "dockhand.conf";

    private final Path folder;
    private final Path logs;

    Cluster(Path folder, Path logs) {
        this.folder = folder;
        this.logs = logs;
    }

    Path folder() {
        return folder;
    }

    /** What it prints before its own log is open. */
    Path startLog() {
        return logs.resolve("postgres-console.log");
    }

    boolean exists() {
        return Files.exists(folder.resolve("PG_VERSION"));
    }

    void checkVersion() throws IOException {
        String version = Files.readString(folder.resolve("PG_VERSION")).strip();
        if (!version.equals(MAJOR)) {
            throw new IOException(
                    "the data in %s was written by PostgreSQL %s, this server brings %s: nothing was touched; carry it over by pg_dump, or start the server version that made it"
                            .formatted(folder, version, MAJOR));
        }
    }

    /** Whether a PostgreSQL runs on this folder. A number in the pid file that now belongs to another program does not count. */
    boolean isRunning() throws IOException {
        return pid().flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .filter(Cluster::isPostgres)
                .isPresent();
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .orElse(false);
    }

    /** To be called when nothing runs: PostgreSQL would not start while another program has the pid by chance. */
    void removeStalePidFile() throws IOException {
        if (Files.deleteIfExists(pidFile())) {
            LOG.warn("PostgreSQL was not stopped cleanly; it repairs itself from its log now");
        }
    }

    private Optional<Long> pid() throws IOException {
        if (!Files.exists(pidFile())) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile());
        try {
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Long.parseLong(lines.getFirst().strip()));
        } catch (NumberFormatException e) {
            LOG.warn("the pid file of PostgreSQL holds no number; it is taken as stale", e);
            return Optional.empty();
        }
    }

    private Path pidFile() {
        return folder.resolve("postmaster.pid");
    }

    /** Writes our settings, and sees to it that they are read. */
    void configure(int port) throws IOException {
        Files.writeString(folder.resolve(OWN_SETTINGS), settings(port), StandardCharsets.UTF_8);
        Path main = folder.resolve("postgresql.conf");
        String include = "include '" + OWN_SETTINGS + "'";
        if (!Files.readString(main, StandardCharsets.UTF_8).contains(include)) {
            Files.writeString(main, "\n" + include + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        }
    }

    /** Durable, local, and quiet about the contents of rows: a log must not hold a recipient. */
    private String settings(int port) {
        return """
            # Written by dockhand-server at every start; put your own settings into postgresql.auto.conf.
            listen_addresses = '127.0.0.1'
            port = %d
            unix_socket_directories = ''
            max_connections = 60
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            shared_buffers = 128MB
            max_wal_size = 1GB
            timezone = 'UTC'
            log_timezone = 'UTC'
            logging_collector = on
            log_directory = '%s'
            log_filename = 'postgres-%%a.log'
            log_rotation_age = 1d
            log_truncate_on_rotation = on
            log_error_verbosity = terse
            log_min_error_statement = panic
            """.formatted(port, logs.toString().replace("\\", "/").replace("'", "''"));
    }
}
