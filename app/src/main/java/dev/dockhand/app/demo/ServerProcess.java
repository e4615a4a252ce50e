package dev.dockhand.app.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.dockhand.model.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The central server as a process of its own, started by its launcher. It is stopped when this is closed, and when this
 * program ends without having been able to.
 */
public final class ServerProcess implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final Process process;
    private final URI url;
    private final Path adminKeyFile;
    private final Thread lastResort;

    private ServerProcess(Process process, Ready ready) {
        this.process = process;
        this.url = ready.url();
        this.adminKeyFile = ready.adminKeyFile();
        this.lastResort = new Thread(this::end, "stop the server");
        Runtime.getRuntime().addShutdownHook(lastResort);
    }

    /** What the server says when it is ready. */
    private record Ready(URI url, Path adminKeyFile) {}

    /**
     * Starts a server on a free port of the loopback address and waits until it is ready.
     *
     * @param launcher {@code bin/dockhand-server} of its runnable folder
     * @param data where it keeps everything
     * @param patience how long it may take
     * @throws IOException when it does not start; what it said is in {@code server.out} beside its data
     */
    public static ServerProcess start(Path launcher, Path data, Duration patience)
            throws IOException, InterruptedException {
        Path program = forThisSystem(launcher);
        if (!Files.isExecutable(program)) {
            throw new IOException("there is no server at " + program + "; build it first: mvn package");
        }
        Files.createDirectories(data);
        Path said = data.resolveSibling(data.getFileName() + ".out");
        LeftOver leftOver = new LeftOver(data.resolveSibling(data.getFileName() + ".pid"));
        leftOver.end(GRACE);
        ProcessBuilder builder =
                new ProcessBuilder(program.toString(), "run", "--data", data.toString(), "--port", "0", "--json");
        // The Java that runs this runs the server too, wherever it was found.
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.redirectError(said.toFile()).start();
        leftOver.note(process.toHandle());
        try {
            CompletableFuture<Ready> ready = new CompletableFuture<>();
            Thread.ofVirtual().name("what the server says").start(() -> listen(process, ready));
            return new ServerProcess(process, ready.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException e) {
            process.destroy();
            throw new IOException("the server did not start; what it said is in " + said, e);
        } catch (InterruptedException e) {
            process.destroy();
            throw e;
        }
    }

    private static Path forThisSystem(Path launcher) {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        return windows ? launcher.resolveSibling(launcher.getFileName() + ".cmd") : launcher;
    }

    private static void listen(Process process, CompletableFuture<Ready> ready) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                LOG.debug("server: {}", line);
                if (line.startsWith("{")) {
                    read(line, ready);
                }
            }
        } catch (IOException e) {
            LOG.debug("the server says no more: {}", e.getMessage());
        }
        ready.completeExceptionally(new IOException("it ended before it was ready"));
    }

    private static void read(String line, CompletableFuture<Ready> ready) {
        try {
            JsonNode node = Json.mapper().readTree(line);
            if (node.path("ready").asBoolean()) {
                ready.complete(new Ready(
                        URI.create(node.path("url").asText()),
                        Path.of(node.path("adminKeyFile").asText())));
            }
        } catch (JsonProcessingException e) {
            LOG.debug("not the ready line: {}", e.getMessage());
        }
    }

    /** Where it answers. */
    public URI url() {
        return url;
    }

    /** Where the administrator's key is. */
    public Path adminKeyFile() {
        return adminKeyFile;
    }

    private void end() {
        process.destroy();
        try {
            if (!process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Stops the server and waits until it has ended. */
    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(lastResort);
        } catch (IllegalStateException e) {
            LOG.debug("the program is ending already");
        }
    }
}
