package dev.dockhand.server.people;

import dev.dockhand.model.id.StationId;
import dev.dockhand.server.people.RefusedException.Reason;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Site;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The stations of one warehouse and their keys. */
public final class Stations {

    private static final Duration SEEN_STEP = Duration.ofMinutes(1);

    private static final String FIND = """
        SELECT station, number, epoch, key_hash FROM station
        WHERE company = :company AND warehouse = :warehouse AND station = :station AND active\
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
    private final Site site;
    private final InstantSource time;
    private final Map<StationId, Instant> seen = new ConcurrentHashMap<>();

    /** Stations of one warehouse. */
    public Stations(Database database, Site site, InstantSource time) {
        this.database = database;
        this.site = site;
        this.time = time;
    }

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

    private record Row(Caller.Station caller, String keyHash) {}

    /** The station with this name, when the secret is its key. */
    Optional<Caller.Station> authenticate(StationId station, String secret) {
        Optional<Caller.Station> found = database.<Optional<Row>>read(handle -> site.bindTo(handle.createQuery(FIND))
                        .bind("station", station.value())
                        .map((row, context) -> new Row(
                                new Caller.Station(
                                        new StationId(row.getString("station")),
                                        row.getInt("number"),
                                        row.getInt("epoch")),
                                row.getString("key_hash")))
                        .findOne())
                .filter(row -> Secrets.matches(row.keyHash(), secret))
                .map(Row::caller);
        found.ifPresent(caller -> noteSeen(caller.station()));
        return found;
    }

    private void noteSeen(StationId station) {
        Instant now = time.instant();
        Instant last = seen.getOrDefault(station, Instant.MIN);
        if (last.isBefore(now.minus(SEEN_STEP))) {
            seen.put(station, now);
            database.useTransaction(
                    site,
                    handle -> site.bindTo(handle.createUpdate(SEEN))
                            .bind("station", station.value())
                            .bind("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                            .execute());
        }
    }

    /** All of them, by number. */
    public List<View> list() {
        return database.read(handle -> site.bindTo(handle.createQuery(LIST))
                .map((row, context) -> view(row))
                .list());
    }

    /** One of them. */
    Optional<View> find(StationId station) {
        return list().stream().filter(view -> view.station().equals(station)).findFirst();
    }

    private static View view(ResultSet row) throws SQLException {
        OffsetDateTime lastSeen = row.getObject("last_seen_at", OffsetDateTime.class);
        return new View(
                new StationId(row.getString("station")),
                row.getInt("number"),
                row.getInt("epoch"),
                row.getBoolean("active"),
                row.getObject("enrolled_at", OffsetDateTime.class).toInstant(),
                lastSeen == null ? null : lastSeen.toInstant(),
                row.getLong("last_seq"));
    }

    /**
     * Makes a station's key stop working, for instance because the machine was stolen. It works again after a new
     * enrolment.
     *
     * @throws RefusedException when there is no such station
     */
    public void revoke(StationId station) {
        int changed = database.inTransaction(
                site,
                handle -> site.bindTo(handle.createUpdate(SET_ACTIVE))
                        .bind("station", station.value())
                        .bind("active", false)
                        .execute());
        if (changed == 0) {
            throw new RefusedException(Reason.STATION_UNKNOWN, "there is no station " + station);
        }
    }
}
