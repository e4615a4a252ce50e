package dev.dockhand.server.access;

import dev.dockhand.model.id.BrandId;
import dev.dockhand.model.id.CompanyId;
import dev.dockhand.model.id.WarehouseId;
import dev.dockhand.model.site.Brand;
import dev.dockhand.model.site.ShortRule;
import dev.dockhand.server.access.RefusedException.Reason;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Rows;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The companies, and the brands of each. */
public final class Companies {

    private static final int LONGEST_NAME = 80;

    private static final String PUT = """
        INSERT INTO company (company, name, created_at) VALUES (:id, :name, :now)
        ON CONFLICT (company) DO UPDATE SET name = excluded.name\
        """;

    private static final String LIST = "SELECT company, name FROM company ORDER BY company";

    private static final String PUT_BRAND = """
        INSERT INTO brand (company, brand, name, short_rule, created_at) VALUES (:company, :brand, :name, :rule, :now)
        ON CONFLICT (company, brand) DO UPDATE SET name = excluded.name, short_rule = excluded.short_rule\
        """;

    private static final String FORGET_WAREHOUSES = """
        DELETE FROM brand_warehouse WHERE company = :company AND brand = :brand\
        """;

    private static final String PUT_WAREHOUSE = """
        INSERT INTO brand_warehouse (company, brand, rank, warehouse) VALUES (:company, :brand, :rank, :place)\
        """;

    private static final String WAREHOUSES = "SELECT warehouse FROM warehouse WHERE company = :company";

    private static final String BRANDS = """
        SELECT b.brand, b.name, b.short_rule, ARRAY(
            SELECT w.warehouse FROM brand_warehouse w WHERE w.company = b.company AND w.brand = b.brand ORDER BY w.rank)
            AS warehouses
        FROM brand b WHERE b.company = :company ORDER BY b.brand\
        """;

    private final Database database;
    private final InstantSource time;

    /** Kept in this database. */
    public Companies(Database database, InstantSource time) {
        this.database = database;
        this.time = time;
    }

    /**
     * A company.
     *
     * @param id key
     * @param name as people call it
     */
    public record Company(CompanyId id, String name) {

        /**
         * Checks the name.
         *
         * @throws IllegalArgumentException when it is empty or long
         */
        public Company {
            if (name.isBlank() || name.length() > LONGEST_NAME) {
                throw new IllegalArgumentException("name has 1 to 80 characters");
            }
        }
    }

    /** Makes a company, or gives it another name. */
    public void put(Company company) {
        database.acrossCompanies(rows -> rows.update(PUT)
                .bind("id", company.id().value())
                .bind("name", company.name())
                .bind("now", time.instant())
                .execute());
    }

    /** Makes a company where there is none of this key. */
    public void ensure(CompanyId company) {
        if (list().stream().noneMatch(known -> known.id().equals(company))) {
            put(new Company(company, company.value()));
        }
    }

    /** All of them, by key. */
    public List<Company> list() {
        return database.readAcross(rows -> rows.query(LIST)
                .map((row, context) -> new Company(new CompanyId(row.getString("company")), row.getString("name")))
                .list());
    }

    /**
     * Makes a brand, or changes its name and where its goods lie.
     *
     * @throws RefusedException when there is no such company, or no such warehouse in it
     */
    public void put(CompanyId company, Brand brand) {
        refuseUnknown(company);
        database.inCompany(company, rows -> {
            Set<String> known = warehouses(rows);
            for (WarehouseId warehouse : brand.warehouses()) {
                if (!known.contains(warehouse.value())) {
                    throw new RefusedException(Reason.UNKNOWN_PLACE, "there is no warehouse " + warehouse);
                }
            }
            rows.update(PUT_BRAND)
                    .bind("brand", brand.id().value())
                    .bind("name", brand.name())
                    .bind("rule", brand.shorts().name())
                    .bind("now", time.instant())
                    .execute();
            rows.update(FORGET_WAREHOUSES).bind("brand", brand.id().value()).execute();
            for (int i = 0; i < brand.warehouses().size(); i++) {
                put(rows, brand, i);
            }
            return brand;
        });
    }

    private static void put(Rows rows, Brand brand, int index) {
        rows.update(PUT_WAREHOUSE)
                .bind("brand", brand.id().value())
                .bind("rank", index + 1)
                .bind("place", brand.warehouses().get(index).value())
                .execute();
    }

    /** The brands of a company, by key. */
    public List<Brand> brands(CompanyId company) {
        return database.readCompany(
                company,
                rows -> rows.query(BRANDS)
                        .map((row, context) -> new Brand(
                                new BrandId(row.getString("brand")),
                                row.getString("name"),
                                List.of((String[]) row.getArray("warehouses").getArray()).stream()
                                        .map(WarehouseId::new)
                                        .toList(),
                                ShortRule.valueOf(row.getString("short_rule"))))
                        .list());
    }

    /**
     * Checks that a company exists.
     *
     * @throws RefusedException when it does not
     */
    public void refuseUnknown(CompanyId company) {
        if (list().stream().noneMatch(known -> known.id().equals(company))) {
            throw new RefusedException(Reason.UNKNOWN_PLACE, "there is no company " + company);
        }
    }

    /**
     * Checks that a company has a warehouse.
     *
     * @throws RefusedException when it has not
     */
    public void refuseUnknown(CompanyId company, WarehouseId warehouse) {
        if (!database.readCompany(company, Companies::warehouses).contains(warehouse.value())) {
            throw new RefusedException(Reason.UNKNOWN_PLACE, "there is no warehouse " + warehouse);
        }
    }

    /**
     * Checks that a company has a brand.
     *
     * @throws RefusedException when it has not
     */
    public void refuseUnknown(CompanyId company, BrandId brand) {
        if (brands(company).stream().noneMatch(known -> known.id().equals(brand))) {
            throw new RefusedException(Reason.UNKNOWN_PLACE, "there is no brand " + brand);
        }
    }

    private static Set<String> warehouses(Rows rows) {
        return new HashSet<>(rows.query(WAREHOUSES).mapTo(String.class).list());
    }
}
