package dev.dockhand.server.store;

import dev.dockhand.model.id.CompanyId;
import dev.dockhand.model.id.WarehouseId;
import org.jdbi.v3.core.statement.SqlStatement;

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

    /** Binds {@code :company} and {@code :warehouse} of a statement. */
    public <S extends SqlStatement<S>> S bindTo(S statement) {
        return statement.bind("company", company.value()).bind("warehouse", warehouse.value());
    }

    @Override
    public String toString() {
        return company + "/" + warehouse;
    }
}
