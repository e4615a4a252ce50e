package dev.dockhand.app.proof;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** A file of what people at a station were told, beside its journal and written by nothing of the product. */
final class Promises implements AutoCloseable {

    private final FileChannel file;

    private Promises(FileChannel file) {
        this.file = file;
    }

    /**
     * What one line says.
     *
     * @param epoch life of the journal
     * @param seq number of the last act that was told
     * @param hash its hash, which stands for all acts before it too
     */
    record Promise(int epoch, long seq, String hash) {}

    /** Goes on behind what an earlier life wrote. */
    static Promises open(Path path) throws IOException {
        return new Promises(FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    /** Returns once the line is on disk. A line that was begun on a full disk is ended, and read as no promise. */
    void write(int epoch, long seq, String hash) throws IOException {
        ByteBuffer line =
                ByteBuffer.wrap("\n%d %d %s .".formatted(epoch, seq, hash).getBytes(StandardCharsets.US_ASCII));
        while (line.hasRemaining()) {
            file.write(line);
        }
        file.force(false);
    }

    /** Every whole line. */
    static List<Promise> read(Path path) throws IOException {
        List<Promise> all = new ArrayList<>();
        for (String line : Files.readAllLines(path, StandardCharsets.US_ASCII)) {
            String[] words = line.split(" ");
            if (words.length == 4 && words[3].equals(".")) {
                all.add(new Promise(Integer.parseInt(words[0]), Long.parseLong(words[1]), words[2]));
            }
        }
        return all;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
