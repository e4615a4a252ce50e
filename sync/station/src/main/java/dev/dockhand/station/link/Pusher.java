package dev.dockhand.station.link;

import dev.dockhand.model.protocol.Protocol;
import dev.dockhand.model.protocol.Push;
import dev.dockhand.station.Health;
import dev.dockhand.station.MemoryException;
import dev.dockhand.station.journal.EventSource;
import dev.dockhand.station.journal.Stored;
import dev.dockhand.station.link.LinkException.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what the server does not have yet, in order, the very bytes of the journal. A push without an answer is sent
 * again as it was: the server takes repeats. Used by one thread.
 */
final class Pusher {

    private static final Logger LOG = LoggerFactory.getLogger(Pusher.class);
    private static final Duration IDLE = Duration.ofMinutes(1);
    private static final Duration STUCK = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final int RAW_BYTES = 3 << 20;
    private static final int PACKED_BYTES = 1 << 20;
    private static final int TRIES = 5;

    private final ServerApi api;
    private final List<EventSource> journals;
    private final Contact contact;
    private final Wakes wakes;
    private final BiConsumer<Health.Kind, String> notices;
    private final BackOff backOff;
    private final Duration gather;
    private int most = Protocol.MAX_EVENTS;
    private int failures;
    private long failingFrom;
    private long unreadable;
    private long answersAtFirstFailure;
    private long notBeforeNanos = System.nanoTime();

    /**
     * Whom the pusher wakes.
     *
     * @param everybody after the server could not be reached and can be again
     * @param leases when an old epoch is sent: what it did to the work in hand is in no list that was fetched before
     */
    record Wakes(Runnable everybody, Runnable leases) {}

    Pusher(
            ServerApi api,
            List<EventSource> journals,
            Contact contact,
            Wakes wakes,
            BiConsumer<Health.Kind, String> notices,
            LinkSettings settings,
            RandomGenerator random) {
        this.api = api;
        this.journals = List.copyOf(journals);
        this.contact = contact;
        this.wakes = wakes;
        this.notices = notices;
        this.backOff = new BackOff(settings, random);
        this.gather = settings.gather();
    }

    Duration step() throws InterruptedException {
        Optional<EventSource> next = journals.stream()
                .filter(journal -> journal.acked() < journal.lastSeq() && !contact.isInConflict(journal.epoch()))
                .findFirst();
        if (next.isEmpty()) {
            return IDLE;
        }
        Duration hold = Duration.ofNanos(notBeforeNanos - System.nanoTime());
        if (hold.isPositive()) {
            return hold;
        }
        EventSource journal = next.get();
        long from = journal.acked() + 1;
        if (from < journal.firstSeq()) {
            tooOld(journal, from);
            return Duration.ZERO;
        }
        try {
            return push(journal, from);
        } catch (MemoryException e) {
            unreadable(journal, from, e);
            return STUCK;
        }
    }

    private Duration push(EventSource journal, long from) throws InterruptedException, MemoryException {
        List<Stored> batch = journal.read(from, most, RAW_BYTES);
        byte[] packed = pack(batch);
        while (packed.length > PACKED_BYTES && batch.size() > 1) {
            batch = batch.subList(0, batch.size() / 2);
            packed = pack(batch);
        }
        boolean opaque = isLoneOffender(from, batch.size());
        try {
            ServerApi.PushAnswer answer = api.push(journal.epoch(), packed, opaque);
            if (contact.answered()) {
                wakes.everybody().run();
            }
            backOff.reset();
            Push.Result result = answer.result();
            Push.Refusal refusal = answer.refusal();
            if (result != null) {
                return taken(journal, from, result, opaque);
            }
            return refusal == null ? STUCK : refused(journal, from, refusal);
        } catch (LinkException e) {
            return failed(e, from, batch.size());
        }
    }

    private Duration taken(EventSource journal, long from, Push.Result result, boolean opaque) {
        if (result.epoch() != journal.epoch() || result.acked() > journal.lastSeq() || result.acked() < from) {
            LOG.error(
                    "the server acknowledges event {} of epoch {}, which this journal cannot explain",
                    result.acked(),
                    result.epoch());
            setAside(journal);
            return STUCK;
        }
        if (opaque) {
            notices.accept(Health.Kind.SENT_UNREAD, "event %d of epoch %d".formatted(from, journal.epoch()));
        }
        journal.acknowledge(result.acked());
        if (journal != journals.getLast() && result.acked() == journal.lastSeq()) {
            wakes.leases().run();
        }
        failures = 0;
        most = Math.min(Protocol.MAX_EVENTS, most * 2);
        if (journal.lastSeq() - result.acked() < most) {
            notBeforeNanos = System.nanoTime() + gather.toNanos();
        }
        contact.changed();
        return Duration.ZERO;
    }

    private Duration refused(EventSource journal, long from, Push.Refusal refusal) {
        long expected = refusal.expected();
        boolean behind = expected >= 1 && expected < from;
        boolean ahead = expected > from && expected <= journal.lastSeq() + 1;
        if (refusal.code() == Push.Code.GAP && (behind || ahead)) {
            if (behind) {
                notices.accept(
                        Health.Kind.SERVER_RESTORED,
                        "it has events up to %d of epoch %d, had up to %d"
                                .formatted(expected - 1, journal.epoch(), from - 1));
            }
            journal.acknowledge(expected - 1);
            contact.changed();
            return Duration.ZERO;
        }
        LOG.error("the server refuses event {} of epoch {}: {}", from, journal.epoch(), refusal);
        setAside(journal);
        return Duration.ZERO;
    }

    private void tooOld(EventSource journal, long from) {
        notices.accept(
                Health.Kind.EVENTS_TOO_OLD,
                "it asks for event %d of epoch %d, kept are those from %d"
                        .formatted(from, journal.epoch(), journal.firstSeq()));
        setAside(journal);
    }

    /** The present journal is tried again: the disk may answer later, and what comes next must not overtake. */
    private void unreadable(EventSource journal, long from, MemoryException why) {
        boolean present = journal == journals.getLast();
        if (present && from == unreadable) {
            return;
        }
        unreadable = from;
        LOG.error("event {} of epoch {} cannot be read", from, journal.epoch(), why);
        notices.accept(
                present ? Health.Kind.JOURNAL_UNREADABLE : Health.Kind.OLD_JOURNAL_DAMAGED,
                "event %d of epoch %d cannot be read: %s".formatted(from, journal.epoch(), why.getMessage()));
        if (!present) {
            setAside(journal);
        }
    }

    private void setAside(EventSource journal) {
        contact.conflict(journal.epoch());
        if (journal != journals.getLast()) {
            notices.accept(
                    Health.Kind.OLD_JOURNAL_DAMAGED,
                    "events %d to %d of epoch %d cannot be sent; they stay in the folder for review"
                            .formatted(journal.acked() + 1, journal.lastSeq(), journal.epoch()));
        }
    }

    private Duration failed(LinkException failure, long from, int size) {
        LOG.info("push from event {}: {}", from, failure.getMessage());
        contact.failed(failure);
        Duration wait = backOff.next(failure.retryAfter());
        // A new event may try again at once when nobody answered, but not when the server asked for rest.
        boolean rest = failure.kind() != Kind.UNREACHABLE || wait.compareTo(SHORT) < 0;
        notBeforeNanos = System.nanoTime() + (rest ? wait : SHORT).toNanos();
        if (failure.kind() != Kind.FAILED) {
            return wait;
        }
        if (failures == 0 || failingFrom != from) {
            failures = 0;
            failingFrom = from;
            answersAtFirstFailure = contact.answers();
        }
        failures++;
        boolean searching = most < Protocol.MAX_EVENTS;
        if (size > 1 && (failures >= TRIES || searching)) {
            most = Math.max(1, size / 2);
            failures = 0;
            backOff.reset();
        }
        return wait;
    }

    /**
     * Whether one event makes the server fail: it was tried often enough alone, and meanwhile the server answered others.
     * A server that fails on everything proves nothing.
     */
    private boolean isLoneOffender(long from, int size) {
        return size == 1 && from == failingFrom && failures >= TRIES && contact.answers() > answersAtFirstFailure;
    }

    private static byte[] pack(List<Stored> batch) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            for (Stored event : batch) {
                zip.write(event.bytes());
                zip.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
