package dev.dockhand.server.trouble;

import dev.dockhand.model.id.EventId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.TroubleId;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.trouble.Trouble;
import dev.dockhand.model.trouble.TroubleKind;
import dev.dockhand.server.feed.Changes;
import dev.dockhand.server.store.Ids;
import dev.dockhand.server.store.Site;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Raises, lists and settles exceptions. While one about the same thing is open, a new finding is added to it, so that a
 * supervisor answers a matter once.
 */
public final class Troubles {

    private static final int LONGEST_DETAIL = 2000;

    private static final String COLUMNS =
            "trouble_id, kind, about, station, event_id, detail, raised_at, settled_at IS NOT NULL AS settled";

    private static final String OPEN = """
        SELECT %s FROM trouble
        WHERE tenant = :tenant AND warehouse = :warehouse AND kind = :kind AND about = :about
            AND settled_at IS NULL
        ORDER BY raised_at LIMIT 1 FOR UPDATE\
        """.formatted(COLUMNS);

    private static final String ADD = """
        UPDATE trouble SET detail = :detail
        WHERE tenant = :tenant AND warehouse = :warehouse AND trouble_id = :id\
        """;

    private static final String RAISE = """
        INSERT INTO trouble (tenant, warehouse, trouble_id, kind, about, station, event_id, detail, raised_at)
        VALUES (:tenant, :warehouse, :id, :kind, :about, :station, :event, :detail, :at)\
        """;

    private static final String SETTLE = """
        UPDATE trouble SET settled_at = :at, settled_by = :by, answer = :answer
        WHERE tenant = :tenant AND warehouse = :warehouse AND trouble_id = :id AND settled_at IS NULL
        RETURNING %s\
        """.formatted(COLUMNS);

    private static final String RESOLVE = """
        UPDATE trouble SET settled_at = :at, settled_by = 'server', answer = :answer
        WHERE tenant = :tenant AND warehouse = :warehouse AND kind = :kind AND about = ANY(:abouts)
            AND settled_at IS NULL
        RETURNING %s\
        """.formatted(COLUMNS);

    private static final String LIST = """
        SELECT %s FROM trouble
        WHERE tenant = :tenant AND warehouse = :warehouse AND (settled_at IS NULL OR :all)
        ORDER BY raised_at DESC, trouble_id DESC LIMIT :limit\
        """.formatted(COLUMNS);

    private final Ids ids;
    private final InstantSource time;

    /** Takes identifiers and time from outside. */
    public Troubles(Ids ids, InstantSource time) {
        this.ids = ids;
        this.time = time;
    }

    /**
     * Asks a supervisor, and tells the stations.
     *
     * @return the exception that holds the finding: a new one, or an open one about the same
     */
    public TroubleId raise(Handle handle, Site site, Changes changes, Finding finding) {
        String detail = shortened(finding.detail());
        Optional<Trouble> open = site.bindTo(handle.createQuery(OPEN))
                .bind("kind", finding.kind().name())
                .bind("about", finding.about())
                .map((row, context) -> trouble(row))
                .findFirst();
        if (open.isPresent() && open.get().detail().contains(detail)) {
            return open.get().id();
        }
        Trouble trouble = open.map(found -> add(handle, site, found, detail))
                .orElseGet(() -> insert(handle, site, finding, detail));
        changes.add(new Feed.TroubleChanged(trouble));
        return trouble.id();
    }

    private static Trouble add(Handle handle, Site site, Trouble open, String more) {
        String detail = shortened(open.detail() + "; " + more);
        site.bindTo(handle.createUpdate(ADD))
                .bind("id", open.id().value())
                .bind("detail", detail)
                .execute();
        return new Trouble(
                open.id(), open.kind(), open.about(), open.station(), open.event(), detail, open.raisedAt(), false);
    }

    private Trouble insert(Handle handle, Site site, Finding finding, String detail) {
        Trouble raised = new Trouble(
                new TroubleId(ids.next()),
                finding.kind(),
                finding.about(),
                finding.station(),
                finding.event(),
                detail,
                time.instant(),
                false);
        site.bindTo(handle.createUpdate(RAISE))
                .bind("id", raised.id().value())
                .bind("kind", finding.kind().name())
                .bind("about", finding.about())
                .bind(
                        "station",
                        finding.station() == null ? null : finding.station().value())
                .bind("event", finding.event() == null ? null : finding.event().value())
                .bind("detail", detail)
                .bind("at", at(raised.raisedAt()))
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
    public Optional<Trouble> settle(Handle handle, Site site, Changes changes, TroubleId id, String by, String answer) {
        Optional<Trouble> settled = site.bindTo(handle.createQuery(SETTLE))
                .bind("id", id.value())
                .bind("by", shortened(by))
                .bind("answer", shortened(answer))
                .bind("at", at(time.instant()))
                .map((row, context) -> trouble(row))
                .findFirst();
        settled.ifPresent(trouble -> changes.add(new Feed.TroubleChanged(trouble)));
        return settled;
    }

    /** Settles what is not so any more. */
    public void resolve(
            Handle handle, Site site, Changes changes, TroubleKind kind, Collection<String> abouts, String answer) {
        if (abouts.isEmpty()) {
            return;
        }
        site.bindTo(handle.createQuery(RESOLVE))
                .bind("kind", kind.name())
                .bindArray("abouts", String.class, List.copyOf(abouts))
                .bind("answer", answer)
                .bind("at", at(time.instant()))
                .map((row, context) -> trouble(row))
                .forEach(trouble -> changes.add(new Feed.TroubleChanged(trouble)));
    }

    /**
     * Exceptions, newest first.
     *
     * @param all whether settled ones are wanted too
     * @param limit most rows, 1 to 1000
     */
    public List<Trouble> list(Handle handle, Site site, boolean all, int limit) {
        return site.bindTo(handle.createQuery(LIST))
                .bind("all", all)
                .bind("limit", Math.clamp(limit, 1, 1000))
                .map((row, context) -> trouble(row))
                .list();
    }

    private static String shortened(String text) {
        String safe = text.replace('\0', '\uFFFD');
        return safe.length() <= LONGEST_DETAIL ? safe : safe.substring(0, LONGEST_DETAIL);
    }

    private static OffsetDateTime at(Instant time) {
        return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    /** Reads a row of the columns of an exception. */
    private static Trouble trouble(ResultSet row) throws SQLException {
        @Nullable String station = row.getString("station");
        @Nullable String event = row.getString("event_id");
        return new Trouble(
                new TroubleId(row.getString("trouble_id")),
                TroubleKind.valueOf(row.getString("kind")),
                row.getString("about"),
                station == null ? null : new StationId(station),
                event == null ? null : new EventId(event),
                row.getString("detail"),
                row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("settled"));
    }
}
