package dev.dockhand.server;

import dev.dockhand.server.store.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The folder that one server keeps everything in, locked while it runs. */
public final class DataFolder implements AutoCloseable {

    private static final String ADDRESS = "server.url";

    private final Path folder;
    private final FileChannel channel;

    private DataFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Makes the folder where it is not there, closes it to others, and locks it. */
    static DataFolder open(Path folder) throws IOException {
        OwnerOnly.folder(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            channel.close();
            throw new IOException("another dockhand-server works in %s; stop it first, or name another folder by --data"
                    .formatted(folder));
        }
        return new DataFolder(folder, channel);
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Where the key is that may do everything. */
    public static Path adminKey(Path folder) {
        return folder.resolve("admin.key");
    }

    /** Where answers are kept while they are sent. */
    static Path spool(Path folder) {
        return folder.resolve("spool");
    }

    /** Where it is written down where the server listens. */
    public static Path address(Path folder) {
        return folder.resolve(ADDRESS);
    }

    /** Writes down where the server listens, for the commands of this machine. */
    void noteAddress(String url) throws IOException {
        Files.writeString(folder.resolve(ADDRESS), url + "\n", StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
