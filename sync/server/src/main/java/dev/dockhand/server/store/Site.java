package dev.dockhand.server.store;

import dev.dockhand.model.id.TenantId;
import dev.dockhand.model.id.WarehouseId;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * The warehouse that a row belongs to: the first two columns of every key.
 *
 * @param tenant company
 * @param warehouse warehouse
 */
public record Site(TenantId tenant, WarehouseId warehouse) {

    /** Names both by text. */
    public static Site of(String tenant, String warehouse) {
        return new Site(new TenantId(tenant), new WarehouseId(warehouse));
    }

    /** Binds {@code :tenant} and {@code :warehouse} of a statement. */
    public <S extends SqlStatement<S>> S bindTo(S statement) {
        return statement.bind("tenant", tenant.value()).bind("warehouse", warehouse.value());
    }

    @Override
    public String toString() {
        return tenant + "/" + warehouse;
    }
}
