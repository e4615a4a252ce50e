package dev.dockhand.station.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/** The file system as far as the journal needs it, so that a test can fill it, break it and cut its power. */
public interface Disk {

    /** Opens a file for reading and writing, and makes it when it is missing. */
    File open(Path file) throws IOException;

    /** The files of a folder by name, none when there is no folder. */
    List<Path> list(Path folder) throws IOException;

    /** Makes a folder and those above it; the entry is on disk when this returns. */
    void makeFolder(Path folder) throws IOException;

    /** Renames a file over another one, all or nothing; the entry is on disk when this returns. */
    void move(Path from, Path to) throws IOException;

    /** Removes a file; fine when it is not there. */
    void delete(Path file) throws IOException;

    /** Bytes that are left for this folder. */
    long free(Path folder) throws IOException;

    /** An open file. Reads and writes may come from several threads. */
    interface File extends AutoCloseable {

        /** How many bytes it has. */
        long size() throws IOException;

        /** Fills the buffer from a position, as far as the file goes. */
        void read(ByteBuffer into, long position) throws IOException;

        /** Writes the whole buffer at a position. */
        void write(ByteBuffer from, long position) throws IOException;

        /** Returns when everything written is on disk. */
        void force() throws IOException;

        @Override
        void close() throws IOException;
    }
}
