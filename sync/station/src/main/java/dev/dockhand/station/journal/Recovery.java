package dev.dockhand.station.journal;

import dev.dockhand.model.event.EventCodec;
import dev.dockhand.station.MemoryException;
import dev.dockhand.station.MemoryException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a folder of segments after a start, a crash or a power cut. */
final class Recovery {

    static final String SUFFIX = ".segment";

    private final Disk disk;
    private final Path folder;
    private final Author author;
    private final int epoch;
    private final int capacity;
    private final boolean lenient;

    /**
     * Prepares to read.
     *
     * @param lenient whether damage is reported beside what stands before it, and nothing is changed; otherwise damage
     *     is an error
     */
    Recovery(Disk disk, Path folder, Author author, int epoch, int capacity, boolean lenient) {
        this.disk = disk;
        this.folder = folder;
        this.author = author;
        this.epoch = epoch;
        this.capacity = capacity;
        this.lenient = lenient;
    }

    Recovered run() throws MemoryException {
        try {
            return join(scanAll());
        } catch (IOException e) {
            throw new MemoryException(Reason.DISK_FAILED, "the journal in %s cannot be read".formatted(folder), e);
        }
    }

    private List<SegmentScan> scanAll() throws IOException, MemoryException {
        List<SegmentScan> scans = new ArrayList<>();
        for (Path path : disk.list(folder)) {
            if (path.toString().endsWith(SUFFIX)) {
                try (Disk.File file = disk.open(path)) {
                    SegmentScan scan = SegmentScan.of(path, file);
                    check(scan);
                    scans.add(scan);
                }
            }
        }
        return scans;
    }

    private void check(SegmentScan scan) throws MemoryException {
        SegmentHeader header = scan.header();
        if (header == null) {
            return;
        }
        if (header.format() > SegmentHeader.FORMAT) {
            throw new MemoryException(
                    Reason.UNKNOWN_FORMAT,
                    "%s has format %d, this build knows %d; use the newer version"
                            .formatted(scan.file(), header.format(), SegmentHeader.FORMAT),
                    null);
        }
        if (header.epoch() != epoch || !header.author().equals(author.written())) {
            throw new MemoryException(
                    Reason.UNKNOWN_FORMAT,
                    "%s belongs to another station or epoch (%d, not %d)".formatted(scan.file(), header.epoch(), epoch),
                    null);
        }
    }

    private Recovered join(List<SegmentScan> scans) throws IOException, MemoryException {
        List<Segment> segments = new ArrayList<>();
        String hash = EventCodec.NO_PREVIOUS;
        String cut = null;
        String damage = null;
        for (int i = 0; i < scans.size() && damage == null; i++) {
            SegmentScan scan = scans.get(i);
            SegmentHeader header = scan.header();
            SegmentHeader following = i + 1 < scans.size() ? scans.get(i + 1).header() : null;
            damage = damageOf(scan, following, i + 1 == scans.size());
            if (header == null) {
                continue;
            }
            long next = following == null ? scan.lastSeq() + 1 : Math.min(scan.lastSeq() + 1, following.firstSeq());
            Segment segment = new Segment(scan, header, disk.open(scan.file()), capacity, next);
            segments.add(segment);
            hash = scan.lastHash();
            if (damage == null && following == null && scan.tail() == SegmentScan.Tail.TORN) {
                cut = "%s was cut at byte %d, after event %d".formatted(scan.file(), scan.end(), segment.lastSeq());
            }
        }
        if (damage != null && !lenient) {
            new Segments(disk, folder, epoch, segments).close();
            throw new MemoryException(Reason.JOURNAL_DAMAGED, damage, null);
        }
        if (cut != null && !lenient) {
            segments.getLast().cutTail();
        }
        return new Recovered(segments, hash, scans.size(), cut, damage);
    }

    private static @Nullable String damageOf(SegmentScan scan, @Nullable SegmentHeader following, boolean last) {
        if (scan.header() == null) {
            return scan.used() || !last ? "%s has no good header".formatted(scan.file()) : null;
        }
        if (following != null && following.firstSeq() > scan.lastSeq() + 1) {
            return "%s has good records up to event %d only (byte %d), but the next file starts at event %d"
                    .formatted(scan.file(), scan.lastSeq(), scan.end(), following.firstSeq());
        }
        if (last && scan.tail() == SegmentScan.Tail.DAMAGED) {
            return "%s has a bad record at byte %d, after event %d, that was good once or has good ones after it"
                    .formatted(scan.file(), scan.end(), scan.lastSeq());
        }
        return null;
    }

    /**
     * What a folder holds.
     *
     * @param segments in order; the last one is written on
     * @param lastHash hash of the last event
     * @param files how many segment files there are
     * @param cut what was cut off, absent when nothing was
     * @param damage what is damaged, absent when nothing is
     */
    record Recovered(
            List<Segment> segments,
            String lastHash,
            int files,
            @Nullable String cut,
            @Nullable String damage) {}
}
