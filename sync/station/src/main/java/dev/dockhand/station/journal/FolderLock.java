package dev.dockhand.station.journal;

import dev.dockhand.station.MemoryException;
import dev.dockhand.station.MemoryException.Reason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps a second copy of the station out of the folder. The operating system lets go of it when the process dies. */
public final class FolderLock implements AutoCloseable {

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws MemoryException IN_USE when somebody else has it
     */
    public static FolderLock take(Path folder) throws MemoryException {
        FileChannel channel = null;
        try {
            Files.createDirectories(folder);
            channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new FolderLock(channel);
            }
            channel.close();
            throw inUse(folder, null);
        } catch (OverlappingFileLockException e) {
            closeQuietly(channel);
            throw inUse(folder, e);
        } catch (IOException e) {
            closeQuietly(channel);
            throw new MemoryException(Reason.DISK_FAILED, "%s cannot be used".formatted(folder), e);
        }
    }

    private static MemoryException inUse(Path folder, @Nullable Throwable cause) {
        return new MemoryException(Reason.IN_USE, "another copy of the station has %s open".formatted(folder), cause);
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            org.slf4j.LoggerFactory.getLogger(FolderLock.class).debug("lock file: {}", e.toString());
        }
    }

    @Override
    public void close() {
        closeQuietly(channel);
    }
}
