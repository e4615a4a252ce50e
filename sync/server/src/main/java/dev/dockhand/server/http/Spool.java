package dev.dockhand.server.http;

import dev.dockhand.server.store.OwnerOnly;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps large answers in files while they are sent, so that a caller who reads slowly, or not at all, holds a file and nothing
 * else. The files have no name once they are open, so that a server that is killed leaves none behind.
 */
public final class Spool {

    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
    private static final int MOST_FILES = 128;
    private static final int STEP = 16 * 1024;
    private static final long LARGEST = 1L << 30;
    private static final Set<StandardOpenOption> OPTIONS = Set.of(
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);

    private final Path folder;
    private final Semaphore files = new Semaphore(MOST_FILES);

    private Spool(Path folder) {
        this.folder = folder;
    }

    /** Keeps them in a folder, which is emptied. */
    public static Spool in(Path folder) throws IOException {
        OwnerOnly.folder(folder);
        try (var left = Files.newDirectoryStream(folder)) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
        return new Spool(folder);
    }

    /**
     * An answer whose body is written to a file now, and sent from there later.
     *
     * @param caller who wants it; the writing ends where it was closed meanwhile
     */
    Reply reply(String contentType, Connection caller, Reply.Body body) {
        if (!files.tryAcquire()) {
            throw new HttpError(503, "BUSY", "too many large answers are being read; try again");
        }
        try {
            return Reply.stream(contentType, written(caller, body));
        } catch (IOException | UncheckedIOException e) {
            files.release();
            LOG.error("an answer found no room in {}: {}", folder, e.getMessage());
            throw new HttpError(
                    503, "NO_ROOM", "the server has no room to prepare the answer; see its log, then try again");
        } catch (RuntimeException e) {
            files.release();
            throw e;
        }
    }

    private Reply.Body written(Connection caller, Reply.Body body) throws IOException {
        Path file = folder.resolve(Long.toUnsignedString(System.nanoTime(), Character.MAX_RADIX) + "-"
                + Thread.currentThread().threadId());
        FileChannel channel = FileChannel.open(file, OPTIONS, OwnerOnly.file());
        try {
            GZIPOutputStream gzip = new Quick(new Bounds(Channels.newOutputStream(channel), caller));
            OutputStream out = new BufferedOutputStream(gzip, STEP);
            body.to(out);
            out.flush();
            gzip.finish();
            return new Kept(channel, files);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Packs a third less well in a third of the time: many may ask at once, after a restore for instance. */
    private static final class Quick extends GZIPOutputStream {
        private Quick(OutputStream out) throws IOException {
            super(out, STEP);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    /** Takes so much and no more, and nothing for a caller who is not there any more. */
    private static final class Bounds extends FilterOutputStream {
        private final Connection caller;
        private long written;

        private Bounds(OutputStream file, Connection caller) {
            super(file);
            this.caller = caller;
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            caller.refuseGone();
            written += length;
            if (written > LARGEST) {
                throw new IOException("it is larger than %,d bytes".formatted(LARGEST));
            }
            out.write(from, offset, length);
        }
    }

    private record Kept(FileChannel channel, Semaphore files) implements Reply.Body {

        @Override
        public void to(OutputStream out) throws IOException {
            new GZIPInputStream(content(), STEP).transferTo(out);
        }

        @Override
        public void packedTo(OutputStream out) throws IOException {
            content().transferTo(out);
        }

        private InputStream content() throws IOException {
            return Channels.newInputStream(channel.position(0));
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                LOG.warn("a file of an answer did not close", e);
            } finally {
                files.release();
            }
        }
    }
}
