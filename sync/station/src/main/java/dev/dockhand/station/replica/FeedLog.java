package dev.dockhand.station.replica;

import dev.dockhand.model.json.Reading;
import dev.dockhand.model.protocol.Feed;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.zip.CRC32C;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the server told, as files beside H2: the last snapshot, {@code snapshot.ndjson.gz}, and every page since,
 * {@code pages.ndjson}, a line each with its CRC32C, both as it came: a later version of this station finds what this one skips.
 * A page is forced here before it goes to H2, so this is never behind.
 * Holds no recipients. Used by one thread.
 */
final class FeedLog {

    private static final Logger LOG = LoggerFactory.getLogger(FeedLog.class);
    private static final int CRC_DIGITS = 8;

    private final Path folder;

    FeedLog(Path folder) {
        this.folder = folder;
    }

    Path snapshot() {
        return folder.resolve("snapshot.ndjson.gz");
    }

    private Path pages() {
        return folder.resolve("pages.ndjson");
    }

    /**
     * A page and where it goes on from.
     *
     * @param from the cursor before it
     * @param page the page
     */
    record Line(long from, Feed.Page page) {}

    void add(long from, Feed.Page page) throws IOException {
        byte[] json = JsonText.of(new Line(from, page)).getBytes(StandardCharsets.UTF_8);
        ByteBuffer line = ByteBuffer.allocate(json.length + CRC_DIGITS + 2);
        line.put(crc(json).getBytes(StandardCharsets.US_ASCII)).put((byte) ' ');
        line.put(json).put((byte) '\n').flip();
        try (FileChannel channel = FileChannel.open(
                pages(), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(false);
        }
    }

    long pageBytes() throws IOException {
        return Files.exists(pages()) ? Files.size(pages()) : 0;
    }

    /** Gives every page that follows on a cursor, in order, up to the first that does not or is not whole. */
    void replay(long serverEpoch, long cursor, Pages into) throws IOException, SQLException {
        if (!Files.exists(pages())) {
            return;
        }
        long at = cursor;
        try (BufferedReader lines = Files.newBufferedReader(pages(), StandardCharsets.UTF_8)) {
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                Line line = parse(text);
                if (line == null) {
                    LOG.warn("a page in {} is not whole; what follows is fetched again", pages());
                    return;
                }
                if (line.from() == at && line.page().serverEpoch() == serverEpoch) {
                    into.apply(line.page());
                    at = line.page().cursor();
                }
            }
        } catch (java.nio.charset.CharacterCodingException e) {
            LOG.warn("a page in {} is not text; what follows is fetched again", pages());
        }
    }

    private static @Nullable Line parse(String text) {
        if (text.length() <= CRC_DIGITS) {
            return null;
        }
        String json = text.substring(CRC_DIGITS + 1);
        if (!text.startsWith(crc(json.getBytes(StandardCharsets.UTF_8)))) {
            return null;
        }
        try {
            return JsonText.MAPPER.readValue(json, Line.class);
        } catch (IOException e) {
            LOG.debug("page: {}", e.toString());
            return null;
        }
    }

    private static String crc(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return "%08x".formatted(crc.getValue());
    }

    /** Puts a new snapshot in the place of the old one and its pages. */
    void replace(Path fresh) throws IOException {
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(fresh, snapshot(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(pages());
    }

    void forgetPages() throws IOException {
        Files.deleteIfExists(pages());
    }

    /** Reads a snapshot file. */
    static Feed.SnapshotHead read(Path file, Changes into) throws IOException, SQLException {
        try (InputStream in =
                        new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16), 1 << 16);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16)) {
            String first = lines.readLine();
            if (first == null) {
                throw new IOException("the snapshot is empty");
            }
            Feed.SnapshotHead head =
                    Reading.tolerant(first, Feed.SnapshotHead.class).value();
            if (head == null) {
                throw new IOException("the snapshot does not begin with its head");
            }
            long count = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                into.add(Feed.Told.read(line));
                count++;
            }
            if (count != head.changes()) {
                throw new IOException("the snapshot has %d changes, not %d".formatted(count, head.changes()));
            }
            return head;
        }
    }

    /** Writes a snapshot file. */
    static void write(Path file, Feed.SnapshotHead head, Source source) throws IOException, SQLException {
        try (GZIPOutputStream zip = new GZIPOutputStream(
                        Channels.newOutputStream(FileChannel.open(
                                file,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE,
                                StandardOpenOption.TRUNCATE_EXISTING)),
                        1 << 16);
                BufferedWriter lines = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8))) {
            lines.write(JsonText.of(head));
            lines.write('\n');
            source.each(change -> {
                lines.write(change.json());
                lines.write('\n');
            });
        }
    }

    /** Takes pages. */
    interface Pages {
        void apply(Feed.Page page) throws IOException, SQLException;
    }

    /** Takes changes. */
    interface Changes {
        void add(Feed.Told change) throws IOException, SQLException;
    }

    /** Gives changes. */
    interface Source {
        void each(Changes into) throws IOException, SQLException;
    }
}
