package dev.dockhand.station.journal;

import dev.dockhand.model.event.EventCodec;
import dev.dockhand.station.MemoryException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The segments of one epoch and the marks up to where the server has them. Those of an earlier enrolment are opened by
 * {@link #open}: nothing is written to them any more, but what the server does not have yet is still sent. Where they are
 * damaged, everything that is good is sent, and the files stay for review.
 */
public final class Segments implements EventSource, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Segments.class);

    private final Disk disk;
    private final int epoch;
    private final List<Segment> list;
    private final List<String> damage;
    private final Mark acked;
    private final Mark handedOver;

    Segments(Disk disk, Path folder, int epoch, Recovery.Recovered found) {
        this.disk = disk;
        this.epoch = epoch;
        this.list = new ArrayList<>(found.segments());
        this.damage = found.damage();
        this.acked = new Mark(disk, folder, "acknowledged");
        this.handedOver = new Mark(disk, folder, "handed-over");
    }

    /**
     * Opens an epoch's folder for reading.
     *
     * @param segmentBytes size of a segment
     */
    public static Segments open(Disk disk, int segmentBytes, Path folder, Author author, int epoch)
            throws MemoryException {
        return new Segments(disk, folder, epoch, new Recovery(disk, folder, author, epoch, segmentBytes).run());
    }

    /** What is damaged, in words; empty for nothing. */
    public List<String> damage() {
        return damage;
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
    public long acked() {
        return acked.at().seq();
    }

    /** Hash of the last event that the server has acknowledged. */
    String ackedHash() {
        return acked.at().hash();
    }

    @Override
    public void acknowledge(long seq) throws MemoryException {
        set(acked, seq);
    }

    @Override
    public long handedOver() {
        return handedOver.at().seq();
    }

    @Override
    public void handOver(long seq) throws MemoryException {
        set(handedOver, seq);
    }

    private void set(Mark mark, long seq) throws MemoryException {
        if (seq < 1) {
            mark.set(new Mark.At(0, EventCodec.NO_PREVIOUS));
        } else if (seq != mark.at().seq()) {
            mark.set(new Mark.At(seq, read(seq, 1, 1).getFirst().hash()));
        }
    }

    @Override
    public List<Stored> read(long from, int mostEvents, int mostBytes) throws MemoryException {
        Harvest harvest = new Harvest(mostEvents, mostBytes);
        List<Segment> files = files();
        long last = files.isEmpty() ? 0 : files.getLast().lastSeq();
        long next = from;
        for (int i = 0; i < files.size() && next <= last; i++) {
            Segment segment = files.get(i);
            long first = segment.firstSeq();
            if (next < first) {
                // A file is gone, or what stood in it is not kept any more.
                if (!Segment.addLost(next, first - 1, first - 1, segment.previous(), harvest)) {
                    break;
                }
                next = first;
            }
            String behind = i + 1 < files.size() ? files.get(i + 1).previous() : null;
            // A file that failed may start at the same number as the one that took its place: the later one counts.
            if (segment.lastSeq() >= next && !segment.read(next, last, behind, harvest)) {
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
            if (segment.lastSeq() > acked() || segment.newestMillis() >= before.toEpochMilli()) {
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

    @Override
    public synchronized void close() {
        for (Segment segment : list) {
            try {
                segment.close();
            } catch (IOException e) {
                LOG.warn("{} could not be closed: {}", segment.path(), e.toString());
            }
        }
    }
}
