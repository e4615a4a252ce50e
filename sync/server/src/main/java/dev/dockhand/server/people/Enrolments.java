package dev.dockhand.server.people;

import dev.dockhand.model.protocol.Enrolment;
import dev.dockhand.server.people.RefusedException.Reason;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Meta;
import dev.dockhand.server.store.Site;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives stations their keys, in exchange for one-time codes. */
public final class Enrolments {

    private static final Logger LOG = LoggerFactory.getLogger(Enrolments.class);
    private static final Duration CODE_LIFE = Duration.ofMinutes(15);
    private static final int MOST_FAILURES_EACH = 5;
    private static final int MOST_FAILURES_TOGETHER = 100;
    private static final String EVERYBODY = "everybody";
    private static final Pattern STATION_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,39}");

    private static final String ADD_CODE = """
        INSERT INTO enrolment_code (tenant, warehouse, code_hash, made_at, expires_at)
        VALUES (:tenant, :warehouse, :hash, :now, :expires)\
        """;

    private static final String FORGET_CODES = """
        DELETE FROM enrolment_code WHERE tenant = :tenant AND warehouse = :warehouse
        AND expires_at < :before\
        """;

    private static final String USE_CODE = """
        UPDATE enrolment_code SET used_at = :now, used_by = :station
        WHERE tenant = :tenant AND warehouse = :warehouse AND code_hash = :hash
        AND used_at IS NULL AND expires_at > :now\
        """;

    private static final String FIND = """
        SELECT number FROM station WHERE tenant = :tenant AND warehouse = :warehouse AND station = :station\
        """;

    private static final String FREE_NUMBER = """
        SELECT min(n) FROM generate_series(1, 999) AS n WHERE NOT EXISTS (
            SELECT 1 FROM station WHERE tenant = :tenant AND warehouse = :warehouse AND number = n)\
        """;

    private static final int MOST_EPOCHS = 1_000_000;

    private static final String PUT = """
        INSERT INTO station (tenant, warehouse, station, number, key_hash, epoch, active, enrolled_at)
        VALUES (:tenant, :warehouse, :station, :number, :hash, :used + 1, true, :now)
        ON CONFLICT (tenant, warehouse, station) DO UPDATE SET
            key_hash = excluded.key_hash, epoch = GREATEST(station.epoch + 1, excluded.epoch), active = true,
            enrolled_at = excluded.enrolled_at
        RETURNING epoch\
        """;

    private final Database database;
    private final Site site;
    private final ZoneId zone;
    private final Secrets secrets;
    private final InstantSource time;
    private final RateLimit each;
    private final RateLimit together;

    /** Enrols stations of one warehouse, and tells them its time zone. */
    public Enrolments(Database database, Site site, ZoneId zone, Secrets secrets, InstantSource time) {
        this.database = database;
        this.site = site;
        this.zone = zone;
        this.secrets = secrets;
        this.time = time;
        this.each = new RateLimit(MOST_FAILURES_EACH, CODE_LIFE, time);
        this.together = new RateLimit(MOST_FAILURES_TOGETHER, CODE_LIFE, time);
    }

    /**
     * A one-time code.
     *
     * @param code what a person types at the station
     * @param expiresAt when it stops working
     */
    public record Code(String code, Instant expiresAt) {

        /** Leaves the code out. */
        @Override
        public String toString() {
            return "Code[until " + expiresAt + "]";
        }
    }

    /** Makes a code that enrols one station within 15 minutes. */
    public Code newCode() {
        String code = secrets.code();
        Instant now = time.instant();
        Instant expires = now.plus(CODE_LIFE);
        database.useTransaction(site, handle -> {
            site.bindTo(handle.createUpdate(FORGET_CODES))
                    .bind("before", utc(now.minus(Duration.ofDays(30))))
                    .execute();
            site.bindTo(handle.createUpdate(ADD_CODE))
                    .bind("hash", Secrets.hash(Secrets.plain(code)))
                    .bind("now", utc(now))
                    .bind("expires", utc(expires))
                    .execute();
        });
        return new Code(code, expires);
    }

    /**
     * Enrols a station. A name that is known gets a new key and a new epoch; its old key stops working.
     *
     * @param request code and name
     * @param from network address of the caller, for the limit of wrong codes
     * @throws RefusedException when the code or the name does not do
     */
    public Enrolment.Response enrol(Enrolment.Request request, String from) {
        if (each.isExceeded(from) || together.isExceeded(EVERYBODY)) {
            throw new RefusedException(
                    Reason.TOO_MANY_TRIES, "too many wrong codes; wait 15 minutes, then ask for a new code");
        }
        String station = request.station().value();
        if (!isStationName(station)) {
            throw new RefusedException(
                    Reason.STATION_NAME_INVALID,
                    "a station's name has 1 to 40 letters A to Z, digits, hyphens and underscores");
        }
        String key = secrets.key();
        Optional<Enrolment.Response> response =
                database.inTransaction(site, handle -> exchange(handle, request, station, key));
        if (response.isEmpty()) {
            each.failed(from);
            together.failed(EVERYBODY);
            throw new RefusedException(
                    Reason.CODE_INVALID, "the code is wrong, was used or is too old; ask for a new one");
        }
        LOG.info("station {} is enrolled, epoch {}", station, response.get().epoch());
        return response.get();
    }

    static boolean isStationName(String name) {
        return STATION_NAME.matcher(name).matches() && !name.equalsIgnoreCase("admin");
    }

    private Optional<Enrolment.Response> exchange(
            Handle handle, Enrolment.Request request, String station, String key) {
        Meta.lock(handle, site);
        OffsetDateTime now = utc(time.instant());
        int used = site.bindTo(handle.createUpdate(USE_CODE))
                .bind("hash", Secrets.hash(Secrets.plain(request.code())))
                .bind("station", station)
                .bind("now", now)
                .execute();
        if (used == 0) {
            return Optional.empty();
        }
        int number = number(handle, station);
        int epoch = site.bindTo(handle.createQuery(PUT))
                .bind("station", station)
                .bind("number", number)
                .bind("hash", Secrets.hash(key))
                .bind("used", Math.clamp(request.usedEpoch(), 0, MOST_EPOCHS))
                .bind("now", now)
                .mapTo(Integer.class)
                .one();
        return Optional.of(new Enrolment.Response(
                site.tenant(),
                site.warehouse(),
                zone,
                request.station(),
                number,
                key,
                epoch,
                Meta.serverEpoch(handle, site)));
    }

    private int number(Handle handle, String station) {
        Optional<Integer> known = site.bindTo(handle.createQuery(FIND))
                .bind("station", station)
                .mapTo(Integer.class)
                .findOne();
        return known.orElseGet(() -> site.bindTo(handle.createQuery(FREE_NUMBER))
                .mapTo(Integer.class)
                .findOne()
                .orElseThrow(() -> new RefusedException(
                        Reason.NO_NUMBER_LEFT, "all numbers from 1 to 999 are taken by other stations")));
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
