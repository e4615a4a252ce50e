package dev.dockhand.station.link;

import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.station.MemoryException;
import dev.dockhand.station.SyncStatus;
import dev.dockhand.station.SyncStatus.State;
import dev.dockhand.station.journal.EventSource;
import dev.dockhand.station.journal.Stored;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the loops found out about the server, and the status that follows from it. Thread-safe. */
final class Contact {

    private static final Logger LOG = LoggerFactory.getLogger(Contact.class);

    private final List<EventSource> journals;
    private final int present;
    private final InstantSource clock;
    private final List<Consumer<SyncStatus>> listeners = new CopyOnWriteArrayList<>();
    private final Set<Integer> conflicts = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Instant lastContact;
    private volatile boolean offline;
    private volatile boolean refused;
    private volatile boolean otherVersion;
    private volatile boolean behind = true;
    private long answers;
    private @Nullable SyncStatus told;
    private int oldestEpoch;
    private long oldestSeq;
    private volatile @Nullable Instant oldestAt;

    Contact(List<EventSource> journals, InstantSource clock) {
        this.journals = List.copyOf(journals);
        this.present = journals.getLast().epoch();
        this.clock = clock;
        journals.stream()
                .filter(journal -> journal.acked() < journal.handedOver())
                .forEach(journal -> conflicts.add(journal.epoch()));
    }

    void listen(Consumer<SyncStatus> listener) {
        listeners.add(listener);
    }

    /** The server answered as a server; says whether it could not be reached before. */
    boolean answered() {
        boolean back;
        synchronized (this) {
            lastContact = clock.instant();
            back = offline;
            offline = false;
            refused = false;
            otherVersion = false;
            answers++;
        }
        changed();
        return back;
    }

    /** How often the server answered. */
    synchronized long answers() {
        return answers;
    }

    /** A request led to nothing usable. */
    void failed(LinkException failure) {
        synchronized (this) {
            switch (failure.kind()) {
                case REFUSED -> refused = true;
                case OTHER_VERSION -> otherVersion = true;
                case UNREACHABLE, BUSY, UNUSABLE -> offline = true;
                case FAILED, CURSOR_GONE -> LOG.debug("the server is there: {}", failure.getMessage());
            }
            if (failure.kind() == LinkException.Kind.REFUSED || failure.kind() == LinkException.Kind.OTHER_VERSION) {
                offline = false;
                lastContact = clock.instant();
            }
        }
        changed();
    }

    /**
     * The server refuses the journal of an epoch: two machines claim to be this station, or one was restored from an image.
     * What it does not take is handed over for review.
     */
    void conflict(int epoch) {
        synchronized (this) {
            conflicts.add(epoch);
        }
        changed();
    }

    /** The server takes the journal of an epoch. */
    void agreed(int epoch) {
        synchronized (this) {
            conflicts.remove(epoch);
        }
    }

    boolean isInConflict(int epoch) {
        return conflicts.contains(epoch);
    }

    /** Whether changes are on their way here. */
    void behind(boolean now) {
        synchronized (this) {
            behind = now;
        }
        changed();
    }

    /** The status now. Waits for nothing: the bench asks it between two scans. */
    SyncStatus status() {
        long waiting = journals.stream().mapToLong(EventSource::waiting).sum();
        return new SyncStatus(state(waiting), waiting, waiting > 0 ? oldestAt : null, lastContact);
    }

    /** Whether nothing is on its way here or there, so that there is time for lesser things. */
    boolean isAtEase() {
        return status().state() == State.IN_STEP;
    }

    private State state(long waiting) {
        if (conflicts.contains(present)) {
            return State.CONFLICT;
        } else if (otherVersion) {
            return State.OTHER_VERSION;
        } else if (refused) {
            return State.REFUSED;
        } else if (offline) {
            return State.OFFLINE;
        }
        return waiting > 0 || behind || lastContact == null ? State.CATCHING_UP : State.IN_STEP;
    }

    private void findOldest() {
        for (EventSource journal : journals) {
            long first = Math.max(1 + Math.max(journal.acked(), journal.handedOver()), journal.firstSeq());
            if (first <= journal.lastSeq()) {
                if (oldestEpoch != journal.epoch() || oldestSeq != first) {
                    oldestEpoch = journal.epoch();
                    oldestSeq = first;
                    oldestAt = madeAt(journal, first);
                }
                return;
            }
        }
        oldestEpoch = 0;
        oldestAt = null;
    }

    private static @Nullable Instant madeAt(EventSource journal, long seq) {
        try {
            List<Stored> found = journal.read(seq, 1, 1);
            if (found.isEmpty()) {
                return null;
            }
            FloorEvent event = found.getFirst().event();
            return event.at();
        } catch (MemoryException | IOException e) {
            LOG.debug("the age of event {} is not known: {}", seq, e.toString());
            return null;
        }
    }

    /** Tells the listeners when the status is another one than before. */
    void changed() {
        SyncStatus now;
        synchronized (this) {
            findOldest();
            now = status();
            SyncStatus before = told;
            // Every answer moves the time of the last contact; by itself that is no news.
            boolean same = before != null
                    && before.state() == now.state()
                    && before.waiting() == now.waiting()
                    && java.util.Objects.equals(before.oldest(), now.oldest());
            if (same) {
                return;
            }
            told = now;
        }
        for (Consumer<SyncStatus> listener : listeners) {
            try {
                listener.accept(now);
            } catch (RuntimeException e) {
                LOG.error("a listener of the link failed", e);
            }
        }
    }
}
