package dev.dockhand.server.access;

import dev.dockhand.model.id.StationId;
import dev.dockhand.model.protocol.Enrolment;
import dev.dockhand.server.access.RefusedException.Reason;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Meta;
import dev.dockhand.server.store.Site;
import dev.dockhand.server.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives stations their keys, in exchange for one-time codes that were made for their names. */
public final class Enrolments {

    private static final Logger LOG = LoggerFactory.getLogger(Enrolments.class);
    private static final Duration CODE_LIFE = Duration.ofMinutes(15);

    private static final String ADD_CODE = """
        INSERT INTO enrolment_code (company, warehouse, code_hash, station, replaces, made_at, expires_at)
        VALUES (:company, :warehouse, :hash, :station, :replaces, :now, :expires)\
        """;

    /** Of a station there is one code at a time; used ones stay a month. */
    private static final String FORGET_CODES = """
        DELETE FROM enrolment_code WHERE company = :company AND warehouse = :warehouse
        AND (expires_at < :before OR station = :station AND used_at IS NULL)\
        """;

    private static final String WHERE = """
        SELECT company, warehouse FROM enrolment_code WHERE code_hash = :hash AND used_at IS NULL AND expires_at > :now\
        """;

    private static final String USE_CODE = """
        UPDATE enrolment_code SET used_at = :now
        WHERE company = :company AND warehouse = :warehouse AND code_hash = :hash
        AND used_at IS NULL AND expires_at > :now
        RETURNING station, replaces\
        """;

    private static final String FIND = """
        SELECT number FROM station WHERE company = :company AND warehouse = :warehouse AND station = :station\
        """;

    private static final String FREE_NUMBER = """
        SELECT min(n) FROM generate_series(1, 999) AS n WHERE NOT EXISTS (
            SELECT 1 FROM station WHERE company = :company AND warehouse = :warehouse AND number = n)\
        """;

    private static final int MOST_EPOCHS = 1_000_000;

    private static final String PUT = """
        INSERT INTO station (company, warehouse, station, number, key_hash, epoch, active, enrolled_at)
        VALUES (:company, :warehouse, :station, :number, :hash, :used + 1, true, :now)
        ON CONFLICT (company, warehouse, station) DO UPDATE SET
            key_hash = excluded.key_hash, epoch = GREATEST(station.epoch + 1, excluded.epoch), active = true,
            enrolled_at = excluded.enrolled_at
        RETURNING epoch\
        """;

    private final Database database;
    private final Warehouses warehouses;
    private final Stations stations;
    private final KnownKeys known;
    private final Secrets secrets;
    private final InstantSource time;
    private final CodeTries tries;

    Enrolments(
            Database database,
            Warehouses warehouses,
            Stations stations,
            KnownKeys known,
            Secrets secrets,
            InstantSource time) {
        this.database = database;
        this.warehouses = warehouses;
        this.stations = stations;
        this.known = known;
        this.secrets = secrets;
        this.time = time;
        this.tries = new CodeTries(database, secrets, time);
    }

    /**
     * A one-time code.
     *
     * @param code what a person types at the station
     * @param station the name that it enrols, and no other
     * @param expiresAt when it stops working
     * @param replaces the station of this name that it puts out of its place, absent where there is none
     */
    public record Code(String code, StationId station, Instant expiresAt, Stations.@Nullable View replaces) {

        /** Leaves the code out. */
        @Override
        public String toString() {
            return "Code[" + station + " until " + expiresAt + "]";
        }
    }

    /**
     * Makes a code that enrols one station within 15 minutes; one that was made for the name before stops working.
     *
     * @param station name that the station shall have
     * @param replace whether a station that has the name already is to lose it, and its key
     * @throws RefusedException when no station can have the name, or one has it that is not to be replaced
     */
    public Code newCode(Site site, StationId station, boolean replace) {
        Stations.refuseBadName(station);
        Stations.View before = stations.find(site, station).orElse(null);
        if (before != null && !replace) {
            throw new RefusedException(
                    Reason.STATION_EXISTS,
                    "there is a station %s: %s. A code that is made with --replace (\"replace\": true) gives its name to"
                                    .formatted(station, before.words())
                            + " another machine and ends its key");
        }
        String code = secrets.code();
        Instant now = time.instant();
        Instant expires = now.plus(CODE_LIFE);
        database.useTransaction(site, tx -> {
            tx.update(FORGET_CODES)
                    .bind("before", now.minus(Duration.ofDays(30)))
                    .bind("station", station.value())
                    .execute();
            tx.update(ADD_CODE)
                    .bind("hash", Secrets.hash(Secrets.plain(code)))
                    .bind("station", station.value())
                    .bind("replaces", replace)
                    .bind("now", now)
                    .bind("expires", expires)
                    .execute();
        });
        LOG.info("a code was made for station {}{}", station, before == null ? "" : ", to replace " + before.words());
        return new Code(code, station, expires, before);
    }

    /**
     * Enrols a station. A name that is known gets a new key and a new epoch, when its code says that it may; its old key stops
     * working.
     *
     * @param request code and name
     * @param from network address of the caller, for the limit of wrong codes
     * @throws RefusedException when the code or the name does not do
     */
    public Enrolment.Response enrol(Enrolment.Request request, String from) {
        String station = request.station().value();
        Stations.refuseBadName(request.station());
        String key = secrets.key();
        String attempt = tries.begin(from);
        Enrolment.Response response;
        try {
            Site site = site(request.code());
            response = database.inTransaction(site, tx -> exchange(tx, request, station, key));
        } catch (RefusedException e) {
            if (!e.isGuess()) {
                tries.takeBack(attempt);
            }
            throw e;
        }
        tries.takeBack(attempt);
        known.changed();
        LOG.info("station {} is enrolled, epoch {}", station, response.epoch());
        return response;
    }

    /** Forgets what is told of wrong codes once it does not count any more. */
    public void tidy() {
        tries.tidy();
    }

    private Site site(String code) {
        return database.readAcross(rows -> rows.query(WHERE)
                        .bind("hash", Secrets.hash(Secrets.plain(code)))
                        .bind("now", time.instant())
                        .map((row, context) -> Site.of(row.getString("company"), row.getString("warehouse")))
                        .findOne())
                .orElseThrow(Enrolments::wrongCode);
    }

    private static RefusedException wrongCode() {
        return new RefusedException(
                Reason.CODE_INVALID, "the code is wrong, was used or is too old; ask for a new one");
    }

    /** What a code was made for. */
    private record Made(String station, boolean replaces) {}

    private Enrolment.Response exchange(Tx tx, Enrolment.Request request, String station, String key) {
        Meta.lock(tx);
        Instant now = time.instant();
        Made made = tx.query(USE_CODE)
                .bind("hash", Secrets.hash(Secrets.plain(request.code())))
                .bind("now", now)
                .map((row, context) -> new Made(row.getString("station"), row.getBoolean("replaces")))
                .findOne()
                .orElseThrow(Enrolments::wrongCode);
        if (!made.station().equals(station)) {
            throw new RefusedException(
                    Reason.CODE_FOR_OTHER_STATION,
                    "the code was made for another station's name; ask for one for " + station);
        }
        int number = number(tx, made);
        int epoch = tx.query(PUT)
                .bind("station", station)
                .bind("number", number)
                .bind("hash", Secrets.hash(key))
                .bind("used", Math.clamp(request.usedEpoch(), 0, MOST_EPOCHS))
                .bind("now", now)
                .mapTo(Integer.class)
                .one();
        return new Enrolment.Response(
                tx.site().company(),
                warehouses.get(tx.site()),
                request.station(),
                number,
                key,
                epoch,
                Meta.serverEpoch(tx));
    }

    private int number(Tx tx, Made made) {
        Optional<Integer> known = tx.query(FIND)
                .bind("station", made.station())
                .mapTo(Integer.class)
                .findOne();
        if (known.isPresent() && !made.replaces()) {
            throw new RefusedException(
                    Reason.STATION_EXISTS,
                    "another station was enrolled under this name meanwhile; ask for a code that replaces it");
        }
        return known.orElseGet(() -> tx.query(FREE_NUMBER)
                .mapTo(Integer.class)
                .findOne()
                .orElseThrow(() -> new RefusedException(
                        Reason.NO_NUMBER_LEFT, "all numbers from 1 to 999 are taken by other stations")));
    }
}
