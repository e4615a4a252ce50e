package dev.dockhand.server.people;

import dev.dockhand.server.people.RefusedException.Reason;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Meta;
import dev.dockhand.server.store.Site;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Bounds how often codes are guessed, from one address and altogether. A try is written before its code is looked at, one at a
 * time, so exactly as many as may be tried are, from any number of threads, also after a restart. A right code takes its try
 * back. The table holds no more than the tries of one stretch of time.
 */
final class CodeTries {

    static final int MOST_EACH = 5;
    static final int MOST_TOGETHER = 100;
    static final Duration WITHIN = Duration.ofMinutes(15);

    /** So long who was refused is refused again without asking the database. */
    private static final Duration REST = Duration.ofSeconds(5);

    private static final String EVERYBODY = "";

    private static final String FORGET = """
        DELETE FROM enrolment_try WHERE company = :company AND warehouse = :warehouse AND at <= :before\
        """;

    private static final String COUNT = """
        SELECT count(*) AS together, count(*) FILTER (WHERE caller = :caller) AS each
        FROM enrolment_try WHERE company = :company AND warehouse = :warehouse\
        """;

    private static final String ADD = """
        INSERT INTO enrolment_try (company, warehouse, try_id, caller, at)
        VALUES (:company, :warehouse, :id, :caller, :now)\
        """;

    private static final String TAKE_BACK = """
        DELETE FROM enrolment_try WHERE company = :company AND warehouse = :warehouse AND try_id = :id\
        """;

    private final Database database;
    private final Site site;
    private final Secrets secrets;
    private final InstantSource time;
    private final Map<String, Instant> resting = new HashMap<>();

    CodeTries(Database database, Site site, Secrets secrets, InstantSource time) {
        this.database = database;
        this.site = site;
        this.secrets = secrets;
        this.time = time;
    }

    /** Who has tried too often. */
    private enum Verdict {
        GOES_ON,
        CALLER_STOPS,
        EVERYBODY_STOPS
    }

    /**
     * Counts a try.
     *
     * @param caller network address of who tries
     * @return the try, to be taken back when the code was right
     * @throws RefusedException when there were too many
     */
    synchronized String begin(String caller) {
        Instant now = time.instant();
        resting.values().removeIf(until -> !now.isBefore(until));
        if (resting.containsKey(caller) || resting.containsKey(EVERYBODY)) {
            throw tooMany();
        }
        String id = secrets.key();
        Verdict verdict = database.inTransaction(site, handle -> add(handle, id, caller, now));
        if (verdict != Verdict.GOES_ON) {
            resting.put(verdict == Verdict.CALLER_STOPS ? caller : EVERYBODY, now.plus(REST));
            throw tooMany();
        }
        return id;
    }

    private Verdict add(Handle handle, String id, String caller, Instant now) {
        Meta.lock(handle, site);
        forget(handle, now);
        Verdict verdict = site.bindTo(handle.createQuery(COUNT))
                .bind("caller", caller)
                .map((row, context) -> row.getInt("each") >= MOST_EACH
                        ? Verdict.CALLER_STOPS
                        : row.getInt("together") >= MOST_TOGETHER ? Verdict.EVERYBODY_STOPS : Verdict.GOES_ON)
                .one();
        if (verdict == Verdict.GOES_ON) {
            site.bindTo(handle.createUpdate(ADD))
                    .bind("id", id)
                    .bind("caller", caller)
                    .bind("now", utc(now))
                    .execute();
        }
        return verdict;
    }

    /** Forgets a try, when the transaction commits: what was wrong was not the code. */
    void takeBack(Handle handle, String id) {
        site.bindTo(handle.createUpdate(TAKE_BACK)).bind("id", id).execute();
    }

    /** Forgets the tries whose time is over. */
    void tidy() {
        database.useTransaction(site, handle -> forget(handle, time.instant()));
    }

    private void forget(Handle handle, Instant now) {
        site.bindTo(handle.createUpdate(FORGET))
                .bind("before", utc(now.minus(WITHIN)))
                .execute();
    }

    private static RefusedException tooMany() {
        return new RefusedException(
                Reason.TOO_MANY_TRIES, "too many wrong codes; wait 15 minutes, then ask for a new code");
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
