package dev.dockhand.server.release;

import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.task.Shipment;
import dev.dockhand.model.task.TaskStage;
import dev.dockhand.server.exception.ExceptionDraft;
import dev.dockhand.server.exception.Exceptions;
import dev.dockhand.server.feed.FeedWriter;
import dev.dockhand.server.stock.Availability;
import dev.dockhand.server.stock.Ledger;
import dev.dockhand.server.stock.Posting;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Site;
import dev.dockhand.server.store.Tx;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The life of an order before and beside the floor: promised, waiting, called off. */
public final class Orders {

    private static final int RETRIES_AT_ONCE = 200;

    private static final String FULFILLABLE = """
        SELECT o.order_id FROM orders o
        WHERE o.company = :company AND o.warehouse = :warehouse AND o.state = 'WAITING'
            AND NOT EXISTS (
                SELECT 1 FROM (
                    SELECT item, sum(quantity) AS units FROM order_line l
                    WHERE l.company = o.company AND l.warehouse = o.warehouse AND l.order_id = o.order_id
                    GROUP BY item) AS need
                LEFT JOIN availability a ON a.company = o.company AND a.warehouse = o.warehouse AND a.item = need.item
                WHERE COALESCE(a.sellable - a.promised, 0) < need.units)
        ORDER BY o.cut_off, o.order_id LIMIT :limit\
        """;

    private static final String LOCK = """
        SELECT state FROM orders
        WHERE company = :company AND warehouse = :warehouse AND order_id = :order FOR UPDATE\
        """;

    private static final String LINES = """
        SELECT item, quantity FROM order_line
        WHERE company = :company AND warehouse = :warehouse AND order_id = :order\
        """;

    private static final String SET_PROMISED = """
        WITH lines AS (
            UPDATE order_line SET promised = CASE WHEN :state = 'PROMISED' THEN quantity ELSE 0 END
            WHERE company = :company AND warehouse = :warehouse AND order_id = :order RETURNING 1)
        UPDATE orders SET state = :state, cancelled_at = CASE WHEN :state = 'CANCELLED' THEN :at END
        WHERE company = :company AND warehouse = :warehouse AND order_id = :order\
        """;

    private final Database database;
    private final FeedWriter feed;
    private final Works works;
    private final Availability availability;
    private final Ledger ledger;
    private final Release release;
    private final Refill refill;
    private final Exceptions exceptions;
    private final InstantSource time;

    /** Works with these services. */
    public Orders(
            Database database,
            FeedWriter feed,
            Works works,
            Availability availability,
            Ledger ledger,
            Release release,
            Exceptions exceptions,
            InstantSource time) {
        this.database = database;
        this.feed = feed;
        this.works = works;
        this.availability = availability;
        this.ledger = ledger;
        this.release = release;
        this.refill = new Refill(database, feed, works, availability, ledger, release, exceptions, time);
        this.exceptions = exceptions;
        this.time = time;
    }

    /** What became of a wish to call an order off. */
    public enum Cancelled {
        /** Called off now. */
        CANCELLED,
        /** It had been called off before. */
        ALREADY_CANCELLED,
        /** Too late: the parcel is closed. */
        ALREADY_PACKED,
        /** There is no such order. */
        UNKNOWN
    }

    /**
     * Promises a new order its stock, all or nothing; where it does not suffice, a supervisor is told. To be called once
     * for an order, in the transaction that stores it, before anything else is locked there.
     *
     * @param wanted units by item
     * @return whether the order is promised; otherwise it is to be stored as waiting and is tried again when goods come
     */
    public boolean promise(Tx tx, OrderId order, Map<ItemId, Integer> wanted) {
        boolean promised = availability.promise(tx, wanted);
        if (!promised) {
            exceptions.raise(
                    tx, ExceptionDraft.own(ExceptionKind.CANNOT_ALLOCATE, order.value(), "stock does not suffice"));
        }
        return promised;
    }

    /**
     * Tries the orders again that wait for stock, most urgent cut-off first, and releases what can be released. Parcels
     * that wait for units lost at the bench come before orders that nothing was promised. To be called when goods came,
     * units were lost or an order was called off.
     *
     * @return how many orders were promised
     */
    public int retryWaiting(Site site) {
        refill.waiting(site);
        List<String> candidates = database.read(
                site,
                tx -> tx.query(FULFILLABLE)
                        .bind("limit", RETRIES_AT_ONCE)
                        .mapTo(String.class)
                        .list());
        int promised = 0;
        for (String order : candidates) {
            if (feed.inTransaction(site, tx -> retry(tx, order))) {
                promised++;
            }
        }
        if (promised > 0) {
            release.releasePromised(site);
        }
        return promised;
    }

    private boolean retry(Tx tx, String order) {
        if (!state(tx, order).equals(Optional.of("WAITING")) || !availability.promise(tx, wanted(tx, order))) {
            return false;
        }
        set(tx, order, "PROMISED");
        exceptions.resolve(tx, ExceptionKind.CANNOT_ALLOCATE, List.of(order), "stock came and was promised");
        return true;
    }

    /**
     * Calls an order off. What was promised goes back to what can be sold, but for work that a station holds: it learns it
     * from the feed, and what it has not picked stays promised until it has answered, or the lease is broken. Not
     * possible once the parcel is closed.
     */
    public Cancelled cancel(Site site, OrderId order) {
        Cancelled result = feed.inTransaction(site, tx -> cancel(tx, order));
        if (result == Cancelled.CANCELLED) {
            retryWaiting(site);
        }
        return result;
    }

    private Cancelled cancel(Tx tx, OrderId order) {
        works.lock(tx, order);
        Optional<String> state = state(tx, order.value());
        if (state.isEmpty()) {
            return Cancelled.UNKNOWN;
        }
        return switch (state.get()) {
            case "CANCELLED" -> Cancelled.ALREADY_CANCELLED;
            case "PACKED" -> Cancelled.ALREADY_PACKED;
            default -> {
                callOff(tx, order, state.get());
                yield Cancelled.CANCELLED;
            }
        };
    }

    private void callOff(Tx tx, OrderId order, String state) {
        Posting posting = new Posting();
        Collection<Work> released = works.lock(tx, order);
        for (Work work : released) {
            Work called = work.at(TaskStage.CANCELLED).ended(new Shipment.Closing(time.instant(), null));
            works.save(tx, posting, work, called);
        }
        if (state.equals("PROMISED")) {
            wanted(tx, order.value()).forEach((item, units) -> posting.promise(item, -units));
        }
        ledger.post(tx, posting, time.instant());
        set(tx, order.value(), "CANCELLED");
        exceptions.resolve(tx, ExceptionKind.CANNOT_ALLOCATE, List.of(order.value()), "the order was called off");
    }

    private static Optional<String> state(Tx tx, String order) {
        return tx.query(LOCK).bind("order", order).mapTo(String.class).findOne();
    }

    private static Map<ItemId, Integer> wanted(Tx tx, String order) {
        Map<ItemId, Integer> wanted = new HashMap<>();
        tx.query(LINES)
                .bind("order", order)
                .map((row, context) -> Map.entry(new ItemId(row.getString("item")), row.getInt("quantity")))
                .forEach(line -> wanted.merge(line.getKey(), line.getValue(), Integer::sum));
        return wanted;
    }

    private void set(Tx tx, String order, String state) {
        tx.update(SET_PROMISED)
                .bind("order", order)
                .bind("state", state)
                .bind("at", OffsetDateTime.ofInstant(time.instant(), ZoneOffset.UTC))
                .execute();
    }
}
