package dev.dockhand.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process that an earlier run started and, because it was killed, could not stop. It is known by its number and the
 * moment of its start together, so that nobody else's process is ever taken for it.
 */
final class LeftOver {

    private static final Logger LOG = LoggerFactory.getLogger(LeftOver.class);

    private final Path file;

    /** Keeps number and moment in this file. */
    LeftOver(Path file) {
        this.file = file;
    }

    /** Writes down that this process was started. */
    void note(ProcessHandle process) throws IOException {
        Optional<Instant> started = process.info().startInstant();
        if (started.isPresent()) {
            Files.writeString(file, process.pid() + " " + started.get());
        }
    }

    /** Ends the process of the earlier run, if it still runs, and waits for that. */
    void end(Duration patience) throws IOException, InterruptedException {
        if (!Files.exists(file)) {
            return;
        }
        String[] words = Files.readString(file).strip().split(" ");
        Files.delete(file);
        if (words.length == 2 && words[0].matches("[0-9]{1,18}")) {
            Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(handle ->
                            handle.info().startInstant().map(Instant::toString).equals(Optional.of(words[1])));
            if (process.isPresent()) {
                LOG.info("the server of an earlier demo is stopped first");
                end(process.get(), patience);
            }
        }
    }

    private static void end(ProcessHandle process, Duration patience) throws InterruptedException {
        process.destroy();
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
        } catch (ExecutionException e) {
            LOG.warn("it is not known whether the earlier server has ended", e);
        }
    }
}
