package dev.dockhand.server.store;

import dev.dockhand.model.id.CompanyId;
import dev.dockhand.model.id.WarehouseId;

/**
 * The warehouse that a row belongs to: the first two columns of every key.
 *
 * @param company company
 * @param warehouse warehouse
 */
public record Site(CompanyId company, WarehouseId warehouse) {

    /** Names both by text. */
    public static Site of(String company, String warehouse) {
        return new Site(new CompanyId(company), new WarehouseId(warehouse));
    }

    @Override
    public String toString() {
        return company + "/" + warehouse;
    }
}
