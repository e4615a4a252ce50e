package dev.dockhand.server.simulation;

import dev.dockhand.station.journal.Disk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A process's way to its disk. Once that process was killed, nothing that its remains do reaches the disk. */
final class Plug implements Disk {

    private final Disk disk;
    private volatile boolean pulled;

    Plug(Disk disk) {
        this.disk = disk;
    }

    void pull() {
        pulled = true;
    }

    private interface Work {
        void run() throws IOException;
    }

    private void unlessPulled(Work work) throws IOException {
        if (!pulled) {
            work.run();
        }
    }

    @Override
    public File open(Path file) throws IOException {
        if (pulled) {
            throw new IOException("killed");
        }
        return new Handle(disk.open(file));
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        return pulled ? List.of() : disk.list(folder);
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        unlessPulled(() -> {
            disk.makeFolder(folder);
            // Which enrolments there were is read from the folders themselves.
            Files.createDirectories(folder);
        });
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        unlessPulled(() -> disk.move(from, to));
    }

    @Override
    public void delete(Path file) throws IOException {
        unlessPulled(() -> disk.delete(file));
    }

    @Override
    public long free(Path folder) throws IOException {
        return disk.free(folder);
    }

    private final class Handle implements File {
        private final File file;

        Handle(File file) {
            this.file = file;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void read(ByteBuffer into, long position) throws IOException {
            file.read(into, position);
        }

        @Override
        public void write(ByteBuffer from, long position) throws IOException {
            unlessPulled(() -> file.write(from, position));
        }

        @Override
        public void force() throws IOException {
            unlessPulled(file::force);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
