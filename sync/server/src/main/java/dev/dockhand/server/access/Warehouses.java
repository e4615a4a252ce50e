package dev.dockhand.server.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dockhand.model.id.CompanyId;
import dev.dockhand.model.json.Json;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.site.Warehouse;
import dev.dockhand.server.access.RefusedException.Reason;
import dev.dockhand.server.feed.FeedWriter;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Meta;
import dev.dockhand.server.store.Site;
import dev.dockhand.server.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The warehouses of all companies, and how each works. Thread-safe. */
public final class Warehouses {

    private static final ObjectMapper MAPPER = Json.mapper();

    /** So long another process may take to hear of a change. */
    private static final Duration KNOWN = Duration.ofSeconds(5);

    private static final String PUT = """
        INSERT INTO warehouse (company, warehouse, settings, created_at)
        VALUES (:company, :warehouse, :settings, :now)
        ON CONFLICT (company, warehouse) DO UPDATE SET settings = excluded.settings\
        """;

    private static final String GET = """
        SELECT settings FROM warehouse WHERE company = :company AND warehouse = :warehouse\
        """;

    private static final String OF_COMPANY =
            "SELECT settings FROM warehouse WHERE company = :company ORDER BY warehouse";

    private static final String ALL = "SELECT company, warehouse FROM warehouse ORDER BY company, warehouse";

    private final Database database;
    private final FeedWriter feed;
    private final InstantSource time;
    private final Map<Site, Read> read = new ConcurrentHashMap<>();

    /** Kept in this database; stations are told there. */
    public Warehouses(Database database, FeedWriter feed, InstantSource time) {
        this.database = database;
        this.feed = feed;
        this.time = time;
    }

    private record Read(Warehouse warehouse, Instant at) {}

    /**
     * Makes a warehouse, or changes how it works; its stations are told.
     *
     * @throws RefusedException when there is no such company
     */
    public void put(CompanyId company, Warehouse warehouse) {
        Site site = new Site(company, warehouse.id());
        feed.useTransaction(site, tx -> {
            if (tx.query("SELECT 1 FROM company WHERE company = :company")
                    .mapTo(Integer.class)
                    .findOne()
                    .isEmpty()) {
                throw new RefusedException(Reason.UNKNOWN_PLACE, "there is no company " + company);
            }
            tx.update(PUT)
                    .bind("settings", written(warehouse))
                    .bind("now", time.instant())
                    .execute();
            Meta.ensure(tx, time.instant());
            tx.tell(new Feed.WarehouseChanged(warehouse));
        });
        read.remove(site);
    }

    /** How a warehouse works; of a change in another process it hears within five seconds. Nothing where there is none. */
    public Optional<Warehouse> find(Site site) {
        Instant now = time.instant();
        Read known = read.get(site);
        if (known != null && now.isBefore(known.at().plus(KNOWN))) {
            return Optional.of(known.warehouse());
        }
        Optional<Warehouse> found = database.read(site, Warehouses::read);
        found.ifPresentOrElse(warehouse -> read.put(site, new Read(warehouse, now)), () -> read.remove(site));
        return found;
    }

    /** As {@link #find}, of one that exists. */
    public Warehouse get(Site site) {
        return find(site).orElseThrow(() -> new IllegalStateException("there is no warehouse " + site));
    }

    /** The day there. */
    public LocalDate today(Site site) {
        return get(site).today(time.instant());
    }

    /** Those of a company, by key. */
    public List<Warehouse> of(CompanyId company) {
        return database.readCompany(
                company,
                rows -> rows.query(OF_COMPANY).map((row, context) -> read(row)).list());
    }

    /** All of all companies. */
    public List<Site> all() {
        return database.readAcross(rows -> rows.query(ALL)
                .map((row, context) -> Site.of(row.getString("company"), row.getString("warehouse")))
                .list());
    }

    private static Optional<Warehouse> read(Tx tx) {
        return tx.query(GET).map((row, context) -> read(row)).findOne();
    }

    private static String written(Warehouse warehouse) {
        try {
            return MAPPER.writeValueAsString(warehouse);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a warehouse can be written", e);
        }
    }

    /** Reads how a warehouse works. */
    public static Warehouse read(ResultSet row) throws SQLException {
        try {
            return MAPPER.readValue(row.getString("settings"), Warehouse.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the settings of a warehouse are damaged", e);
        }
    }
}
