package dev.dockhand.station.journal;

import dev.dockhand.model.event.EventCodec;
import dev.dockhand.station.MemoryException;
import dev.dockhand.station.MemoryException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Reads a folder of segments after a start, a crash or a power cut. Changes nothing: every record whose checksum is right
 * counts, and what is lost between them is told.
 */
final class Recovery {

    static final String SUFFIX = ".segment";

    private final Disk disk;
    private final Path folder;
    private final Author author;
    private final int epoch;
    private final int capacity;

    Recovery(Disk disk, Path folder, Author author, int epoch, int capacity) {
        this.disk = disk;
        this.folder = folder;
        this.author = author;
        this.epoch = epoch;
        this.capacity = capacity;
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
            if (path.getFileName().toString().matches("\\d{8}" + Pattern.quote(SUFFIX))) {
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

    private Recovered join(List<SegmentScan> scans) throws IOException {
        List<Segment> segments = new ArrayList<>();
        List<String> damage = new ArrayList<>();
        String hash = EventCodec.NO_PREVIOUS;
        boolean torn = false;
        for (int i = 0; i < scans.size(); i++) {
            SegmentScan scan = scans.get(i);
            SegmentHeader header = scan.header();
            damage.addAll(scan.damage());
            if (header == null) {
                continue;
            }
            long before = segments.isEmpty() ? 0 : segments.getLast().lastSeq();
            if (!segments.isEmpty() && header.firstSeq() > before + 1) {
                damage.add("%s starts at event %d, the file before it ends at event %d"
                        .formatted(scan.file(), header.firstSeq(), before));
            }
            long next = following(scans, i, scan.lastSeq() + 1);
            segments.add(new Segment(scan, header, disk.open(scan.file()), capacity, next));
            hash = scan.lastHash();
            torn = scan.torn() && i == scans.size() - 1;
        }
        return new Recovered(segments, hash, newest(scans), torn, damage);
    }

    /** Old files are cleared away, so their number says nothing about names. */
    private static int newest(List<SegmentScan> scans) {
        if (scans.isEmpty()) {
            return 0;
        }
        String name = String.valueOf(scans.getLast().file().getFileName());
        return Integer.parseInt(name.substring(0, name.length() - SUFFIX.length()));
    }

    /** Where the next file with a header starts, if that is before the end of this one. */
    private static long following(List<SegmentScan> scans, int index, long end) {
        return scans.subList(index + 1, scans.size()).stream()
                .map(SegmentScan::header)
                .filter(Objects::nonNull)
                .mapToLong(SegmentHeader::firstSeq)
                .limit(1)
                .map(first -> Math.min(first, end))
                .findFirst()
                .orElse(end);
    }

    /**
     * What a folder holds.
     *
     * @param segments in order
     * @param lastHash hash of the last event
     * @param newest number in the name of the newest file, 0 for none
     * @param torn whether the last one ends in a part of a record that was never confirmed
     * @param damage what is damaged, in words; empty for nothing
     */
    record Recovered(List<Segment> segments, String lastHash, int newest, boolean torn, List<String> damage) {

        /** Copies the lists. */
        Recovered {
            segments = List.copyOf(segments);
            damage = List.copyOf(damage);
        }
    }
}
