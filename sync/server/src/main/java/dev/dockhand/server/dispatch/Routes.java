package dev.dockhand.server.dispatch;

import dev.dockhand.model.id.CarrierCode;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.server.store.Columns;
import dev.dockhand.server.store.Tx;
import java.util.Collection;
import java.util.List;

/** How carriers sort: which text they want on the label of an address. It belongs to the postcode, and not to the waybill number. */
public final class Routes {

    /**
     * The text for shipment {@code s} to the parties {@code p}; NULL where the carrier's table does not know the address. Of several
     * that fit, the one that begins next to the postcode is the narrowest.
     */
    public static final String ROUTING = """
        (SELECT r.routing FROM carrier_route r
            WHERE r.company = s.company AND r.warehouse = s.warehouse AND r.carrier = s.carrier
                AND r.first <= p.body::jsonb -> 'recipient' ->> 'postcode'
                AND (p.body::jsonb -> 'recipient' ->> 'postcode' <= r.last
                    OR starts_with(p.body::jsonb -> 'recipient' ->> 'postcode', r.last))
            ORDER BY r.first DESC LIMIT 1)\
        """;

    private static final String MISSING = """
        SELECT DISTINCT s.carrier FROM shipment s
        JOIN order_party p ON p.company = s.company AND p.warehouse = s.warehouse AND p.order_id = s.order_id
        WHERE s.company = :company AND s.warehouse = :warehouse AND s.task = ANY(:tasks) AND p.body IS NOT NULL
            AND EXISTS (SELECT FROM carrier_route r
                WHERE r.company = s.company AND r.warehouse = s.warehouse AND r.carrier = s.carrier)
            AND %s IS NULL ORDER BY s.carrier\
        """.formatted(ROUTING);

    private static final String PUT = """
        INSERT INTO carrier_route (company, warehouse, carrier, first, last, routing)
        SELECT :company, :warehouse, carrier, first, last, routing
        FROM unnest(:carriers, :firsts, :lasts, :routings) AS d (carrier, first, last, routing)
        ON CONFLICT (company, warehouse, carrier, first)
            DO UPDATE SET last = excluded.last, routing = excluded.routing
            WHERE (carrier_route.last, carrier_route.routing) <> (excluded.last, excluded.routing)
        RETURNING carrier, first, last, routing\
        """;

    private Routes() {}

    /**
     * Postcodes of one routing text.
     *
     * @param carrier carrier
     * @param first first postcode, or how it begins
     * @param last last one; all that begin like it are meant
     * @param routing what the label carries in large
     */
    public record Route(CarrierCode carrier, String first, String last, String routing) {}

    /** Puts routes in, in place of those with the same first postcode; says which are new or others. */
    public static List<Route> put(Tx tx, List<Route> routes) {
        return Columns.of(routes)
                .text("carriers", Route::carrier)
                .text("firsts", Route::first)
                .text("lasts", Route::last)
                .text("routings", Route::routing)
                .in(tx.query(PUT))
                .map((row, context) -> new Route(
                        new CarrierCode(row.getString("carrier")),
                        row.getString("first"),
                        row.getString("last"),
                        row.getString("routing")))
                .list();
    }

    /** The carriers whose table does not know the address of one of these; one without a table wants no routing. */
    public static List<CarrierCode> missing(Tx tx, Collection<TaskId> tasks) {
        return tx.query(MISSING)
                .bindArray(
                        "tasks", String.class, tasks.stream().map(TaskId::value).toList())
                .mapTo(String.class)
                .map(CarrierCode::new)
                .list();
    }
}
