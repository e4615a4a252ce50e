package dev.dockhand.station.link;

import dev.dockhand.station.Health;
import dev.dockhand.station.MemoryException;
import dev.dockhand.station.journal.EventSource;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the server and the journals do not agree about. It may refuse a journal, or answer what contradicts it: then it is asked
 * again, and when it goes on so, that is a refusal too. What is refused is handed over for review, and sent once more after
 * a while and at each start, since whoever refused may have been wrong. Used by one thread.
 */
final class Dispute {

    private static final Logger LOG = LoggerFactory.getLogger(Dispute.class);
    private static final Duration ASK_AGAIN = Duration.ofMinutes(10);
    private static final int PATIENCE = 5;

    private final Contact contact;
    private final BiConsumer<Health.Kind, String> notices;
    private final LongSupplier ticks;
    private long askAgainNanos;
    private int contradictions;

    Dispute(Contact contact, BiConsumer<Health.Kind, String> notices, LongSupplier ticks) {
        this.contact = contact;
        this.notices = notices;
        this.ticks = ticks;
        this.askAgainNanos = ticks.getAsLong();
    }

    /** Whether what the server refused is handed over for now rather than sent. */
    boolean isInReview(EventSource journal) {
        return contact.isInConflict(journal.epoch()) && !asksAgain(journal);
    }

    /** Whether it is time to send what was refused once more, even when nobody does anything new. */
    boolean asksAgain(EventSource journal) {
        return contact.isInConflict(journal.epoch())
                && journal.acked() < journal.lastSeq()
                && ticks.getAsLong() - askAgainNanos >= 0;
    }

    /** The server takes a journal. */
    void agreed(EventSource journal) throws MemoryException {
        contradictions = 0;
        if (contact.isInConflict(journal.epoch())) {
            // What was handed over counts nowhere: it is sent as if it had not been.
            journal.handOver(0);
        }
        contact.agreed(journal.epoch());
    }

    /** The server refuses a journal. */
    void refused(EventSource journal) throws MemoryException {
        if (!contact.isInConflict(journal.epoch()) && journal.handedOver() <= journal.acked()) {
            // What was acknowledged may be another life's or another machine's: the server knows what it lacks.
            journal.handOver(0);
        }
        contradictions = 0;
        contact.conflict(journal.epoch());
        askAgainNanos = ticks.getAsLong() + ASK_AGAIN.toNanos();
    }

    /** An answer that contradicts what was asked may be anybody's: it changes nothing here, until too many say so. */
    void contradicted(EventSource journal, String what) throws MemoryException {
        LOG.error("the server contradicts the journal of epoch {}: {}", journal.epoch(), what);
        if (contradictions++ == 0) {
            notices.accept(Health.Kind.ANSWER_REFUSED, what);
        }
        if (contradictions >= PATIENCE) {
            refused(journal);
        }
    }
}
