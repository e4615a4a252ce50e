package dev.dockhand.station.journal;

import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.TenantId;
import dev.dockhand.model.id.WarehouseId;

/**
 * Whose journal it is.
 *
 * @param tenant company
 * @param warehouse warehouse
 * @param station who writes
 */
public record Author(TenantId tenant, WarehouseId warehouse, StationId station) {

    String written() {
        return tenant.value() + '\n' + warehouse.value() + '\n' + station.value();
    }
}
