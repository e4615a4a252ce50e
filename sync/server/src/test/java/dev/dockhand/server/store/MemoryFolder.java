package dev.dockhand.server.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Folders for tests: in memory where the machine has much of it to spare. What a power cut takes is the simulation's to say, not the
 * disk's, and the disk's time is most of what a transaction takes.
 */
public final class MemoryFolder implements TempDirFactory {

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long MUCH = 8L << 30;

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) throws IOException {
        return create();
    }

    /** Makes one; who asks for it deletes it. */
    static Path create() throws IOException {
        return Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() >= MUCH
                ? Files.createTempDirectory(MEMORY, "dockhand-test")
                : Files.createTempDirectory("dockhand-test");
    }
}
