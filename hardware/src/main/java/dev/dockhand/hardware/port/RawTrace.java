package dev.dockhand.hardware.port;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last raw bytes that went over a wire, for the device page, and, when asked for, all of them in a file, in the form
 * that {@link TraceFile} reads. The file may hold what is printed on labels, so it is written only while somebody looks for
 * a fault. It ends at 16 MiB.
 */
public final class RawTrace {

    private static final Logger LOG = LoggerFactory.getLogger(RawTrace.class);
    private static final int CHUNKS = 256;
    private static final int KEPT_BYTES = 1_024;
    private static final long FILE_BYTES = 16L << 20;

    private final InstantSource clock;
    private final Listeners<Chunk> listeners = new Listeners<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<Chunk> ring = new ArrayDeque<>();
    private @Nullable OutputStream file;
    private long fileLeft;
    private long count;

    /**
     * An empty trace.
     *
     * @param clock gives the time of each chunk
     */
    public RawTrace(InstantSource clock) {
        this.clock = clock;
    }

    /** The way that bytes went. */
    public enum Direction {
        /** From the device. */
        IN,
        /** To the device. */
        OUT
    }

    /**
     * Bytes that went over the wire at once.
     *
     * @param number counts from 1
     * @param at when
     * @param direction which way
     * @param bytes the first of them, at most 1,024
     * @param length how many there were
     */
    public record Chunk(long number, Instant at, Direction direction, byte[] bytes, int length) {

        /** The bytes as pairs of hexadecimal digits, separated by a space. */
        public String hex() {
            return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes);
        }

        /** The bytes as text; whatever is not printable ASCII is shown as {@code <0D>}. */
        public String printable() {
            StringBuilder text = new StringBuilder();
            for (byte b : bytes) {
                int value = b & 0xFF;
                if (value >= 0x20 && value < 0x7F) {
                    text.append((char) value);
                } else {
                    text.append('<')
                            .append(HexFormat.of().withUpperCase().toHexDigits(b))
                            .append('>');
                }
            }
            return text.toString();
        }
    }

    /** The last chunks, oldest first, at most 256. */
    public List<Chunk> last() {
        lock.lock();
        try {
            return List.copyOf(ring);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Tells of every further chunk, on the device's own thread: the listener must not block.
     *
     * @param listener gets the chunks
     */
    public Subscription listen(Consumer<Chunk> listener) {
        return listeners.add(listener);
    }

    /**
     * Writes all further bytes to a new file too.
     *
     * @param path the file; an old one is replaced
     * @param about what a reader of the file should know, such as the device's profile; names and values without line breaks
     * @throws IOException when it cannot be made
     */
    public void recordTo(Path path, Map<String, String> about) throws IOException {
        // Not a channel: closing a device interrupts its thread, which would close a channel.
        OutputStream fresh = new BufferedOutputStream(new FileOutputStream(path.toFile()));
        fresh.write(TraceFile.heading(about).getBytes(StandardCharsets.UTF_8));
        fresh.flush();
        lock.lock();
        try {
            endFile("a new file was asked for");
            file = fresh;
            fileLeft = FILE_BYTES;
        } finally {
            lock.unlock();
        }
    }

    /** Ends the file. */
    public void stopRecording() {
        lock.lock();
        try {
            endFile("asked for");
        } finally {
            lock.unlock();
        }
    }

    /** Notes bytes that went over the wire. */
    void note(Direction direction, byte[] bytes, int length) {
        if (length == 0) {
            return;
        }
        Chunk chunk;
        lock.lock();
        try {
            byte[] kept = Arrays.copyOf(bytes, Math.min(length, KEPT_BYTES));
            chunk = new Chunk(++count, clock.instant(), direction, kept, length);
            ring.addLast(chunk);
            if (ring.size() > CHUNKS) {
                ring.removeFirst();
            }
            toFile(chunk, bytes);
        } finally {
            lock.unlock();
        }
        listeners.tell(chunk);
    }

    private void toFile(Chunk chunk, byte[] bytes) {
        if (file == null) {
            return;
        }
        byte[] line = TraceFile.line(chunk.at(), chunk.direction(), Arrays.copyOf(bytes, chunk.length()))
                .getBytes(StandardCharsets.US_ASCII);
        try {
            if (line.length > fileLeft) {
                endFile("it reached 16 MiB");
                return;
            }
            file.write(line);
            file.flush();
            fileLeft -= line.length;
        } catch (IOException e) {
            endFile(String.valueOf(e.getMessage()));
        }
    }

    private void endFile(String reason) {
        if (file == null) {
            return;
        }
        LOG.info("the trace file ends: {}", reason);
        try (OutputStream ending = file) {
            ending.flush();
        } catch (IOException e) {
            LOG.warn("the trace file is not whole", e);
        }
        file = null;
    }
}
