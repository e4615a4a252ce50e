package dev.dockhand.server.accept;

import dev.dockhand.model.event.EventCodec;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.id.EventId;
import dev.dockhand.model.id.ExceptionId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.protocol.Push;
import dev.dockhand.server.store.Columns;
import dev.dockhand.server.store.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The events of one station and epoch as they came, and how far they have come. */
final class EventLog {

    private static final String EPOCH = """
        SELECT epoch FROM station WHERE company = :company AND warehouse = :warehouse AND station = :station\
        """;

    private static final String LOCK = """
        INSERT INTO station_head (company, warehouse, station, epoch, last_seq, last_hash)
        VALUES (:company, :warehouse, :station, :epoch, 0, :zeros)
        ON CONFLICT (company, warehouse, station, epoch) DO UPDATE SET last_seq = station_head.last_seq
        RETURNING last_seq, last_hash\
        """;

    private static final String STORED = """
        SELECT seq, hash, status FROM event
        WHERE company = :company AND warehouse = :warehouse AND station = :station AND epoch = :epoch
            AND seq BETWEEN :first AND :last\
        """;

    private static final String BY_HASH = """
        SELECT seq, hash, status FROM event
        WHERE company = :company AND warehouse = :warehouse AND station = :station AND epoch = :epoch
            AND hash = ANY(:hashes)\
        """;

    private static final String INSERT = """
        INSERT INTO event (company, warehouse, station, epoch, seq, hash, raw, status, accepted_at, event_id, type,
            operator, task, at, exception_id)
        SELECT :company, :warehouse, :station, :epoch, seq, hash, raw, status, :now, id, type, operator, task,
            at::timestamptz, exception
        FROM unnest(:seqs, :hashes, :raws, :statuses, :ids, :types, :operators, :tasks, :ats, :exceptions)
            AS e (seq, hash, raw, status, id, type, operator, task, at, exception)\
        """;

    private static final String ADVANCE = """
        UPDATE station_head SET last_seq = :seq, last_hash = :hash
        WHERE company = :company AND warehouse = :warehouse AND station = :station AND epoch = :epoch\
        """;

    private static final String UNDONE = """
        UPDATE event SET undone_by = :by
        WHERE company = :company AND warehouse = :warehouse AND event_id = :id AND undone_by IS NULL\
        """;

    private final Tx tx;
    private final StationId station;
    private final int epoch;

    /** The log of one station's epoch, within one transaction. */
    EventLog(Tx tx, StationId station, int epoch) {
        this.tx = tx;
        this.station = station;
        this.epoch = epoch;
    }

    /** An event that the server has. */
    record Stored(long seq, String hash, Push.Status status) {}

    /**
     * An event that comes on top.
     *
     * @param raw the line
     * @param status what became of it
     * @param exception exception that it led to, absent for none
     */
    record Fresh(RawEvent raw, Push.Status status, @Nullable ExceptionId exception) {

        private <T> @Nullable T read(Function<FloorEvent, @Nullable T> value) {
            return raw.event() == null ? null : value.apply(raw.event());
        }
    }

    private <S extends SqlStatement<S>> S bound(S statement) {
        return tx.bindTo(statement).bind("station", station.value()).bind("epoch", epoch);
    }

    /** Newest epoch of the station; nothing when it was never enrolled. */
    Optional<Integer> newestEpoch() {
        return tx.query(EPOCH)
                .bind("station", station.value())
                .mapTo(Integer.class)
                .findOne();
    }

    Continuity.Head lock() {
        return bound(tx.query(LOCK))
                .bind("zeros", EventCodec.NO_PREVIOUS)
                .map((row, context) -> new Continuity.Head(row.getLong("last_seq"), row.getString("last_hash")))
                .one();
    }

    Map<Long, Stored> stored(long first, long last) {
        Map<Long, Stored> found = new HashMap<>();
        bound(tx.query(STORED))
                .bind("first", first)
                .bind("last", last)
                .map((row, context) -> new Stored(
                        row.getLong("seq"), row.getString("hash"), Push.Status.valueOf(row.getString("status"))))
                .forEach(stored -> found.put(stored.seq(), stored));
        return found;
    }

    Map<String, Long> numbers(Collection<String> hashes) {
        Map<String, Long> found = new HashMap<>();
        bound(tx.query(BY_HASH))
                .bindArray("hashes", String.class, List.copyOf(hashes))
                .map((row, context) -> Map.entry(row.getString("hash"), row.getLong("seq")))
                .forEach(row -> found.put(row.getKey(), row.getValue()));
        return found;
    }

    void append(List<Fresh> events, Instant now) {
        Columns.of(events)
                .longs("seqs", fresh -> fresh.raw().seq())
                .text("hashes", fresh -> fresh.raw().hash())
                .text("raws", fresh -> fresh.raw().text())
                .text("statuses", Fresh::status)
                .text("ids", fresh -> fresh.read(FloorEvent::id))
                .text(
                        "types",
                        fresh -> fresh.read(event -> event.act().getClass().getSimpleName()))
                .text("operators", fresh -> fresh.read(FloorEvent::operator))
                .text("tasks", fresh -> fresh.read(FloorEvent::task))
                .text("ats", fresh -> fresh.read(FloorEvent::at))
                .text("exceptions", Fresh::exception)
                .in(bound(tx.update(INSERT)))
                .bind("now", now)
                .execute();
        RawEvent last = events.getLast().raw();
        bound(tx.update(ADVANCE))
                .bind("seq", last.seq())
                .bind("hash", last.hash())
                .execute();
    }

    void undone(EventId undone, EventId by) {
        tx.update(UNDONE).bind("id", undone.value()).bind("by", by.value()).execute();
    }
}
