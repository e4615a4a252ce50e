package dev.dockhand.server.access;

import dev.dockhand.model.id.StationId;
import dev.dockhand.server.access.RefusedException.Reason;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Instants;
import dev.dockhand.server.store.Site;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The stations of all warehouses and their keys. */
public final class Stations {

    private static final Duration SEEN_STEP = Duration.ofMinutes(1);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,39}");

    private static final String FIND = """
        SELECT company, warehouse, station, number, epoch FROM station WHERE key_hash = :hash AND active\
        """;

    private static final String SEEN = """
        UPDATE station SET last_seen_at = :now
        WHERE company = :company AND warehouse = :warehouse AND station = :station\
        """;

    private static final String LIST = """
        SELECT s.station, s.number, s.epoch, s.active, s.enrolled_at, s.last_seen_at, h.last_seq
        FROM station s LEFT JOIN station_head h ON h.company = s.company AND h.warehouse = s.warehouse
            AND h.station = s.station AND h.epoch = s.epoch
        WHERE s.company = :company AND s.warehouse = :warehouse ORDER BY s.number\
        """;

    private static final String SET_ACTIVE = """
        UPDATE station SET active = :active
        WHERE company = :company AND warehouse = :warehouse AND station = :station\
        """;

    private final Database database;
    private final KnownKeys known;
    private final InstantSource time;
    private final Map<Seen, Instant> seen = new ConcurrentHashMap<>();

    Stations(Database database, KnownKeys known, InstantSource time) {
        this.database = database;
        this.known = known;
        this.time = time;
    }

    private record Seen(Site site, StationId station) {}

    /**
     * A station as an administrator sees it.
     *
     * @param station name
     * @param number number in the warehouse
     * @param epoch newest epoch
     * @param active whether its key works
     * @param enrolledAt when it got its key
     * @param lastSeenAt when it last asked something, to the minute; absent before the first time
     * @param lastSeq last event of the newest epoch that was accepted; 0 before the first
     */
    public record View(
            StationId station,
            int number,
            int epoch,
            boolean active,
            Instant enrolledAt,
            @Nullable Instant lastSeenAt,
            long lastSeq) {

        /** Who it is and when it was there, in a line. */
        String words() {
            return "number %d, enrolled %s, last seen %s"
                    .formatted(
                            number,
                            enrolledAt.truncatedTo(ChronoUnit.SECONDS),
                            lastSeenAt == null ? "never" : lastSeenAt.truncatedTo(ChronoUnit.SECONDS));
        }
    }

    /** The station whose key has this hash. */
    Optional<Caller.Station> find(String hash) {
        return database.readAcross(rows -> rows.query(FIND)
                .bind("hash", hash)
                .map((row, context) -> new Caller.Station(
                        Site.of(row.getString("company"), row.getString("warehouse")),
                        new StationId(row.getString("station")),
                        row.getInt("number"),
                        row.getInt("epoch")))
                .findOne());
    }

    /** Notes, to the minute, that a station is there. */
    void noteSeen(Caller caller) {
        if (!(caller instanceof Caller.Station station)) {
            return;
        }
        Instant now = time.instant();
        Seen who = new Seen(station.site(), station.station());
        if (seen.getOrDefault(who, Instant.MIN).isBefore(now.minus(SEEN_STEP))) {
            seen.put(who, now);
            database.useTransaction(
                    station.site(),
                    tx -> tx.update(SEEN)
                            .bind("station", station.station().value())
                            .bind("now", now)
                            .execute());
        }
    }

    /** Those of a warehouse, by number. */
    public List<View> list(Site site) {
        return database.read(
                site, tx -> tx.query(LIST).map((row, context) -> view(row)).list());
    }

    /** One of them. */
    Optional<View> find(Site site, StationId station) {
        return list(site).stream()
                .filter(view -> view.station().equals(station))
                .findFirst();
    }

    private static View view(ResultSet row) throws SQLException {
        return new View(
                new StationId(row.getString("station")),
                row.getInt("number"),
                row.getInt("epoch"),
                row.getBoolean("active"),
                Instants.read(row, "enrolled_at"),
                Instants.find(row, "last_seen_at"),
                row.getLong("last_seq"));
    }

    /**
     * Makes a station's key stop working, for instance because the machine was stolen. It works again after a new
     * enrolment.
     *
     * @throws RefusedException when there is no such station
     */
    public void revoke(Site site, StationId station) {
        int changed = database.inTransaction(
                site,
                tx -> tx.update(SET_ACTIVE)
                        .bind("station", station.value())
                        .bind("active", false)
                        .execute());
        if (changed == 0) {
            throw new RefusedException(Reason.STATION_UNKNOWN, "there is no station " + station);
        }
        known.changed();
    }

    static void refuseBadName(StationId station) {
        if (!NAME.matcher(station.value()).matches() || station.value().equalsIgnoreCase("admin")) {
            throw new RefusedException(
                    Reason.STATION_NAME_INVALID,
                    "a station's name has 1 to 40 letters A to Z, digits, hyphens and underscores");
        }
    }
}
