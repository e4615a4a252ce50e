package dev.dockhand.station.journal;

import dev.dockhand.station.MemoryException;
import dev.dockhand.station.MemoryException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The segments of one epoch and the mark up to where the server has them. */
final class Segments implements EventSource {

    private static final Logger LOG = LoggerFactory.getLogger(Segments.class);
    private static final String MARK = "acknowledged";

    private final Disk disk;
    private final Path folder;
    private final int epoch;
    private final List<Segment> list;
    private long acked;

    Segments(Disk disk, Path folder, int epoch, List<Segment> list) {
        this.disk = disk;
        this.folder = folder;
        this.epoch = epoch;
        this.list = new ArrayList<>(list);
        this.acked = readMark();
    }

    private long readMark() {
        Path path = folder.resolve(MARK);
        try {
            if (!disk.list(folder).contains(path)) {
                return 0;
            }
            try (Disk.File file = disk.open(path)) {
                ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(file.size(), 32));
                file.read(bytes, 0);
                return Long.parseLong(new String(bytes.array(), StandardCharsets.US_ASCII).strip());
            }
        } catch (IOException | NumberFormatException e) {
            // Everything is sent once more; the server answers repeats with the stored result.
            LOG.warn("{} cannot be read, starting over: {}", path, e.toString());
            return 0;
        }
    }

    @Override
    public int epoch() {
        return epoch;
    }

    @Override
    public synchronized long firstSeq() {
        return list.isEmpty() ? 1 : list.getFirst().firstSeq();
    }

    @Override
    public synchronized long lastSeq() {
        return list.isEmpty() ? 0 : list.getLast().lastSeq();
    }

    @Override
    public synchronized long acked() {
        return acked;
    }

    @Override
    public synchronized void acknowledge(long seq) {
        if (seq == acked) {
            return;
        }
        acked = seq;
        Path fresh = folder.resolve(MARK + ".new");
        try {
            try (Disk.File file = disk.open(fresh)) {
                file.write(ByteBuffer.wrap("%-20d\n".formatted(seq).getBytes(StandardCharsets.US_ASCII)), 0);
                file.force();
            }
            disk.move(fresh, folder.resolve(MARK));
        } catch (IOException e) {
            // Worth a line only: after a restart they are sent again, which the server takes as repeats.
            LOG.warn("the mark of acknowledged events could not be written: {}", e.toString());
        }
    }

    @Override
    public List<Stored> read(long from, int mostEvents, int mostBytes) throws MemoryException {
        Harvest harvest = new Harvest(mostEvents, mostBytes);
        List<Segment> files = files();
        long first = files.isEmpty() ? 1 : files.getFirst().firstSeq();
        long last = files.isEmpty() ? 0 : files.getLast().lastSeq();
        if (from < first) {
            throw new MemoryException(
                    Reason.UNKNOWN_FORMAT, "event %d is not kept any more, %d is".formatted(from, first), null);
        }
        long next = from;
        for (int i = 0; i < files.size() && next <= last; i++) {
            Segment segment = files.get(i);
            // A file that failed may start at the same number as the one that took its place: the later one counts.
            if (segment.lastSeq() >= next && !segment.read(next, last, harvest)) {
                break;
            }
            next = Math.max(next, segment.lastSeq() + 1);
        }
        return harvest.found();
    }

    private synchronized List<Segment> files() {
        return List.copyOf(list);
    }

    synchronized Segment current() {
        return list.getLast();
    }

    synchronized boolean isEmpty() {
        return list.isEmpty();
    }

    synchronized void add(Segment segment) {
        list.add(segment);
    }

    /** Up to which number everything may be deleted, 0 for nothing: acknowledged, and made before an instant. */
    synchronized long retirable(Instant before) {
        long upTo = 0;
        for (Segment segment : list.subList(0, Math.max(0, list.size() - 1))) {
            if (segment.lastSeq() > acked || segment.newestMillis() >= before.toEpochMilli()) {
                break;
            }
            upTo = segment.lastSeq();
        }
        return upTo;
    }

    /** Deletes the files that hold nothing after a number. */
    synchronized void retire(long upTo) {
        while (list.size() > 1 && list.getFirst().lastSeq() <= upTo) {
            Segment oldest = list.getFirst();
            try {
                oldest.close();
                disk.delete(oldest.path());
            } catch (IOException e) {
                LOG.warn("{} could not be deleted: {}", oldest.path(), e.toString());
                return;
            }
            list.removeFirst();
        }
    }

    synchronized void close() {
        for (Segment segment : list) {
            try {
                segment.close();
            } catch (IOException e) {
                LOG.warn("{} could not be closed: {}", segment.path(), e.toString());
            }
        }
    }
}
