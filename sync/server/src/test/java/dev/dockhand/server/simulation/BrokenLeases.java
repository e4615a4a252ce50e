package dev.dockhand.server.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.server.TestWarehouse;
import java.util.HashMap;
import java.util.Map;

/** Leases that were broken, and how many of the acts under each the server had taken then: what comes later does not count. */
final class BrokenLeases {

    private static final String COUNTED = """
        SELECT count(*) FROM event
        WHERE company = :company AND warehouse = :warehouse AND status = 'ACCEPTED' AND event_id IS NOT NULL
            AND task = '%s' AND (raw::jsonb ->> 'leaseToken')::bigint = %d\
        """;

    private final Map<String, Long> counts = new HashMap<>();

    /** A supervisor breaks the lease of some work. */
    void broken(TestWarehouse warehouse, ShipmentTask task) {
        warehouse.desk.breakLease(warehouse.site, task.id(), "boss");
        String counted = COUNTED.formatted(task.id(), task.lease().token());
        counts.put(counted, warehouse.number(counted));
    }

    /** A backup, which may know of none of them, takes the place of the data. */
    void forgotten() {
        counts.clear();
    }

    /** I3, for those who sleep past their lease. */
    void check(TestWarehouse warehouse) {
        counts.forEach((counted, then) -> assertThat(warehouse.number(counted))
                .as("acts that count under a broken lease: %s", counted)
                .isEqualTo(then));
    }
}
