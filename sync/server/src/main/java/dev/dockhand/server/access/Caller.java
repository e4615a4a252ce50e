package dev.dockhand.server.access;

import dev.dockhand.model.id.BrandId;
import dev.dockhand.model.id.CompanyId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.WarehouseId;
import dev.dockhand.server.store.Site;
import org.jspecify.annotations.Nullable;

/** Who asks. */
public sealed interface Caller {

    /** Somebody without a key: may enrol, and see whether the server lives. */
    record Nobody() implements Caller {}

    /**
     * An enrolled station: may push its own events, read its warehouse's feed and hold leases.
     *
     * @param site its warehouse
     * @param station its name
     * @param number its number in the warehouse
     * @param epoch its newest epoch; older ones may still be pushed
     */
    record Station(Site site, StationId station, int number, int epoch) implements Caller {}

    /**
     * A program or a person with a key; acts as no station.
     *
     * @param name name of the key
     * @param role what it may do
     * @param company its company; absent for who runs the server
     * @param warehouse its one warehouse; absent for all of the company
     * @param brand its one brand; absent for all
     */
    record Account(
            String name,
            Role role,
            @Nullable CompanyId company,
            @Nullable WarehouseId warehouse,
            @Nullable BrandId brand)
            implements Caller {

        /** Whether a warehouse is within its reach. */
        public boolean reaches(Site site) {
            return reaches(site.company()) && (warehouse == null || warehouse.equals(site.warehouse()));
        }

        /** Whether a company is within its reach. */
        public boolean reaches(CompanyId other) {
            return company == null || company.equals(other);
        }
    }
}
