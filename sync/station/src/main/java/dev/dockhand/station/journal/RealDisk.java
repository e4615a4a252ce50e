package dev.dockhand.station.journal;

import dev.dockhand.station.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The disk of this machine. */
public final class RealDisk implements Disk {

    private static final Logger LOG = LoggerFactory.getLogger(RealDisk.class);

    @Override
    public File open(Path file) throws IOException {
        return new RealFile(file);
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            files.forEach(found::add);
        }
        found.sort(null);
        return found;
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        PrivateFiles.createFolder(folder);
        Path above = folder.toAbsolutePath().getParent();
        if (above != null) {
            forceFolder(above);
        }
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Path folder = to.toAbsolutePath().getParent();
        if (folder != null) {
            forceFolder(folder);
        }
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public long free(Path folder) throws IOException {
        // A file store would read the list of all mounts each time.
        return folder.toFile().getUsableSpace();
    }

    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows does not open folders; NTFS journals the entry by itself.
            LOG.debug("folder {} cannot be forced: {}", folder, e.toString());
        }
    }

    /** A file whose channel comes back when the JDK closes it because the calling thread was interrupted. */
    private static final class RealFile implements File {
        private final Path path;
        private FileChannel channel;
        private boolean closed;

        RealFile(Path path) throws IOException {
            this.path = path;
            if (!Files.exists(path)) {
                PrivateFiles.create(path);
            }
            this.channel = openChannel();
        }

        private FileChannel openChannel() throws IOException {
            return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        }

        private synchronized FileChannel channel() throws IOException {
            if (closed) {
                throw new ClosedChannelException();
            }
            if (!channel.isOpen()) {
                channel = openChannel();
            }
            return channel;
        }

        @Override
        public long size() throws IOException {
            return uninterrupted(FileChannel::size);
        }

        @Override
        public void read(ByteBuffer into, long position) throws IOException {
            int start = into.position();
            uninterrupted(channel -> {
                into.position(start);
                while (into.hasRemaining()) {
                    if (channel.read(into, position + into.position() - start) < 0) {
                        break;
                    }
                }
                return into;
            });
        }

        @Override
        public void write(ByteBuffer from, long position) throws IOException {
            int start = from.position();
            uninterrupted(channel -> {
                from.position(start);
                while (from.hasRemaining()) {
                    channel.write(from, position + from.position() - start);
                }
                return from;
            });
        }

        @Override
        public void force() throws IOException {
            uninterrupted(channel -> {
                channel.force(false);
                return channel;
            });
        }

        @Override
        public synchronized void close() throws IOException {
            closed = true;
            channel.close();
        }

        private <T> T uninterrupted(Work<T> work) throws IOException {
            boolean interrupted = Thread.interrupted();
            try {
                while (true) {
                    try {
                        return work.on(channel());
                    } catch (ClosedByInterruptException e) {
                        interrupted = true;
                        Thread.interrupted();
                    }
                }
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    private interface Work<T> {
        T on(FileChannel channel) throws IOException;
    }
}
