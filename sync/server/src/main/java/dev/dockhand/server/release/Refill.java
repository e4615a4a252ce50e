package dev.dockhand.server.release;

import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.task.TaskStage;
import dev.dockhand.server.exception.Exceptions;
import dev.dockhand.server.feed.FeedWriter;
import dev.dockhand.server.stock.Availability;
import dev.dockhand.server.stock.Ledger;
import dev.dockhand.server.stock.Posting;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Site;
import dev.dockhand.server.store.Tx;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds units in the place of those that were missing at the shelf or at the bench, so that a parcel that waits is picked to its end. The lines
 * are added to the work that the station holds; its waybill stays bound.
 */
final class Refill {

    private static final int AT_ONCE = 200;

    private static final String WAITING = """
        SELECT order_id FROM shipment
        WHERE company = :company AND warehouse = :warehouse AND waiting
        ORDER BY cut_off, shipment LIMIT :limit\
        """;

    private final Database database;
    private final FeedWriter feed;
    private final Works works;
    private final Availability availability;
    private final Ledger ledger;
    private final Release release;
    private final Exceptions exceptions;
    private final Shorts shorts;
    private final InstantSource time;

    Refill(
            Database database,
            FeedWriter feed,
            Works works,
            Availability availability,
            Ledger ledger,
            Release release,
            Exceptions exceptions,
            Shorts shorts,
            InstantSource time) {
        this.database = database;
        this.feed = feed;
        this.works = works;
        this.availability = availability;
        this.ledger = ledger;
        this.release = release;
        this.exceptions = exceptions;
        this.shorts = shorts;
        this.time = time;
    }

    /** Tries every parcel that waits, most urgent cut-off first. Where stock does not suffice, the brand's rule is asked. */
    void waiting(Site site) {
        List<String> orders = database.read(
                site,
                tx -> tx.query(WAITING)
                        .bind("limit", AT_ONCE)
                        .mapTo(String.class)
                        .list());
        orders.forEach(order -> feed.useTransaction(
                site,
                tx -> works.lock(tx, new OrderId(order)).stream()
                        .filter(Work::waits)
                        .forEach(work -> fill(tx, work))));
    }

    private void fill(Tx tx, Work work) {
        String order = work.order().value();
        List<Need> needs = work.owed();
        Map<ItemId, Integer> owed = Need.units(needs);
        Optional<List<Allocation.Take>> takes = release.free(tx, owed.keySet()).take(owed);
        if (takes.isEmpty() || !availability.promise(tx, owed)) {
            shorts.missing(tx, work);
            return;
        }
        Posting posting = new Posting();
        Work after = insert(tx, work, Need.parted(needs, takes.get()), posting);
        for (Need need : needs) {
            after = after.replaced(need.line(), need.units());
        }
        after = after.at(TaskStage.RELEASED);
        works.save(tx, posting, work, after);
        ledger.post(tx, posting, time.instant());
        exceptions.resolve(tx, ExceptionKind.CANNOT_ALLOCATE, List.of(order), "stock was found");
    }

    private static Work insert(Tx tx, Work work, List<Need.Part> parts, Posting posting) {
        NewLines lines = new NewLines();
        Work after = work;
        for (Need.Part part : parts) {
            WorkLine line = WorkLine.refill(after.lines().size() + 1, part.line(), part.take());
            after = after.with(line);
            lines.add(work.shipment(), line.line(), part, true, posting);
        }
        lines.save(tx);
        return after;
    }
}
