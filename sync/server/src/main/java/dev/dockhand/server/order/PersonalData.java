package dev.dockhand.server.order;

import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Site;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Erases senders, recipients and messages of orders that are over. The orders themselves stay. */
public final class PersonalData {

    private static final String ERASE = """
        UPDATE order_party p SET body = NULL, erased_at = :now
        FROM orders o
        WHERE p.company = :company AND p.warehouse = :warehouse AND p.body IS NOT NULL
            AND o.company = p.company AND o.warehouse = p.warehouse AND o.order_id = p.order_id
            AND (o.state = 'CANCELLED' AND o.cancelled_at < :before
                OR o.state IN ('PACKED', 'HANDED_OVER', 'DELIVERED', 'RETURNED') AND NOT EXISTS (
                    SELECT 1 FROM shipment s
                    WHERE s.company = o.company AND s.warehouse = o.warehouse AND s.order_id = o.order_id
                        AND s.stage <> 'CANCELLED' AND (s.packed_at IS NULL OR s.packed_at >= :before)))\
        """;

    private final Database database;
    private final InstantSource time;
    private final Duration keep;

    /**
     * Sets how long to keep.
     *
     * @param keep time after the parcel was closed or the order called off
     */
    public PersonalData(Database database, InstantSource time, Duration keep) {
        this.database = database;
        this.time = time;
        this.keep = keep;
    }

    /**
     * Erases what is due.
     *
     * @return of how many orders
     */
    public int erase(Site site) {
        Instant now = time.instant();
        return database.inTransaction(
                site,
                tx -> tx.update(ERASE)
                        .bind("now", now)
                        .bind("before", now.minus(keep))
                        .execute());
    }
}
