package dev.dockhand.server.accept;

import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.protocol.Push;
import dev.dockhand.server.exception.ExceptionDraft;
import dev.dockhand.server.exception.Exceptions;
import dev.dockhand.server.feed.FeedWriter;
import dev.dockhand.server.store.Instants;
import dev.dockhand.server.store.Site;
import dev.dockhand.server.store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Keeps what stations did and the server does not take, such as the acts of the second of two machines under one name, until
 * a supervisor has reviewed them. Nothing of it counts.
 */
public final class Quarantine {

    private static final String KEEP = """
        INSERT INTO quarantine (company, warehouse, station, epoch, hash, seq, raw, kept_at)
        SELECT :company, :warehouse, :station, :epoch, :hash, :seq, :raw, :now
        WHERE NOT EXISTS (
            SELECT 1 FROM event WHERE company = :company AND warehouse = :warehouse AND station = :station
                AND epoch = :epoch AND seq = :seq AND hash = :hash)
        ON CONFLICT DO NOTHING\
        """;

    private static final String LIST = """
        SELECT seq, hash, raw, kept_at FROM quarantine
        WHERE company = :company AND warehouse = :warehouse AND station = :station AND epoch = :epoch
            AND (seq, hash) > (:afterSeq, :afterHash)
        ORDER BY seq, hash LIMIT :limit\
        """;

    private final FeedWriter feed;
    private final Exceptions exceptions;
    private final InstantSource time;

    /** Works with these services. */
    public Quarantine(FeedWriter feed, Exceptions exceptions, InstantSource time) {
        this.feed = feed;
        this.exceptions = exceptions;
        this.time = time;
    }

    /**
     * A kept event.
     *
     * @param seq its number, 0 where none can be read
     * @param hash what tells it from others of its number
     * @param raw the line as it came
     * @param keptAt when it came first
     */
    public record Kept(long seq, String hash, String raw, Instant keptAt) {}

    /**
     * What kept events are sorted by.
     *
     * @param seq number
     * @param hash what tells it from others of its number; empty stands before all of them
     */
    public record Key(long seq, String hash) {

        /** That of an event. */
        public static Key of(Kept kept) {
            return new Key(kept.seq(), kept.hash());
        }
    }

    /**
     * Keeps lines that are not among the events, each once, and tells a supervisor.
     *
     * @return how many of them are new
     * @throws PushTooLargeException when there are more than the protocol allows
     */
    public Push.Kept keep(Site site, StationId station, int epoch, List<byte[]> lines) {
        Events.check(lines);
        List<RawEvent> events =
                lines.stream().map(line -> RawEvent.read(line, false)).toList();
        return feed.inTransaction(site, tx -> {
            int fresh = write(tx, station, epoch, events);
            if (fresh > 0) {
                String detail = "events %d to %d are not taken; done by %s"
                        .formatted(events.getFirst().seq(), events.getLast().seq(), people(events));
                exceptions.raise(
                        tx,
                        new ExceptionDraft(
                                ExceptionKind.REFUSED_EVENTS,
                                "%s/%d".formatted(station, epoch),
                                station,
                                null,
                                detail));
            }
            return new Push.Kept(fresh, RawEvent.lastHash(events));
        });
    }

    private int write(Tx tx, StationId station, int epoch, List<RawEvent> events) {
        PreparedBatch batch = tx.batch(KEEP);
        for (RawEvent event : events) {
            tx.bindTo(batch)
                    .bind("station", station.value())
                    .bind("epoch", epoch)
                    .bind("hash", event.hash())
                    .bind("seq", event.seq())
                    .bind("raw", event.text())
                    .bind("now", time.instant())
                    .add();
        }
        int fresh = 0;
        for (int written : events.isEmpty() ? new int[0] : batch.execute()) {
            fresh += written;
        }
        return fresh;
    }

    private static String people(List<RawEvent> events) {
        return events.stream()
                .map(RawEvent::event)
                .filter(Objects::nonNull)
                .map(FloorEvent::operator)
                .map(String::valueOf)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /**
     * What is kept of a station's epoch, by number.
     *
     * @param after key of the last one of the page before
     * @param limit most rows
     */
    public List<Kept> list(Tx tx, StationId station, int epoch, Key after, int limit) {
        return tx.query(LIST)
                .bind("station", station.value())
                .bind("epoch", epoch)
                .bind("afterSeq", after.seq())
                .bind("afterHash", after.hash())
                .bind("limit", limit)
                .map((row, context) -> new Kept(
                        row.getLong("seq"), row.getString("hash"), row.getString("raw"), Instants.read(row, "kept_at")))
                .list();
    }
}
