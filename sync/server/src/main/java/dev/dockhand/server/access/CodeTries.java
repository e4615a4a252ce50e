package dev.dockhand.server.access;

import dev.dockhand.server.access.RefusedException.Reason;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Rows;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

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
        DELETE FROM enrolment_try WHERE at <= :before\
        """;

    private static final String ONE_AT_A_TIME = "SELECT one FROM enrolment_gate FOR UPDATE";

    private static final String COUNT = """
        SELECT count(*) AS together, count(*) FILTER (WHERE caller = :caller) AS each
        FROM enrolment_try\
        """;

    private static final String ADD = """
        INSERT INTO enrolment_try (try_id, caller, at) VALUES (:id, :caller, :now)\
        """;

    private static final String TAKE_BACK = """
        DELETE FROM enrolment_try WHERE try_id = :id\
        """;

    private final Database database;
    private final Secrets secrets;
    private final InstantSource time;
    private final Map<String, Instant> resting = new HashMap<>();

    CodeTries(Database database, Secrets secrets, InstantSource time) {
        this.database = database;
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
        Verdict verdict = database.acrossCompanies(rows -> add(rows, id, caller, now));
        if (verdict != Verdict.GOES_ON) {
            resting.put(verdict == Verdict.CALLER_STOPS ? caller : EVERYBODY, now.plus(REST));
            throw tooMany();
        }
        return id;
    }

    private Verdict add(Rows rows, String id, String caller, Instant now) {
        rows.query(ONE_AT_A_TIME).mapTo(Integer.class).one();
        forget(rows, now);
        Verdict verdict = rows.query(COUNT)
                .bind("caller", caller)
                .map((row, context) -> row.getInt("each") >= MOST_EACH
                        ? Verdict.CALLER_STOPS
                        : row.getInt("together") >= MOST_TOGETHER ? Verdict.EVERYBODY_STOPS : Verdict.GOES_ON)
                .one();
        if (verdict == Verdict.GOES_ON) {
            rows.update(ADD)
                    .bind("id", id)
                    .bind("caller", caller)
                    .bind("now", now)
                    .execute();
        }
        return verdict;
    }

    /** Forgets a try: what was wrong was not the code. */
    void takeBack(String id) {
        database.acrossCompanies(rows -> rows.update(TAKE_BACK).bind("id", id).execute());
    }

    /** Forgets the tries whose time is over. */
    void tidy() {
        database.acrossCompanies(rows -> forget(rows, time.instant()));
    }

    private int forget(Rows rows, Instant now) {
        return rows.update(FORGET).bind("before", now.minus(WITHIN)).execute();
    }

    private static RefusedException tooMany() {
        return new RefusedException(
                Reason.TOO_MANY_TRIES, "too many wrong codes; wait 15 minutes, then ask for a new code");
    }
}
