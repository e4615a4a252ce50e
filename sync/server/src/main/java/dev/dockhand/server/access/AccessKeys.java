package dev.dockhand.server.access;

import dev.dockhand.model.id.BrandId;
import dev.dockhand.model.id.CompanyId;
import dev.dockhand.model.id.WarehouseId;
import dev.dockhand.server.access.RefusedException.Reason;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Instants;
import dev.dockhand.server.store.PrivateFile;
import dev.dockhand.server.store.Rows;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keys of programs and people that are no stations. Only their hashes are kept. */
public final class AccessKeys {

    private static final Logger LOG = LoggerFactory.getLogger(AccessKeys.class);

    private static final String ADD = """
        INSERT INTO access_key (company, key_hash, name, role, warehouse, brand, created_at)
        VALUES (:of, :hash, :name, :role, :place, :brand, :now) ON CONFLICT DO NOTHING\
        """;

    private static final String FIND = """
        SELECT company, name, role, warehouse, brand FROM access_key WHERE key_hash = :hash AND revoked_at IS NULL\
        """;

    private static final String LIST = """
        SELECT name, role, warehouse, brand, created_at FROM access_key
        WHERE company = :company AND revoked_at IS NULL ORDER BY name\
        """;

    private static final String REVOKE = """
        UPDATE access_key SET revoked_at = :now WHERE company = :company AND name = :name AND revoked_at IS NULL\
        """;

    private final Database database;
    private final Secrets secrets;
    private final KnownKeys known;
    private final InstantSource time;

    AccessKeys(Database database, Secrets secrets, KnownKeys known, InstantSource time) {
        this.database = database;
        this.secrets = secrets;
        this.known = known;
        this.time = time;
    }

    /**
     * A key as people see it.
     *
     * @param name its name, one of its company
     * @param role what its holder may do
     * @param warehouse its one warehouse, absent for all
     * @param brand its one brand, absent for all
     * @param createdAt when it was made
     */
    public record View(
            String name,
            Role role,
            @Nullable WarehouseId warehouse,
            @Nullable BrandId brand,
            Instant createdAt) {}

    /** Reads the host's key from its file, or makes one; it works from now on. */
    public void ensureHost(Path file) throws IOException {
        String key = PrivateFile.read(file, secrets::key);
        String name = "host " + Secrets.hash(key).substring(0, 8);
        database.acrossCompanies(rows -> add(rows, "", key, name, Role.HOST, null, null));
    }

    /**
     * Makes a key of a company.
     *
     * @param name what people find it by again
     * @param warehouse its warehouse; for the role of one, and for no other
     * @param brand its brand; for the role of one, and for no other
     * @return the key, which nobody can read again
     * @throws RefusedException when the role does not go with the rest, or the name is taken
     */
    public String make(
            CompanyId company, String name, Role role, @Nullable WarehouseId warehouse, @Nullable BrandId brand) {
        boolean fits = role != Role.HOST
                && (role == Role.WAREHOUSE) == (warehouse != null)
                && (role == Role.BRAND) == (brand != null);
        if (!fits || !name.matches("[A-Za-z0-9][A-Za-z0-9 ._-]{0,39}")) {
            throw new RefusedException(
                    Reason.KEY_MISFIT,
                    "a key has a name of 1 to 40 letters, digits, blanks, dots, hyphens and underscores, and the role"
                            + " COMPANY, WAREHOUSE with its warehouse, or BRAND with its brand");
        }
        String key = secrets.key();
        int added = database.inCompany(company, rows -> add(rows, company.value(), key, name, role, warehouse, brand));
        if (added == 0) {
            throw new RefusedException(Reason.KEY_EXISTS, "there is a key of the name %s".formatted(name));
        }
        LOG.info("key {} of {} was made, role {}", name, company, role);
        return key;
    }

    private int add(
            Rows rows,
            String company,
            String key,
            String name,
            Role role,
            @Nullable WarehouseId warehouse,
            @Nullable BrandId brand) {
        return rows.update(ADD)
                .bind("of", company)
                .bind("hash", Secrets.hash(key))
                .bind("name", name)
                .bind("role", role.name())
                .bind("place", warehouse == null ? "" : warehouse.value())
                .bind("brand", brand == null ? "" : brand.value())
                .bind("now", time.instant())
                .execute();
    }

    /** Who has the key with this hash. */
    Optional<Caller.Account> find(String hash) {
        return database.readAcross(rows -> rows.query(FIND)
                .bind("hash", hash)
                .map((row, context) -> new Caller.Account(
                        row.getString("name"),
                        Role.valueOf(row.getString("role")),
                        row.getString("company").isEmpty() ? null : new CompanyId(row.getString("company")),
                        warehouse(row),
                        brand(row)))
                .findOne());
    }

    /** The keys of a company that work, by name. */
    public List<View> list(CompanyId company) {
        return database.readCompany(
                company,
                rows -> rows.query(LIST)
                        .map((row, context) -> new View(
                                row.getString("name"),
                                Role.valueOf(row.getString("role")),
                                warehouse(row),
                                brand(row),
                                Instants.read(row, "created_at")))
                        .list());
    }

    /**
     * Makes a key stop working.
     *
     * @throws RefusedException when there is none of this name
     */
    public void revoke(CompanyId company, String name) {
        int gone = database.inCompany(
                company,
                rows -> rows.update(REVOKE)
                        .bind("name", name)
                        .bind("now", time.instant())
                        .execute());
        if (gone == 0) {
            throw new RefusedException(Reason.KEY_UNKNOWN, "there is no key of the name " + name);
        }
        known.changed();
        LOG.info("key {} of {} was revoked", name, company);
    }

    private static @Nullable WarehouseId warehouse(ResultSet row) throws SQLException {
        String warehouse = row.getString("warehouse");
        return warehouse.isEmpty() ? null : new WarehouseId(warehouse);
    }

    private static @Nullable BrandId brand(ResultSet row) throws SQLException {
        String brand = row.getString("brand");
        return brand.isEmpty() ? null : new BrandId(brand);
    }
}
