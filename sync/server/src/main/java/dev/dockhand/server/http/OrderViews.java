package dev.dockhand.server.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.dockhand.model.id.CarrierCode;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.ShipmentId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.model.order.LineQuantities;
import dev.dockhand.model.site.ShortRule;
import dev.dockhand.model.task.TaskStage;
import dev.dockhand.server.access.Role;
import dev.dockhand.server.dispatch.Shipments;
import dev.dockhand.server.order.OrderQuantities;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Instants;
import dev.dockhand.server.store.Scope;
import dev.dockhand.server.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Orders as an administrator sees them, without their people. */
final class OrderViews {

    private static final String ORDER = """
        SELECT order_id, carrier, service, cut_off, state, accepted_at, cancelled_at FROM orders
        WHERE company = :company AND warehouse = :warehouse AND order_id = :order\
        """;

    private static final String ORDERS = """
        SELECT order_id, carrier, service, cut_off, state, accepted_at, cancelled_at FROM orders
        WHERE company = :company AND warehouse = :warehouse AND order_id > :after %s
            AND (:brand = '' OR starts_with(order_id, :brand || '/'))
        ORDER BY order_id LIMIT :limit\
        """;

    private static final String LINES = """
        SELECT line, item, quantity, cancelled, promised, allocated, picked, packed, handed_over, delivered, returned
        FROM order_line
        WHERE company = :company AND warehouse = :warehouse AND order_id = :order ORDER BY line\
        """;

    private static final String SHIPMENTS = """
        SELECT shipment, stage, token, holder, %s, packed_at, handed_over_at FROM shipment s
        WHERE company = :company AND warehouse = :warehouse AND order_id = :order ORDER BY shipment\
        """.formatted(Shipments.WAYBILLS);

    private static final String DECISIONS = """
        SELECT line, units, decision, decided_by, decided_at FROM short_decision
        WHERE company = :company AND warehouse = :warehouse AND order_id = :order ORDER BY decided_at, line\
        """;

    private static final String HOLDS = """
        SELECT hold, source, role, note, held_at, lifted_at, lifted_by FROM order_hold
        WHERE company = :company AND warehouse = :warehouse AND order_id = :order ORDER BY held_at, hold\
        """;

    private final Database database;

    OrderViews(Database database) {
        this.database = database;
    }

    /** An order without its people, and in a list without what it consists of. */
    record View(
            OrderId order,
            CarrierCode carrier,
            String service,
            Instant cutOff,
            String state,
            Instant acceptedAt,
            @Nullable Instant cancelledAt,
            @Nullable List<Line> lines,
            @Nullable List<Parcel> shipments,
            @Nullable List<Decision> decisions,
            @Nullable List<Hold> holds) {}

    /** What was decided about missing units. */
    record Decision(int line, int units, ShortRule decision, String by, Instant at) {}

    /** Why nothing is begun on it, or was not. */
    record Hold(
            String hold,
            String by,
            Role role,
            String note,
            Instant heldAt,
            @Nullable Instant liftedAt,
            @Nullable String liftedBy) {}

    /** A line of an order. */
    record Line(int line, ItemId item, @JsonUnwrapped LineQuantities quantities) {}

    /** A shipment of an order. */
    record Parcel(
            ShipmentId shipment,
            TaskStage stage,
            long token,
            @Nullable StationId holder,
            List<WaybillNumber> waybills,
            @Nullable Instant packedAt,
            @Nullable Instant handedOverAt) {}

    Optional<View> find(Scope scope, OrderId id) {
        return database.read(
                scope,
                tx -> tx.query(ORDER)
                        .bind("order", id.value())
                        .map((row, context) ->
                                order(row, lines(tx, id), shipments(tx, id), decisions(tx, id), holds(tx, id)))
                        .findOne());
    }

    private static View order(
            ResultSet row,
            @Nullable List<Line> lines,
            @Nullable List<Parcel> shipments,
            @Nullable List<Decision> decisions,
            @Nullable List<Hold> holds)
            throws SQLException {
        return new View(
                new OrderId(row.getString("order_id")),
                new CarrierCode(row.getString("carrier")),
                row.getString("service"),
                Instants.read(row, "cut_off"),
                row.getString("state"),
                Instants.read(row, "accepted_at"),
                Instants.find(row, "cancelled_at"),
                lines,
                shipments,
                decisions,
                holds);
    }

    List<View> list(Scope scope, String state, String after, int limit) {
        return database.readLarge(
                scope,
                tx -> tx.query(ORDERS.formatted(state.isEmpty() ? "" : "AND state = :state"))
                        .bindMap(Map.of("state", state, "after", after, "limit", limit, "brand", scope.only()))
                        .map((row, context) -> order(row, null, null, null, null))
                        .list());
    }

    private List<Line> lines(Tx tx, OrderId id) {
        return tx.query(LINES)
                .bind("order", id.value())
                .map((row, context) ->
                        new Line(row.getInt("line"), new ItemId(row.getString("item")), OrderQuantities.read(row)))
                .list();
    }

    private List<Parcel> shipments(Tx tx, OrderId id) {
        return tx.query(SHIPMENTS)
                .bind("order", id.value())
                .map((row, context) -> shipment(row))
                .list();
    }

    private static Parcel shipment(ResultSet row) throws SQLException {
        @Nullable String holder = row.getString("holder");
        return new Parcel(
                new ShipmentId(row.getString("shipment")),
                TaskStage.valueOf(row.getString("stage")),
                row.getLong("token"),
                holder == null ? null : new StationId(holder),
                Shipments.waybills(row),
                Instants.find(row, "packed_at"),
                Instants.find(row, "handed_over_at"));
    }

    private static List<Decision> decisions(Tx tx, OrderId id) {
        return tx.query(DECISIONS)
                .bind("order", id.value())
                .map((row, context) -> new Decision(
                        row.getInt("line"),
                        row.getInt("units"),
                        ShortRule.valueOf(row.getString("decision")),
                        row.getString("decided_by"),
                        Instants.read(row, "decided_at")))
                .list();
    }

    private static List<Hold> holds(Tx tx, OrderId id) {
        return tx.query(HOLDS)
                .bind("order", id.value())
                .map((row, context) -> new Hold(
                        row.getString("hold"),
                        row.getString("source"),
                        Role.valueOf(row.getString("role")),
                        row.getString("note"),
                        Instants.read(row, "held_at"),
                        Instants.find(row, "lifted_at"),
                        row.getString("lifted_by")))
                .list();
    }
}
