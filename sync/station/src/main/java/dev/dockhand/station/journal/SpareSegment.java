package dev.dockhand.station.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one file of zeros ready, so that the next segment costs the operator nothing. */
final class SpareSegment {

    private static final Logger LOG = LoggerFactory.getLogger(SpareSegment.class);
    private static final int CHUNK = 1 << 20;
    private static final long PATIENCE_SECONDS = 5;

    private final Disk disk;
    private final Path folder;
    private final int bytes;
    private final Executor background;
    private @Nullable CompletableFuture<Path> ready;
    private int made;

    SpareSegment(Disk disk, Path folder, int bytes, Executor background) {
        this.disk = disk;
        this.folder = folder;
        this.bytes = bytes;
        this.background = background;
    }

    /** Starts to make the next file, unless there is one. */
    void prepare() {
        if (ready == null) {
            Path path = folder.resolve("spare-%d.tmp".formatted(made++));
            CompletableFuture<Path> future = new CompletableFuture<>();
            ready = future;
            background.execute(() -> {
                try {
                    future.complete(make(path));
                } catch (IOException | RuntimeException e) {
                    LOG.warn("the next journal file could not be prepared: {}", e.toString());
                    future.completeExceptionally(e);
                }
            });
        }
    }

    /** The prepared file, or one that is made now. */
    Path take() throws IOException {
        CompletableFuture<Path> prepared = ready;
        ready = null;
        if (prepared != null) {
            boolean interrupted = Thread.interrupted();
            try {
                return prepared.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                LOG.debug("no prepared journal file: {}", e.toString());
            } catch (InterruptedException e) {
                interrupted = true;
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
        return make(folder.resolve("spare-%d.tmp".formatted(made++)));
    }

    private Path make(Path path) throws IOException {
        try {
            try (Disk.File file = disk.open(path)) {
                ByteBuffer zeros = ByteBuffer.allocate(Math.min(CHUNK, bytes));
                for (long at = 0; at < bytes; at += zeros.capacity()) {
                    file.write(zeros.clear().limit((int) Math.min(zeros.capacity(), bytes - at)), at);
                }
                file.force();
            }
            return path;
        } catch (IOException e) {
            disk.delete(path);
            throw e;
        }
    }

    /** Removes what an earlier run prepared and did not use. */
    void clearOld() throws IOException {
        for (Path path : disk.list(folder)) {
            if (path.toString().endsWith(".tmp") || path.toString().endsWith(".new")) {
                disk.delete(path);
            }
        }
    }
}
