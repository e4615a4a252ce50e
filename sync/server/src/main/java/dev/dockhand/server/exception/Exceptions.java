package dev.dockhand.server.exception;

import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.exception.ExceptionRecord;
import dev.dockhand.model.id.EventId;
import dev.dockhand.model.id.ExceptionId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.server.store.Ids;
import dev.dockhand.server.store.Instants;
import dev.dockhand.server.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Raises, lists and settles exceptions. While one about the same thing is open, a new one is added to it, so that a
 * supervisor answers a matter once.
 */
public final class Exceptions {

    private static final int LONGEST_DETAIL = 2000;

    private static final String COLUMNS =
            "exception_id, kind, about, station, event_id, detail, raised_at, settled_at IS NOT NULL AS settled";

    private static final String OPEN = """
        SELECT %s FROM exception
        WHERE company = :company AND warehouse = :warehouse AND kind = :kind AND about = :about
            AND settled_at IS NULL
        ORDER BY raised_at LIMIT 1 FOR UPDATE\
        """.formatted(COLUMNS);

    private static final String ADD = """
        UPDATE exception SET detail = :detail
        WHERE company = :company AND warehouse = :warehouse AND exception_id = :id\
        """;

    private static final String RAISE = """
        INSERT INTO exception (company, warehouse, exception_id, kind, about, station, event_id, detail, raised_at)
        VALUES (:company, :warehouse, :id, :kind, :about, :station, :event, :detail, :at)\
        """;

    private static final String SETTLE = """
        UPDATE exception SET settled_at = :at, settled_by = :by, answer = :answer
        WHERE company = :company AND warehouse = :warehouse AND exception_id = :id AND settled_at IS NULL
        RETURNING %s\
        """.formatted(COLUMNS);

    private static final String RESOLVE = """
        UPDATE exception SET settled_at = :at, settled_by = 'server', answer = :answer
        WHERE company = :company AND warehouse = :warehouse AND kind = :kind AND about = ANY(:abouts)
            AND settled_at IS NULL
        RETURNING %s\
        """.formatted(COLUMNS);

    private static final String LIST = """
        SELECT %s FROM exception
        WHERE company = :company AND warehouse = :warehouse AND (raised_at, exception_id) < (:beforeAt, :beforeId) %s
        ORDER BY raised_at DESC, exception_id DESC LIMIT :limit\
        """;

    private static final String LIST_ALL = LIST.formatted(COLUMNS, "");
    private static final String LIST_OPEN = LIST.formatted(COLUMNS, "AND settled_at IS NULL");

    private final Ids ids;
    private final InstantSource time;

    /** Takes identifiers and time from outside. */
    public Exceptions(Ids ids, InstantSource time) {
        this.ids = ids;
        this.time = time;
    }

    /**
     * Asks a supervisor, and tells the stations.
     *
     * @return the exception that holds it: a new one, or an open one about the same
     */
    public ExceptionId raise(Tx tx, ExceptionDraft draft) {
        String detail = shortened(draft.detail());
        Optional<ExceptionRecord> open = tx.query(OPEN)
                .bind("kind", draft.kind().name())
                .bind("about", draft.about())
                .map((row, context) -> read(row))
                .findFirst();
        if (open.isPresent() && open.get().detail().contains(detail)) {
            return open.get().id();
        }
        ExceptionRecord exception =
                open.map(found -> add(tx, found, detail)).orElseGet(() -> insert(tx, draft, detail));
        tx.tell(new Feed.ExceptionChanged(exception));
        return exception.id();
    }

    private static ExceptionRecord add(Tx tx, ExceptionRecord open, String more) {
        String detail = shortened(open.detail() + "; " + more);
        tx.update(ADD).bind("id", open.id().value()).bind("detail", detail).execute();
        return new ExceptionRecord(
                open.id(), open.kind(), open.about(), open.station(), open.event(), detail, open.raisedAt(), false);
    }

    private ExceptionRecord insert(Tx tx, ExceptionDraft draft, String detail) {
        ExceptionRecord raised = new ExceptionRecord(
                new ExceptionId(ids.next()),
                draft.kind(),
                draft.about(),
                draft.station(),
                draft.event(),
                detail,
                time.instant(),
                false);
        tx.update(RAISE)
                .bind("id", raised.id().value())
                .bind("kind", draft.kind().name())
                .bind("about", draft.about())
                .bind(
                        "station",
                        draft.station() == null ? null : draft.station().value())
                .bind("event", draft.event() == null ? null : draft.event().value())
                .bind("detail", detail)
                .bind("at", raised.raisedAt())
                .execute();
        return raised;
    }

    /**
     * A supervisor's answer.
     *
     * @param by who answered
     * @param answer what was found and done
     * @return the settled exception; nothing when there is no open one of that key
     */
    public Optional<ExceptionRecord> settle(Tx tx, ExceptionId id, String by, String answer) {
        Optional<ExceptionRecord> settled = tx.query(SETTLE)
                .bind("id", id.value())
                .bind("by", shortened(by))
                .bind("answer", shortened(answer))
                .bind("at", time.instant())
                .map((row, context) -> read(row))
                .findFirst();
        settled.ifPresent(exception -> tx.tell(new Feed.ExceptionChanged(exception)));
        return settled;
    }

    /** Settles what is not so any more. */
    public void resolve(Tx tx, ExceptionKind kind, Collection<String> abouts, String answer) {
        if (abouts.isEmpty()) {
            return;
        }
        tx.query(RESOLVE)
                .bind("kind", kind.name())
                .bindArray("abouts", String.class, List.copyOf(abouts))
                .bind("answer", answer)
                .bind("at", time.instant())
                .map((row, context) -> read(row))
                .forEach(exception -> tx.tell(new Feed.ExceptionChanged(exception)));
    }

    /**
     * What exceptions are sorted by, newest first.
     *
     * @param raisedAt when it was raised
     * @param id its key
     */
    public record Key(Instant raisedAt, String id) {

        /** Before the newest. */
        public static final Key START = new Key(Instant.parse("9999-12-31T00:00:00Z"), "");

        /** That of an exception. */
        public static Key of(ExceptionRecord exception) {
            return new Key(exception.raisedAt(), exception.id().value());
        }
    }

    /**
     * Exceptions, newest first.
     *
     * @param all whether settled ones are wanted too
     * @param after key of the last one of the page before
     * @param limit most rows
     */
    public List<ExceptionRecord> list(Tx tx, boolean all, Key after, int limit) {
        return tx.query(all ? LIST_ALL : LIST_OPEN)
                .bind("beforeAt", after.raisedAt())
                .bind("beforeId", after.id())
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list();
    }

    private static String shortened(String text) {
        String safe = text.replace('\0', '\uFFFD');
        return safe.length() <= LONGEST_DETAIL ? safe : safe.substring(0, LONGEST_DETAIL);
    }

    /** Reads an exception, and whether it is settled. */
    public static ExceptionRecord read(ResultSet row) throws SQLException {
        @Nullable String station = row.getString("station");
        @Nullable String event = row.getString("event_id");
        return new ExceptionRecord(
                new ExceptionId(row.getString("exception_id")),
                ExceptionKind.valueOf(row.getString("kind")),
                row.getString("about"),
                station == null ? null : new StationId(station),
                event == null ? null : new EventId(event),
                row.getString("detail"),
                Instants.read(row, "raised_at"),
                row.getBoolean("settled"));
    }
}
