package dev.dockhand.server.store;

import dev.dockhand.model.id.BrandId;
import dev.dockhand.model.id.CompanyId;
import dev.dockhand.model.id.WarehouseId;
import org.jspecify.annotations.Nullable;

/**
 * Whose rows may be seen: those of a warehouse, or of one brand in it, or what a company has beyond its warehouses.
 *
 * @param company the company, absent across all of them
 * @param warehouse the warehouse, absent beyond warehouses
 * @param brand the one brand, absent for all
 */
public record Scope(
        @Nullable CompanyId company,
        @Nullable WarehouseId warehouse,
        @Nullable BrandId brand) {

    /** Who the companies are, where their warehouses are and who has which key. */
    static final Scope ACROSS = new Scope(null, null, null);

    /** All of a warehouse. */
    public static Scope of(Site site) {
        return new Scope(site.company(), site.warehouse(), null);
    }

    /** One brand in a warehouse. */
    public static Scope of(Site site, @Nullable BrandId brand) {
        return new Scope(site.company(), site.warehouse(), brand);
    }

    static Scope of(CompanyId company) {
        return new Scope(company, null, null);
    }

    /** The warehouse; only where there is one. */
    public Site site() {
        if (company == null || warehouse == null) {
            throw new IllegalStateException("this is no scope of a warehouse");
        }
        return new Site(company, warehouse);
    }

    /** The one brand as text; empty for all. */
    public String only() {
        return word(brand);
    }

    /** What PostgreSQL is told it by: company, warehouse, brand, each empty where there is none. */
    String[] words() {
        return new String[] {word(company), word(warehouse), word(brand)};
    }

    private static String word(@Nullable Object id) {
        return id == null ? "" : id.toString();
    }
}
