package dev.dockhand.app.proof;

import dev.dockhand.app.demo.Administrator;
import dev.dockhand.server.command.ServerMain;
import dev.dockhand.server.store.DatabaseAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The product's server in a process of its own with the PostgreSQL that it keeps, always on the same port: it can be killed and
 * stopped, its PostgreSQL killed, and its disk filled.
 */
final class ServerBox implements AutoCloseable {

    /** Starts it where the machine's processors are free, as if it were another machine, which it is on a floor. */
    static final List<String> ELSEWHERE = List.of("chrt", "--idle", "0");

    private static final int START_SECONDS = 180;
    private static final int STARTS = 5;
    private static final Pattern PORT = Pattern.compile("(?m)^port = (\\d+)");
    private static final List<String> TABLES = List.of("event", "movement", "feed", "orders", "heartbeat");

    private final Path data;
    private final int port;
    private final List<String> wrapper;
    private final List<String> options;
    private final Tables tables = new Tables(this::database);
    private Process process;
    private int failedStarts;

    private ServerBox(Path data, int port, List<String> wrapper, List<String> options) throws InterruptedException {
        this.data = data;
        this.port = port;
        this.wrapper = wrapper;
        this.options = options;
        this.process = launched();
    }

    /** Starts one, and waits until it is ready. */
    static ServerBox open(Path data) throws IOException, InterruptedException {
        return open(data, List.of(), List.of());
    }

    /**
     * The same.
     *
     * @param wrapper command that starts it, such as {@link #ELSEWHERE}
     * @param options more options of its JVM
     */
    static ServerBox open(Path data, List<String> wrapper, List<String> options)
            throws IOException, InterruptedException {
        return new ServerBox(data, freePort(), wrapper, options);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Process launched() throws InterruptedException {
        for (int start = 1; ; start++) {
            try {
                Process started = launch();
                if (isReady(started)) {
                    return started;
                }
                Jvm.kill(started);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            failedStarts++;
            if (start == STARTS) {
                throw new AssertionError("the server does not start; what it said is in " + errors());
            }
        }
    }

    private Process launch() throws IOException {
        List<String> jvm = new ArrayList<>(List.of("-XX:+UseSerialGC", "-Xmx512m", "-XX:+ExitOnOutOfMemoryError"));
        jvm.addAll(options);
        ProcessBuilder builder = Jvm.of(
                jvm,
                List.of(
                        ServerMain.class.getName(),
                        "run",
                        "--data",
                        data.toString(),
                        "--port",
                        Integer.toString(port),
                        "--json"));
        builder.command().addAll(0, wrapper);
        return builder.redirectError(ProcessBuilder.Redirect.appendTo(errors().toFile()))
                .start();
    }

    private Path errors() {
        return data.resolveSibling("server-errors.txt");
    }

    private static boolean isReady(Process started) throws InterruptedException {
        CompletableFuture<Boolean> ready = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> listen(started, ready));
        try {
            return ready.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private static void listen(Process started, CompletableFuture<Boolean> ready) {
        try (BufferedReader lines = started.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains("\"ready\":true")) {
                    ready.complete(true);
                }
            }
        } catch (IOException e) {
            // It was killed.
            ready.complete(false);
        }
        ready.complete(false);
    }

    int port() {
        return port;
    }

    Tables tables() {
        return tables;
    }

    Process process() {
        return process;
    }

    /** How many starts did not lead to a server, because something was killed meanwhile. */
    int failedStarts() {
        return failedStarts;
    }

    /** Somebody in the office. */
    Administrator office() throws IOException {
        return new Administrator(URI.create("http://127.0.0.1:" + port), data.resolve("admin.key"));
    }

    private DatabaseAddress database() {
        try {
            Matcher matcher = PORT.matcher(Files.readString(data.resolve("postgres/dockhand.conf")));
            if (!matcher.find()) {
                throw new IllegalStateException("no port");
            }
            return new DatabaseAddress(
                    "jdbc:postgresql://127.0.0.1:%s/dockhand?connectTimeout=5".formatted(matcher.group(1)),
                    "dockhand",
                    Files.readString(data.resolve("database.password")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A supervisor breaks the lease on some work; says whether the server did it. */
    boolean breakLease(String task) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            String key = Files.readString(data.resolve("admin.key")).strip();
            HttpRequest request = HttpRequest.newBuilder(URI.create(
                            "http://127.0.0.1:%d/v1/admin/leases/%s/break".formatted(port, task.replace("/", "%2F"))))
                    .timeout(Duration.ofSeconds(5))
                    .header("Authorization", "Bearer admin." + key)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"by\":\"supervisor\"}"))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        }
    }

    /** Kills the server; its PostgreSQL is left running, as the system leaves it. */
    void kill() throws InterruptedException {
        Jvm.kill(process);
    }

    /** Starts it again on what was left, and waits until it is ready. */
    void restart() throws InterruptedException {
        process = launched();
    }

    void killPostgres() {
        try {
            String pid = Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                    .getFirst()
                    .strip();
            ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
        } catch (IOException e) {
            // The server has just been killed too: there is none.
            return;
        }
    }

    /** From now on the database has no room, as when its disk is full. */
    void fill() throws SQLException {
        StringBuilder script = new StringBuilder("""
            SET lock_timeout = '5s';
            CREATE OR REPLACE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS
            'BEGIN RAISE EXCEPTION USING ERRCODE = ''53100'', MESSAGE = ''could not extend file''; END';
            """);
        for (String table : TABLES) {
            script.append("CREATE OR REPLACE TRIGGER no_room BEFORE INSERT ON ")
                    .append(table)
                    .append(" FOR EACH ROW EXECUTE FUNCTION no_room();\n");
        }
        tables.execute(script.toString());
    }

    /** There is room again. */
    void free() throws SQLException {
        tables.execute("DROP FUNCTION IF EXISTS no_room CASCADE");
    }

    /** Stops the server as IT stops it. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(START_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
