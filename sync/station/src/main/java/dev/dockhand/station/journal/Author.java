package dev.dockhand.station.journal;

import dev.dockhand.model.id.CompanyId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.WarehouseId;

/**
 * Whose journal it is.
 *
 * @param company company
 * @param warehouse warehouse
 * @param station who writes
 */
public record Author(CompanyId company, WarehouseId warehouse, StationId station) {

    String written() {
        return company.value() + '\n' + warehouse.value() + '\n' + station.value();
    }
}
