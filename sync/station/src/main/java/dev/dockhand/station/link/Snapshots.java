package dev.dockhand.station.link;

import dev.dockhand.station.Health;
import dev.dockhand.station.MemoryException;
import dev.dockhand.station.journal.EventSource;
import dev.dockhand.station.link.LinkException.Kind;
import dev.dockhand.station.replica.Replica;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.zip.GZIPOutputStream;

/** Puts the server's snapshot in the place of all that it told before. Used by one thread. */
final class Snapshots {

    private final ServerApi api;
    private final Replica replica;
    private final SealedPepper pepper;
    private final List<EventSource> journals;
    private final Path incoming;
    private final BiConsumer<Health.Kind, String> notices;
    private final Runnable answered;

    /**
     * Takes snapshots.
     *
     * @param answered is told when one came
     */
    Snapshots(Puller.Parts parts, Runnable answered) {
        this.api = parts.api();
        this.replica = parts.replica();
        this.pepper = parts.pepper();
        this.journals = List.copyOf(parts.journals());
        this.incoming = parts.incoming();
        this.notices = parts.notices();
        this.answered = answered;
    }

    void load() throws LinkException, InterruptedException, MemoryException, IOException {
        fetchPepper();
        Map<EventSource, Long> acknowledged = new LinkedHashMap<>();
        journals.forEach(journal -> acknowledged.put(journal, journal.acked()));
        Files.deleteIfExists(incoming);
        api.snapshot(incoming);
        answered.run();
        zipped();
        try {
            replica.load(incoming);
        } catch (MemoryException e) {
            if (e.getCause() instanceof IOException) {
                notices.accept(
                        Health.Kind.ANSWER_REFUSED,
                        "a snapshot: " + e.getCause().getMessage());
                throw LinkException.of(Kind.UNUSABLE, "the snapshot cannot be used: " + e.getCause());
            }
            throw e;
        }
        sendAgain(acknowledged);
    }

    /** Comes before the hashes that need it. A server that does not give it keeps nobody from the rest. */
    void fetchPepper() throws LinkException, InterruptedException {
        try {
            pepper.keep(api.pepper());
        } catch (LinkException e) {
            if (e.kind() != Kind.FAILED && e.kind() != Kind.UNUSABLE) {
                throw e;
            }
            notices.accept(Health.Kind.ANSWER_REFUSED, "what PINs are checked with: " + e.getMessage());
        }
    }

    /** What was acknowledged before a snapshot and is not in it is gone: the server came back from a backup, told or not. */
    private void sendAgain(Map<EventSource, Long> acknowledged) throws MemoryException {
        for (EventSource journal : journals) {
            long has = replica.toldUpTo(journal.epoch());
            if (has < Objects.requireNonNull(acknowledged.get(journal))) {
                notices.accept(
                        Health.Kind.SERVER_RESTORED,
                        "it has events up to %d of epoch %d, had up to %d"
                                .formatted(has, journal.epoch(), journal.acked()));
                journal.acknowledge(has);
            }
            sendLastAgain(journal);
            if (journal.handedOver() > 0) {
                // That it still has what was handed over to it is in no snapshot.
                journal.handOver(0);
            }
        }
    }

    /**
     * A server that has as many acts as before may have another machine's: one with a copy of this folder that came first after a backup.
     * Each act names the one before it, so that the last one proves or disproves them all.
     */
    private static void sendLastAgain(EventSource journal) throws MemoryException {
        long last = journal.lastSeq();
        if (last >= journal.firstSeq() && journal.acked() >= last) {
            journal.acknowledge(last - 1);
        }
    }

    /** Snapshots are kept as gzip, however they came. */
    private void zipped() throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(incoming))) {
            if (in.read() == 0x1f && in.read() == 0x8b) {
                return;
            }
        }
        Path zip = incoming.resolveSibling(incoming.getFileName() + ".zip");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zip), 1 << 16)) {
            Files.copy(incoming, out);
        }
        Files.move(zip, incoming, StandardCopyOption.REPLACE_EXISTING);
    }
}
