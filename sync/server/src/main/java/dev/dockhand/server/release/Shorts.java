package dev.dockhand.server.release;

import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.site.ShortRule;
import dev.dockhand.model.task.Shipment;
import dev.dockhand.model.task.TaskStage;
import dev.dockhand.server.exception.ExceptionDraft;
import dev.dockhand.server.exception.Exceptions;
import dev.dockhand.server.feed.FeedWriter;
import dev.dockhand.server.order.OrderQuantities;
import dev.dockhand.server.order.OrderRefusedException;
import dev.dockhand.server.stock.Availability;
import dev.dockhand.server.stock.Ledger;
import dev.dockhand.server.stock.Posting;
import dev.dockhand.server.store.Site;
import dev.dockhand.server.store.Tx;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What becomes of an order of which not everything is there, when it comes in, at the shelf or at the bench: its brand's rule says it,
 * or somebody does. Nothing is shipped short without a decision, which is kept with who took it and when.
 */
final class Shorts {

    private static final String RULE = "SELECT short_rule FROM brand WHERE company = :company AND brand = :brand";

    private static final String DECIDED = """
        INSERT INTO short_decision (company, warehouse, order_id, line, decided_at, decision, units, decided_by)
        VALUES (:company, :warehouse, :order, :line, :at, :decision, :units, :by)\
        """;

    private final FeedWriter feed;
    private final Works works;
    private final Availability availability;
    private final Ledger ledger;
    private final Exceptions exceptions;
    private final InstantSource time;

    Shorts(
            FeedWriter feed,
            Works works,
            Availability availability,
            Ledger ledger,
            Exceptions exceptions,
            InstantSource time) {
        this.feed = feed;
        this.works = works;
        this.availability = availability;
        this.ledger = ledger;
        this.exceptions = exceptions;
        this.time = time;
    }

    /** Who decides, and what; never {@link ShortRule#ASK}. */
    private record Decision(ShortRule what, String by) {}

    /** A new order was stored of which not everything could be promised. */
    void ordered(Tx tx, OrderId order) {
        ShortRule rule = rule(tx, order);
        if (rule == ShortRule.ASK) {
            ask(tx, order, "stock does not suffice");
        } else {
            promise(tx, order, new Decision(rule, "the rule of " + order.brand()));
        }
    }

    /** Units of released work are missing, and no others were found. */
    void missing(Tx tx, Work work) {
        ShortRule rule = rule(tx, work.order());
        if (rule == ShortRule.ASK) {
            ask(
                    tx,
                    work.order(),
                    "units are missing and none are free in their place: "
                            + Need.units(work.owed()).keySet());
        } else if (rule != ShortRule.WAIT) {
            goOn(tx, work, new Decision(rule, "the rule of " + work.order().brand()));
        }
    }

    /** Somebody decides about what is missing of an order's parcels, else about what was not promised to it. */
    void decide(Site site, OrderId order, ShortRule decision, String by) {
        if (decision == ShortRule.ASK) {
            throw new IllegalArgumentException("whoever is asked decides");
        }
        feed.useTransaction(site, tx -> {
            List<Work> waiting =
                    works.lock(tx, order).stream().filter(Work::isToBeDecided).toList();
            OrderQuantities.lockKnown(tx, order);
            Decision taken = new Decision(decision, by);
            waiting.forEach(work -> goOn(tx, work, taken));
            if (waiting.isEmpty() && !promise(tx, order, taken)) {
                throw new OrderRefusedException("NOTHING_SHORT", "nothing of order %s is missing".formatted(order));
            }
            exceptions.resolve(
                    tx, ExceptionKind.CANNOT_ALLOCATE, List.of(order.value()), "%s: %s".formatted(by, decision));
        });
    }

    private static ShortRule rule(Tx tx, OrderId order) {
        return tx.query(RULE)
                .bind("brand", order.brand().value())
                .mapTo(String.class)
                .findOne()
                .map(ShortRule::valueOf)
                .orElse(ShortRule.ASK);
    }

    private void ask(Tx tx, OrderId order, String detail) {
        exceptions.raise(tx, ExceptionDraft.own(ExceptionKind.CANNOT_ALLOCATE, order.value(), detail));
    }

    /** What could not be promised of an order: what there is of it is, unless all of it waits. */
    private boolean promise(Tx tx, OrderId order, Decision decision) {
        List<Need> lacking = Need.lacking(tx, order.value());
        if (lacking.isEmpty()) {
            return false;
        }
        Map<ItemId, Integer> there = decision.what() == ShortRule.WAIT
                ? Map.of()
                : new HashMap<>(availability.promiseSome(tx, Need.units(lacking)));
        OrderQuantities quantities = new OrderQuantities();
        for (Need need : lacking) {
            int promised = Math.min(need.units(), there.getOrDefault(need.item(), 0));
            if (promised > 0) {
                there.merge(need.item(), -promised, Integer::sum);
            }
            int rest = need.units() - promised;
            quantities.add(
                    order,
                    need.line(),
                    OrderQuantities.Units.decided(decision.what() == ShortRule.CANCEL_REST ? rest : 0, promised));
            note(tx, order, new Need(need.line(), need.item(), rest), decision);
        }
        quantities.save(tx);
        return true;
    }

    /** The parcel goes without what is missing of it; a parcel of which nothing is left is none. */
    private void goOn(Tx tx, Work work, Decision decision) {
        List<Need> owed = work.owed();
        owed.forEach(need -> note(tx, work.order(), need, decision));
        if (decision.what() == ShortRule.WAIT) {
            return;
        }
        Work after = work;
        OrderQuantities quantities = new OrderQuantities();
        for (Need need : owed) {
            after = after.without(need.line(), need.units());
            quantities.add(
                    work.order(),
                    need.line(),
                    OrderQuantities.Units.decided(
                            decision.what() == ShortRule.CANCEL_REST ? need.units() : 0, -need.units()));
        }
        quantities.save(tx);
        boolean empty = after.isOpen()
                && after.lines().values().stream().allMatch(line -> line.picked() == 0 && line.left() == 0);
        if (empty) {
            after = after.at(TaskStage.CANCELLED)
                    .ended(new Shipment.Closing(time.instant(), null))
                    .cancelSeen(true);
        } else if (after.isOpen() && after.isAllPicked()) {
            after = after.at(TaskStage.PICKED);
        }
        Posting posting = new Posting();
        works.save(tx, posting, work, after);
        ledger.post(tx, posting, time.instant());
    }

    private void note(Tx tx, OrderId order, Need need, Decision decision) {
        if (need.units() > 0) {
            tx.update(DECIDED)
                    .bind("order", order.value())
                    .bind("line", need.line())
                    .bind("at", time.instant())
                    .bind("decision", decision.what().name())
                    .bind("units", need.units())
                    .bind("by", decision.by())
                    .execute();
        }
    }
}
