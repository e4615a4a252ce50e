package dev.dockhand.station.journal;

import dev.dockhand.model.event.EventCodec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A small file beside the segments that says how far something has come: a number and the hash of the event that has it. */
final class Mark {

    private static final Logger LOG = LoggerFactory.getLogger(Mark.class);
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18}) ([0-9a-f]{64})");
    private static final int BYTES = 96;

    private final Disk disk;
    private final Path folder;
    private final Path path;
    private volatile At at;

    Mark(Disk disk, Path folder, String name) {
        this.disk = disk;
        this.folder = folder;
        this.path = folder.resolve(name);
        this.at = read();
    }

    /**
     * How far it has come.
     *
     * @param seq number, 0 for nothing
     * @param hash hash of that event; of what stands before the first one for none
     */
    record At(long seq, String hash) {
        private static final At NOTHING = new At(0, EventCodec.NO_PREVIOUS);
    }

    private At read() {
        try {
            if (!disk.list(folder).contains(path)) {
                return At.NOTHING;
            }
            try (Disk.File file = disk.open(path)) {
                ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(file.size(), BYTES));
                file.read(bytes, 0);
                Matcher written = WRITTEN.matcher(new String(bytes.array(), StandardCharsets.US_ASCII).strip());
                if (written.matches()) {
                    return new At(Long.parseLong(written.group(1)), written.group(2));
                }
            }
            LOG.warn("{} cannot be read, starting over", path);
        } catch (IOException e) {
            LOG.warn("{} cannot be read, starting over: {}", path, e.toString());
        }
        // Everything is sent once more; the server answers repeats with the stored result.
        return At.NOTHING;
    }

    At at() {
        return at;
    }

    void set(At now) {
        if (now.equals(at)) {
            return;
        }
        at = now;
        Path fresh = folder.resolve(path.getFileName() + ".new");
        try {
            try (Disk.File file = disk.open(fresh)) {
                String text = "%d %s\n".formatted(now.seq(), now.hash());
                file.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)), 0);
                file.force();
            }
            disk.move(fresh, path);
        } catch (IOException e) {
            // Worth a line only: after a restart they are sent again, which the server takes as repeats.
            LOG.warn("{} could not be written: {}", path, e.toString());
        }
    }
}
