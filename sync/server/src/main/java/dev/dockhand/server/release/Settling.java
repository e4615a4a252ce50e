package dev.dockhand.server.release;

import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.OrderNumber;
import dev.dockhand.model.id.TroubleId;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.trouble.Trouble;
import dev.dockhand.model.trouble.TroubleKind;
import dev.dockhand.server.feed.Changes;
import dev.dockhand.server.feed.FeedWriter;
import dev.dockhand.server.stock.Ledger;
import dev.dockhand.server.stock.Posting;
import dev.dockhand.server.store.Site;
import dev.dockhand.server.trouble.Troubles;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** A supervisor's answers, and what they do to stock. */
public final class Settling {

    private final FeedWriter feed;
    private final Works works;
    private final Ledger ledger;
    private final Troubles troubles;
    private final InstantSource time;

    /** Works with these services. */
    public Settling(FeedWriter feed, Works works, Ledger ledger, Troubles troubles, InstantSource time) {
        this.feed = feed;
        this.works = works;
        this.ledger = ledger;
        this.troubles = troubles;
        this.time = time;
    }

    /**
     * Settles an exception. Accepting a short pick takes the missing units off the books, which until then are kept from
     * being promised again.
     *
     * @param by who answers
     * @param answer what was found and done
     * @return the settled exception; nothing when there is no open one of that key
     */
    public Optional<Trouble> settle(Site site, TroubleId id, String by, String answer) {
        return feed.inTransaction(site, (handle, changes) -> {
            Optional<Trouble> settled = troubles.settle(handle, site, changes, id, by, answer);
            settled.filter(trouble -> trouble.kind() == TroubleKind.SHORT_PICK)
                    .ifPresent(trouble -> writeOff(handle, site, changes, trouble));
            return settled;
        });
    }

    private void writeOff(Handle handle, Site site, Changes changes, Trouble trouble) {
        Posting posting = new Posting();
        for (Work work : works.lock(handle, site, new OrderNumber(trouble.about()))) {
            Work after = work;
            for (WorkLine line : work.lines().values()) {
                int missing = line.shorted() - line.writtenOff();
                if (missing > 0) {
                    after = after.with(line.writeOff(missing));
                    posting.move(Posting.Cause.of("exception", trouble.id().value()), lost(line, missing));
                }
            }
            works.save(handle, site, posting, changes, work, after);
        }
        ledger.post(handle, site, changes, posting, time.instant());
    }

    private static Movement lost(WorkLine line, int units) {
        return new Movement(
                line.sku(), line.lot(), line.expiry(), Quantity.of(units), Place.of(line.location()), Place.CORRECTION);
    }
}
