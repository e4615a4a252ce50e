package dev.dockhand.server.release;

import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.order.OrderEvent;
import dev.dockhand.model.order.OrderLife;
import dev.dockhand.model.order.OrderState;
import dev.dockhand.model.order.Transition;
import dev.dockhand.model.site.ShortRule;
import dev.dockhand.model.task.Shipment;
import dev.dockhand.model.task.TaskStage;
import dev.dockhand.server.exception.Exceptions;
import dev.dockhand.server.feed.FeedWriter;
import dev.dockhand.server.order.OrderDesk;
import dev.dockhand.server.order.OrderQuantities;
import dev.dockhand.server.stock.Availability;
import dev.dockhand.server.stock.Ledger;
import dev.dockhand.server.stock.Posting;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Site;
import dev.dockhand.server.store.Tx;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The life of an order before and beside the floor: promised, waiting, called off. */
public final class Orders implements OrderDesk {

    private static final int RETRIES_AT_ONCE = 200;

    private static final String FULFILLABLE = """
        SELECT o.order_id FROM orders o
        WHERE o.company = :company AND o.warehouse = :warehouse AND o.lacking
            AND NOT EXISTS (
                SELECT 1 FROM (
                    SELECT item, sum(quantity - cancelled - promised) AS units FROM order_line l
                    WHERE l.company = o.company AND l.warehouse = o.warehouse AND l.order_id = o.order_id
                    GROUP BY item) AS need
                LEFT JOIN availability a ON a.company = o.company AND a.warehouse = o.warehouse AND a.item = need.item
                WHERE COALESCE(a.sellable - a.promised, 0) < need.units)
        ORDER BY o.cut_off, o.order_id LIMIT :limit\
        """;

    private final Database database;
    private final FeedWriter feed;
    private final Works works;
    private final Availability availability;
    private final Ledger ledger;
    private final Release release;
    private final Shorts shorts;
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
        this.shorts = new Shorts(feed, works, availability, ledger, exceptions, time);
        this.refill = new Refill(database, feed, works, availability, ledger, release, exceptions, shorts, time);
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
        /** Too late: the carrier has it. */
        ALREADY_HANDED_OVER,
        /** There is no such order. */
        UNKNOWN
    }

    @Override
    public void fellShort(Tx tx, OrderId order) {
        shorts.ordered(tx, order);
    }

    @Override
    public void ordersCame(Site site) {
        release.soon(site);
    }

    @Override
    public void goodsCame(Site site) {
        retryWaiting(site);
    }

    /** Somebody decides about an order; refused by name where nothing of it is missing. Work goes on by that. */
    public void decide(Site site, OrderId order, ShortRule decision, String by) {
        shorts.decide(site, order, decision, by);
        release.releasePromised(site);
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
        OrderId id = new OrderId(order);
        OrderQuantities.lock(tx, id);
        List<Need> lacking = Need.lacking(tx, order);
        if (lacking.isEmpty() || !availability.promise(tx, Need.units(lacking))) {
            return false;
        }
        OrderQuantities.promise(tx, id);
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
        Optional<OrderState> state = OrderQuantities.lock(tx, order);
        if (state.isEmpty()) {
            return Cancelled.UNKNOWN;
        }
        return switch (OrderLife.of(state.get(), OrderEvent.CANCEL)) {
            case Transition.Refused(Transition.Refusal why) -> Cancelled.valueOf(why.name());
            case Transition.Exceptional(ExceptionKind kind) ->
                throw new IllegalStateException("nobody on the floor calls an order off: " + kind);
            case Transition.To ignored -> {
                callOff(tx, order);
                yield Cancelled.CANCELLED;
            }
        };
    }

    private void callOff(Tx tx, OrderId order) {
        Posting posting = new Posting();
        Need.units(Need.kept(tx, order.value())).forEach((item, units) -> posting.promise(item, -units));
        works.save(
                tx,
                posting,
                works.lock(tx, order).stream()
                        .map(work -> new Works.Change(
                                work, work.at(TaskStage.CANCELLED).ended(new Shipment.Closing(time.instant(), null))))
                        .toList());
        OrderQuantities.callOff(tx, order, time.instant());
        ledger.post(tx, posting, time.instant());
        exceptions.resolve(tx, ExceptionKind.CANNOT_ALLOCATE, List.of(order.value()), "the order was called off");
    }
}
