package dev.dockhand.server.release;

import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.exception.ExceptionRecord;
import dev.dockhand.model.id.ExceptionId;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.server.exception.Exceptions;
import dev.dockhand.server.feed.FeedWriter;
import dev.dockhand.server.stock.Ledger;
import dev.dockhand.server.stock.Posting;
import dev.dockhand.server.store.Site;
import dev.dockhand.server.store.Tx;
import java.time.InstantSource;
import java.util.Optional;

/** A supervisor's answers, and what they do to stock. */
public final class Settling {

    private final FeedWriter feed;
    private final Works works;
    private final Ledger ledger;
    private final Exceptions exceptions;
    private final InstantSource time;

    /** Works with these services. */
    public Settling(FeedWriter feed, Works works, Ledger ledger, Exceptions exceptions, InstantSource time) {
        this.feed = feed;
        this.works = works;
        this.ledger = ledger;
        this.exceptions = exceptions;
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
    public Optional<ExceptionRecord> settle(Site site, ExceptionId id, String by, String answer) {
        return feed.inTransaction(site, tx -> {
            Optional<ExceptionRecord> settled = exceptions.settle(tx, id, by, answer);
            settled.filter(exception -> exception.kind() == ExceptionKind.SHORT_PICK)
                    .ifPresent(exception -> writeOff(tx, exception));
            return settled;
        });
    }

    private void writeOff(Tx tx, ExceptionRecord exception) {
        Posting posting = new Posting();
        for (Work work : works.lock(tx, new OrderId(exception.about()))) {
            Work after = work;
            for (WorkLine line : work.lines().values()) {
                int missing = line.shorted() - line.writtenOff();
                if (missing > 0) {
                    after = after.with(line.writeOff(missing));
                    posting.move(Posting.Cause.of("exception", exception.id().value()), lost(line, missing));
                }
            }
            works.save(tx, posting, work, after);
        }
        ledger.post(tx, posting, time.instant());
    }

    private static Movement lost(WorkLine line, int units) {
        return new Movement(line.goods(), Quantity.of(units), Place.of(line.location()), Place.CORRECTION);
    }
}
