package dev.dockhand.station.link;

import dev.dockhand.model.protocol.Push;
import dev.dockhand.station.Health;
import dev.dockhand.station.MemoryException;
import dev.dockhand.station.journal.EventSource;
import dev.dockhand.station.link.LinkException.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what the server does not have yet, in order, the very bytes of the journal. A push without an answer is sent
 * again as it was: the server takes repeats. One push is under way at a time: what is done meanwhile goes with the next one,
 * so an act that comes alone is sent at once, and a burst costs the server a few large transactions. Used by one thread.
 */
final class Pusher {

    private static final Logger LOG = LoggerFactory.getLogger(Pusher.class);
    private static final Duration IDLE = Duration.ofMinutes(1);
    private static final Duration STUCK = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofSeconds(1);

    private final ServerApi api;
    private final List<EventSource> journals;
    private final Contact contact;
    private final Wakes wakes;
    private final BiConsumer<Health.Kind, String> notices;
    private final BackOff backOff;
    private final LongSupplier ticks;
    private final Batches batches;
    private final Suspect suspect = new Suspect();
    private final Dispute dispute;
    private long unreadable;
    private long notBeforeNanos;

    /**
     * Whom the pusher wakes.
     *
     * @param everybody after the server could not be reached and can be again
     * @param leases when an old epoch is sent: what it did to the work in hand is in no list that was fetched before
     * @param snapshot when the server turns out to have come back from a backup: what it told since then may be untrue
     */
    record Wakes(Runnable everybody, Runnable leases, Runnable snapshot) {}

    Pusher(
            ServerApi api,
            List<EventSource> journals,
            Contact contact,
            Wakes wakes,
            BiConsumer<Health.Kind, String> notices,
            LinkSettings settings,
            LongSupplier ticks,
            RandomGenerator random) {
        this.api = api;
        this.journals = List.copyOf(journals);
        this.contact = contact;
        this.wakes = wakes;
        this.notices = notices;
        this.backOff = new BackOff(settings, random);
        this.batches = new Batches(settings.longestWait(), ticks);
        this.ticks = ticks;
        this.dispute = new Dispute(contact, notices, ticks);
        this.notBeforeNanos = ticks.getAsLong();
    }

    Duration step() throws InterruptedException {
        contact.changed();
        Optional<EventSource> next = journals.stream()
                .filter(journal -> journal.waiting() > 0 || dispute.asksAgain(journal))
                .findFirst();
        if (next.isEmpty()) {
            return IDLE;
        }
        Duration hold = Duration.ofNanos(notBeforeNanos - ticks.getAsLong());
        if (hold.isPositive()) {
            return hold;
        }
        EventSource journal = next.get();
        boolean review = dispute.isInReview(journal);
        long from = review ? Math.max(journal.firstSeq(), 1 + journal.handedOver()) : 1 + journal.acked();
        try {
            Optional<Batches.Batch> batch = batches.next(journal, from, suspect.most());
            if (batch.isEmpty()) {
                return batches.lookAgain();
            }
            return review ? handOver(journal, batch.get()) : push(journal, batch.get());
        } catch (MemoryException e) {
            unreadable(journal, from, e);
            return STUCK;
        }
    }

    private Duration push(EventSource journal, Batches.Batch batch) throws InterruptedException, MemoryException {
        long from = batch.first();
        boolean opaque = suspect.isProved(from, batch.events().size(), contact.answers());
        try {
            ServerApi.PushAnswer answer = api.push(journal.epoch(), batch.packed(), opaque);
            answered();
            Push.Result result = answer.result();
            Push.Refusal refusal = answer.refusal();
            if (result != null && batch.lastHash().equals(result.lastHash())) {
                return taken(journal, batch, result, opaque);
            }
            return refusal != null && batch.lastHash().equals(refusal.lastHash())
                    ? refused(journal, from, refusal)
                    : strange(journal, "it answers what was not sent");
        } catch (LinkException e) {
            return failed(e, batch);
        }
    }

    private void answered() {
        if (contact.answered()) {
            wakes.everybody().run();
        }
    }

    private Duration taken(EventSource journal, Batches.Batch batch, Push.Result result, boolean opaque)
            throws MemoryException {
        long from = batch.first();
        if (result.epoch() != journal.epoch() || result.acked() > journal.lastSeq() || result.acked() < batch.last()) {
            return strange(
                    journal,
                    "it acknowledges event %d of epoch %d, sent were %d to %d of epoch %d"
                            .formatted(result.acked(), result.epoch(), from, batch.last(), journal.epoch()));
        }
        if (opaque) {
            notices.accept(Health.Kind.SENT_UNREAD, "event %d of epoch %d".formatted(from, journal.epoch()));
        }
        agreed(journal);
        // What the server says that it has beyond these is sent all the same: it takes repeats, and nothing is left
        // out.
        journal.acknowledge(batch.last());
        if (journal != journals.getLast() && result.acked() == journal.lastSeq()) {
            wakes.leases().run();
        }
        suspect.cleared();
        contact.changed();
        return Duration.ZERO;
    }

    private void agreed(EventSource journal) throws MemoryException {
        backOff.reset();
        dispute.agreed(journal);
    }

    private Duration refused(EventSource journal, long from, Push.Refusal refusal) throws MemoryException {
        long expected = refusal.expected();
        // A server that has more than it was sent takes the push: it does not leave anything out either.
        if (refusal.code() == Push.Code.GAP && expected >= 1 && expected < from) {
            agreed(journal);
            notices.accept(
                    Health.Kind.SERVER_RESTORED,
                    "it has events up to %d of epoch %d, had up to %d"
                            .formatted(expected - 1, journal.epoch(), from - 1));
            wakes.snapshot().run();
            if (expected < journal.firstSeq()) {
                notices.accept(
                        Health.Kind.EVENTS_TOO_OLD,
                        "it asks for event %d of epoch %d, kept are those from %d"
                                .formatted(expected, journal.epoch(), journal.firstSeq()));
            }
            journal.acknowledge(expected - 1);
            contact.changed();
            return Duration.ZERO;
        }
        if (refusal.code() == Push.Code.EPOCH_CONFLICT) {
            LOG.error("the server refuses event {} of epoch {}: {}", from, journal.epoch(), refusal);
            backOff.reset();
            dispute.refused(journal);
            return Duration.ZERO;
        }
        return strange(journal, "it waits for event %d, sent was %d".formatted(expected, from));
    }

    private Duration strange(EventSource journal, String what) throws MemoryException {
        dispute.contradicted(journal, what);
        Duration wait = backOff.next(Duration.ZERO);
        notBeforeNanos = ticks.getAsLong() + wait.toNanos();
        return wait;
    }

    /** What the server refuses is kept there for a supervisor to review; the journal keeps it too. */
    private Duration handOver(EventSource journal, Batches.Batch batch) throws InterruptedException, MemoryException {
        try {
            Push.Kept kept = api.handOver(journal.epoch(), batch.packed());
            answered();
            if (!batch.lastHash().equals(kept.lastHash())) {
                return strange(journal, "it keeps what was not handed over");
            }
            backOff.reset();
            notices.accept(
                    Health.Kind.HANDED_OVER,
                    "events %d to %d of epoch %d".formatted(batch.first(), batch.last(), journal.epoch()));
            journal.handOver(batch.last());
            contact.changed();
            return Duration.ZERO;
        } catch (LinkException e) {
            return failed(e, batch);
        }
    }

    private void unreadable(EventSource journal, long from, MemoryException why) {
        if (from == unreadable) {
            return;
        }
        unreadable = from;
        LOG.error("event {} of epoch {} cannot be read", from, journal.epoch(), why);
        notices.accept(
                Health.Kind.JOURNAL_UNREADABLE,
                "event %d of epoch %d cannot be read: %s".formatted(from, journal.epoch(), why.getMessage()));
    }

    private Duration failed(LinkException failure, Batches.Batch batch) {
        long from = batch.first();
        LOG.info("push from event {}: {}", from, failure.getMessage());
        contact.failed(failure);
        Duration wait = backOff.next(failure.retryAfter());
        // A new event may try again at once when nobody answered, but not when the server asked for rest.
        boolean rest = failure.kind() != Kind.UNREACHABLE || wait.compareTo(SHORT) < 0;
        notBeforeNanos = ticks.getAsLong() + (rest ? wait : SHORT).toNanos();
        if (failure.kind() != Kind.FAILED) {
            return wait;
        }
        if (suspect.failedOn(from, batch.events().size(), contact.answers())) {
            backOff.reset();
        }
        return wait;
    }
}
