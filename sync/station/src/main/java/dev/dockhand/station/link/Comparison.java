package dev.dockhand.station.link;

import dev.dockhand.model.protocol.Digest;
import dev.dockhand.station.Health;
import dev.dockhand.station.MemoryException;
import dev.dockhand.station.journal.EventSource;
import dev.dockhand.station.link.LinkException.Kind;
import dev.dockhand.station.replica.Replica;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out whether the read model holds what the server does: now and then both sum up their rows at one moment of the
 * feed. It is a precaution, so what goes wrong on the way is logged and tried again another time. Used by one thread.
 */
final class Comparison {

    private static final Logger LOG = LoggerFactory.getLogger(Comparison.class);

    /** Tenths of the usual time are soon. */
    private static final int SOON = 10;

    private static final int LONGEST = 24;

    private final ServerApi api;
    private final Replica replica;
    private final List<EventSource> journals;
    private final Duration every;
    private final LongSupplier ticks;
    private final RandomGenerator random;
    private final BiConsumer<Health.Kind, String> notices;
    private int rest = 1;
    private long due;

    /** Many stations start at the same time, so the first comparison is some time within the usual one. */
    Comparison(
            ServerApi api,
            Replica replica,
            List<EventSource> journals,
            Duration every,
            LongSupplier ticks,
            RandomGenerator random,
            BiConsumer<Health.Kind, String> notices) {
        this.api = api;
        this.replica = replica;
        this.journals = List.copyOf(journals);
        this.every = every;
        this.ticks = ticks;
        this.random = random;
        this.notices = notices;
        this.due = ticks.getAsLong() + chance(every);
    }

    private long chance(Duration most) {
        return random.nextLong(Math.max(1, most.toNanos()));
    }

    /** Around so long from now: stations that fell into step part again. */
    private void next(Duration time) {
        due = ticks.getAsLong() + time.toNanos() / 2 + chance(time);
    }

    /** The read model was made of a snapshot: the server may have been restored, or something was wrong before. */
    void snapshotTaken() {
        if (rest == 1) {
            next(every.dividedBy(SOON));
        }
    }

    boolean isDue() {
        return ticks.getAsLong() - due >= 0;
    }

    /** How many seconds, of so many, there are until then; never none. */
    int patience(int most) {
        return Math.clamp((due - ticks.getAsLong()) / 1_000_000_000, 1, most);
    }

    /** Follows the feed. */
    interface Feeding {
        void upTo(long cursor) throws LinkException, InterruptedException, MemoryException, IOException;
    }

    /**
     * Whether the rows differ, or the server lacks acts that it acknowledged before, which is told. The feed must stand still but
     * for what is asked of it here: else it is past the moment of the server's sums when they come.
     *
     * @throws LinkException when the feed cannot be followed up to that moment
     */
    boolean findsOtherRows(Feeding feed) throws LinkException, InterruptedException, MemoryException, IOException {
        next(every);
        List<Long> acknowledged = journals.stream().map(EventSource::acked).toList();
        Digest theirs;
        try {
            theirs = api.digest();
        } catch (LinkException e) {
            LOG.info("not compared with the server: {}", e.getMessage());
            if (e.kind() != Kind.FAILED && e.kind() != Kind.UNUSABLE) {
                next(every.dividedBy(SOON));
            }
            return false;
        }
        if (theirs.form() != Digest.FORM) {
            LOG.info("not compared with the server: it sums up in form {}", theirs.form());
            return false;
        }
        feed.upTo(theirs.cursor());
        Digest ours = replica.digest(theirs.since());
        if (!ours.isOfTheSameMomentAs(theirs)) {
            LOG.info("not compared with the server: it is at {}, this station at {}", theirs.cursor(), ours.cursor());
            next(every.dividedBy(SOON));
            return false;
        }
        return lacksActs(acknowledged) | told(theirs, ours.differing(theirs));
    }

    /**
     * What was acknowledged is in the feed, so a feed that does not tell of it is of a backup, though an older cursor fits it.
     * Nothing of an earlier enrolment is pushed any more that would find it out.
     */
    private boolean lacksActs(List<Long> acknowledged) {
        boolean lacks = false;
        for (int i = 0; i < journals.size(); i++) {
            int epoch = journals.get(i).epoch();
            long has = replica.toldUpTo(epoch);
            if (has < acknowledged.get(i)) {
                notices.accept(
                        Health.Kind.SERVER_RESTORED,
                        "it has events up to %d of epoch %d, had up to %d".formatted(has, epoch, acknowledged.get(i)));
                lacks = true;
            }
        }
        return lacks;
    }

    private boolean told(Digest theirs, Set<Digest.Kind> differing) {
        if (differing.isEmpty()) {
            LOG.debug("the same rows as the server at {}", theirs.cursor());
            rest = 1;
            return false;
        }
        notices.accept(Health.Kind.ROWS_DIFFERED, "%s at %d".formatted(differing, theirs.cursor()));
        // Where a snapshot does not help, nobody is helped by one an hour.
        next(every.multipliedBy(rest));
        rest = Math.min(2 * rest, LONGEST);
        return true;
    }
}
