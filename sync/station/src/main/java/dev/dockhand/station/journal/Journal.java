package dev.dockhand.station.journal;

import dev.dockhand.model.event.Draft;
import dev.dockhand.model.event.EventCodec;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.station.Health;
import dev.dockhand.station.MemoryException;
import dev.dockhand.station.MemoryException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal of the current epoch. When {@link #append} returns, the events are on disk. Thread-safe.
 *
 * <p>A folder an epoch: {@code 00000001.segment …}, each a header and records, and the marks {@code acknowledged} and
 * {@code handed-over}.
 */
public final class Journal implements EventSource, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    private final Disk disk;
    private final Path folder;
    private final Author author;
    private final int epoch;
    private final JournalSettings settings;
    private final InstantSource clock;
    private final EventIds ids;
    private final BiConsumer<Health.Kind, String> notices;
    private final SpareSegment spare;
    private final Segments segments;
    private int newest;
    private String lastHash;
    private boolean closed;

    private Journal(Parts parts, Path folder, Author author, int epoch, Recovery.Recovered recovered) {
        this.disk = parts.disk();
        this.folder = folder;
        this.author = author;
        this.epoch = epoch;
        this.settings = parts.settings();
        this.clock = parts.clock();
        this.ids = new EventIds(parts.random());
        this.notices = parts.notices();
        this.spare = new SpareSegment(disk, folder, settings.segmentBytes(), parts.background());
        this.segments = new Segments(disk, folder, epoch, recovered);
        this.newest = recovered.newest();
        this.lastHash = recovered.lastHash();
    }

    /**
     * What a journal is made of.
     *
     * @param disk where it is
     * @param settings its bounds
     * @param clock time of the events
     * @param random chance for their ids
     * @param background prepares the next file; the caller stops it
     * @param notices is told what happened; must not block
     */
    public record Parts(
            Disk disk,
            JournalSettings settings,
            InstantSource clock,
            RandomGenerator random,
            Executor background,
            BiConsumer<Health.Kind, String> notices) {}

    /**
     * Opens the journal of an epoch, and makes it when there is none. A torn end is cut off and told. What is damaged is told
     * and stays as it is; everything that is good counts, and work goes on behind it.
     *
     * @throws MemoryException UNKNOWN_FORMAT when it is another's journal, DISK_FULL or DISK_FAILED
     */
    public static Journal open(Parts parts, Path folder, Author author, int epoch) throws MemoryException {
        try {
            parts.disk().makeFolder(folder);
        } catch (IOException e) {
            throw new MemoryException(Reason.DISK_FAILED, "%s cannot be made".formatted(folder), e);
        }
        Recovery recovery = new Recovery(
                parts.disk(), folder, author, epoch, parts.settings().segmentBytes());
        Recovery.Recovered recovered = recovery.run();
        Journal journal = new Journal(parts, folder, author, epoch, recovered);
        journal.start(recovered);
        return journal;
    }

    private void start(Recovery.Recovered recovered) throws MemoryException {
        segments.damage().forEach(damage -> notices.accept(Health.Kind.JOURNAL_DAMAGED, damage));
        try {
            spare.clearOld();
            if (recovered.torn() && segments.current().isOpen()) {
                segments.current().cutTail();
                notices.accept(
                        Health.Kind.JOURNAL_TAIL_CUT,
                        "%s was cut after event %d".formatted(segments.current().path(), lastSeq()));
            }
        } catch (IOException e) {
            throw new MemoryException(Reason.DISK_FAILED, "%s cannot be cleared".formatted(folder), e);
        }
        if (acked() > lastSeq()) {
            notices.accept(
                    Health.Kind.JOURNAL_DAMAGED,
                    "the server has event %d, but %s ends at event %d".formatted(acked(), folder, lastSeq()));
            lastHash = segments.ackedHash();
            roll(acked() + 1);
        } else if (segments.isEmpty()) {
            roll(lastSeq() + 1);
        } else {
            spare.prepare();
        }
    }

    /**
     * Writes acts as one record and forces it to disk.
     *
     * @param drafts at most a thousand, and a mebibyte
     * @return the events, in order
     * @throws MemoryException when they are not on disk; none of them is then
     */
    public synchronized List<FloorEvent> append(List<Draft> drafts) throws MemoryException {
        if (closed) {
            throw new MemoryException(Reason.DISK_FAILED, "the journal is closed", null);
        }
        if (drafts.isEmpty()) {
            return List.of();
        }
        long first = lastSeq() + 1;
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<FloorEvent> events = new ArrayList<>(drafts.size());
        List<byte[]> written = new ArrayList<>(drafts.size());
        String previous = lastHash;
        for (Draft draft : drafts) {
            FloorEvent event = event(draft, first + events.size(), now, previous);
            byte[] bytes = EventCodec.encode(event);
            events.add(event);
            written.add(bytes);
            previous = EventCodec.hash(bytes);
        }
        refuseTooLarge(written);
        write(Frame.write(first, written), first, written.size(), now.toEpochMilli());
        lastHash = previous;
        return List.copyOf(events);
    }

    private FloorEvent event(Draft draft, long seq, Instant now, String previous) {
        return new FloorEvent(
                EventCodec.SCHEMA,
                author.company(),
                author.warehouse(),
                author.station(),
                epoch,
                seq,
                ids.at(now),
                now,
                draft.operator(),
                draft.task(),
                draft.leaseToken(),
                draft.act(),
                draft.movements(),
                previous);
    }

    private void refuseTooLarge(List<byte[]> events) {
        int most = Math.min(Frame.MOST_BYTES, settings.segmentBytes() - SegmentHeader.BYTES);
        if (events.size() > Frame.MOST_EVENTS || Frame.length(events) > most) {
            throw new IllegalArgumentException("%d acts are too many for one append".formatted(events.size()));
        }
    }

    private void write(ByteBuffer record, long first, int count, long nowMillis) throws MemoryException {
        if (!segments.current().fits(record.remaining())) {
            roll(first);
        }
        try {
            segments.current().append(record, first, count, nowMillis);
        } catch (IOException | RuntimeException e) {
            LOG.warn("the disk failed on event {}, trying a new file: {}", first, e.toString());
            writeElsewhere(record, first, count, nowMillis);
            notices.accept(
                    Health.Kind.JOURNAL_MOVED,
                    "%s at event %d: %s".formatted(segments.current().path(), first, e));
        }
    }

    /** After a failed force nothing can be trusted about that file: everything unconfirmed goes to another one. */
    private void writeElsewhere(ByteBuffer record, long first, int count, long nowMillis) throws MemoryException {
        roll(first);
        try {
            segments.current().append(record, first, count, nowMillis);
        } catch (IOException | RuntimeException e) {
            throw failure("event %d could not be written".formatted(first), e);
        }
    }

    private void roll(long firstSeq) throws MemoryException {
        try {
            try {
                startSegment(firstSeq);
            } catch (IOException | RuntimeException e) {
                LOG.warn("a new journal file could not be made, trying once more: {}", e.toString());
                startSegment(firstSeq);
            }
        } catch (IOException | RuntimeException e) {
            throw failure("no new journal file could be made", e);
        }
        spare.prepare();
    }

    private void startSegment(long firstSeq) throws IOException {
        SegmentHeader header = new SegmentHeader(SegmentHeader.FORMAT, epoch, firstSeq, lastHash, author.written());
        Path path = folder.resolve("%08d%s".formatted(newest + 1, Recovery.SUFFIX));
        Path prepared = spare.take();
        try (Disk.File file = disk.open(prepared)) {
            file.write(header.write(), 0);
            file.force();
        }
        disk.move(prepared, path);
        newest++;
        segments.add(new Segment(path, disk.open(path), header, settings.segmentBytes()));
    }

    private MemoryException failure(String what, Exception cause) {
        boolean full = freeBytes() < 2L * settings.segmentBytes();
        return new MemoryException(full ? Reason.DISK_FULL : Reason.DISK_FAILED, what, cause);
    }

    /** Bytes left on the disk, 0 when it does not answer. */
    public long freeBytes() {
        try {
            return disk.free(folder);
        } catch (IOException e) {
            LOG.warn("{} does not tell its room: {}", folder, e.toString());
            return 0;
        }
    }

    /** Whether new work may begin. Work that has begun is never refused for want of room. */
    public Health.Room room() {
        long free = freeBytes();
        if (free < settings.refuseBelow()) {
            return Health.Room.NO_NEW_WORK;
        }
        return free < settings.warnBelow() ? Health.Room.LOW : Health.Room.PLENTY;
    }

    @Override
    public int epoch() {
        return epoch;
    }

    @Override
    public long firstSeq() {
        return segments.firstSeq();
    }

    @Override
    public long lastSeq() {
        return segments.lastSeq();
    }

    /** Hash of the last event; of the one before the first when there is none. */
    public synchronized String lastHash() {
        return lastHash;
    }

    @Override
    public long acked() {
        return segments.acked();
    }

    @Override
    public void acknowledge(long seq) throws MemoryException {
        segments.acknowledge(seq);
    }

    @Override
    public long handedOver() {
        return segments.handedOver();
    }

    @Override
    public void handOver(long seq) throws MemoryException {
        segments.handOver(seq);
    }

    @Override
    public List<Stored> read(long from, int mostEvents, int mostBytes) throws MemoryException {
        return segments.read(from, mostEvents, mostBytes);
    }

    /** Up to which number the files are acknowledged and older than the settings keep them; 0 for none. */
    public long retirable() {
        return segments.retirable(clock.instant().minus(settings.keep()));
    }

    /** Deletes the files that hold nothing after a number that {@link #retirable()} gave. */
    public void retire(long upTo) {
        segments.retire(upTo);
    }

    @Override
    public synchronized void close() {
        closed = true;
        segments.close();
    }
}
