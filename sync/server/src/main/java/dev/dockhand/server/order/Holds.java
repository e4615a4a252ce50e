package dev.dockhand.server.order;

import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.order.OrderEvent;
import dev.dockhand.model.order.OrderLife;
import dev.dockhand.model.order.Transition;
import dev.dockhand.server.access.Role;
import dev.dockhand.server.feed.FeedWriter;
import dev.dockhand.server.store.Site;
import dev.dockhand.server.store.Tx;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/** Why nothing is begun on orders for now. Work is released when the last hold is lifted. */
public final class Holds {

    private static final String OPEN = """
        SELECT role FROM order_hold
        WHERE company = :company AND warehouse = :warehouse AND order_id = :order AND hold = :hold
            AND lifted_at IS NULL FOR UPDATE\
        """;

    private static final String HOLD = """
        INSERT INTO order_hold (company, warehouse, order_id, hold, source, role, note, held_at)
        VALUES (:company, :warehouse, :order, :hold, :source, :role, :note, :at)\
        """;

    private static final String LIFT = """
        UPDATE order_hold SET lifted_at = :at, lifted_by = :by
        WHERE company = :company AND warehouse = :warehouse AND order_id = :order AND hold = :hold
            AND lifted_at IS NULL\
        """;

    private final FeedWriter feed;
    private final Consumer<Site> lifted;
    private final InstantSource time;

    /**
     * Works with these services.
     *
     * @param lifted is told where an order is held no longer, once that is committed
     */
    public Holds(FeedWriter feed, Consumer<Site> lifted, InstantSource time) {
        this.feed = feed;
        this.lifted = lifted;
        this.time = time;
    }

    /**
     * Somebody who holds or lifts.
     *
     * @param name name
     * @param role what they are to the server; who is less may not lift what they hold
     */
    public record Who(String name, Role role) {}

    /**
     * Nothing is begun on an order until this is lifted.
     *
     * @param hold what it is called
     * @throws OrderRefusedException when it is too late for that, or held by that name
     */
    public void hold(Site site, OrderId order, String hold, String note, Who who) {
        feed.useTransaction(site, tx -> {
            if (OrderLife.of(OrderQuantities.lockKnown(tx, order), OrderEvent.HOLD)
                    instanceof Transition.Refused(Transition.Refusal why)) {
                throw new OrderRefusedException(why.name(), "order %s cannot be held any more".formatted(order));
            }
            if (role(tx, order, hold).isPresent()) {
                throw new OrderRefusedException("ALREADY_HELD", "order %s is held for %s".formatted(order, hold));
            }
            tx.update(HOLD)
                    .bind("order", order.value())
                    .bind("hold", hold)
                    .bind("source", who.name())
                    .bind("role", who.role().name())
                    .bind("note", note)
                    .bind("at", time.instant())
                    .execute();
            OrderQuantities.settle(tx, order);
        });
    }

    /**
     * A hold is lifted, by the role that set it or a higher one.
     *
     * @throws OrderRefusedException when there is none, or it is not theirs to lift
     */
    public void lift(Site site, OrderId order, String hold, Who who) {
        feed.useTransaction(site, tx -> {
            OrderQuantities.lockKnown(tx, order);
            Role holder = role(tx, order, hold)
                    .orElseThrow(() -> new OrderRefusedException(
                            "NOT_HELD", "order %s is not held for %s".formatted(order, hold)));
            if (who.role().compareTo(holder) > 0) {
                throw new OrderRefusedException(
                        "HELD_BY_HIGHER_ROLE", "only the role %s or a higher one may lift it".formatted(holder));
            }
            tx.update(LIFT)
                    .bind("order", order.value())
                    .bind("hold", hold)
                    .bind("by", who.name())
                    .bind("at", time.instant())
                    .execute();
            OrderQuantities.settle(tx, order);
        });
        lifted.accept(site);
    }

    private static Optional<Role> role(Tx tx, OrderId order, String hold) {
        return tx.query(OPEN)
                .bind("order", order.value())
                .bind("hold", hold)
                .mapTo(String.class)
                .findOne()
                .map(Role::valueOf);
    }
}
