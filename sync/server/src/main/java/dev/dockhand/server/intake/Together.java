package dev.dockhand.server.intake;

import dev.dockhand.server.feed.FeedWriter;
import dev.dockhand.server.store.BusyException;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Meta;
import dev.dockhand.server.store.Site;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Takes in together what several requests tell a warehouse: those that come while one is taken in wait, and then go into one
 * transaction, since a warehouse commits one at a time. Thread-safe.
 */
final class Together<T> {

    private final Loader<T> loader;
    private final FeedWriter feed;
    private final Map<Site, Door<T>> doors = new ConcurrentHashMap<>();

    Together(Loader<T> loader, FeedWriter feed) {
        this.loader = loader;
        this.feed = feed;
    }

    private static final class Door<T> {
        private final ReentrantLock turn = new ReentrantLock(true);
        private final Queue<Wish<T>> waiting = new ConcurrentLinkedQueue<>();
    }

    /** What one request tells, and what became of it; written and read by who has the turn. */
    private static final class Wish<T> {
        private final List<Entry<T>> entries;
        private final Set<String> keys;
        private @Nullable Tally tally;
        private @Nullable RuntimeException failure;

        private Wish(List<Entry<T>> entries, Set<String> keys) {
            this.entries = entries;
            this.keys = keys;
        }

        private boolean isOpen() {
            return tally == null && failure == null;
        }
    }

    Loader<T> loader() {
        return loader;
    }

    /** Says what became of these, once they are committed. */
    Tally load(Site site, List<Entry<T>> entries) {
        Set<String> keys = new HashSet<>();
        entries.forEach(entry -> keys.add(loader.key(entry.value())));
        Wish<T> mine = new Wish<>(entries, keys);
        Door<T> door = doors.computeIfAbsent(site, one -> new Door<>());
        door.waiting.add(mine);
        door.turn.lock();
        try {
            while (mine.isOpen()) {
                takeIn(site, next(door));
            }
        } finally {
            door.turn.unlock();
        }
        if (mine.failure != null) {
            throw mine.failure;
        }
        return Objects.requireNonNull(mine.tally);
    }

    /** Those that waited longest, as many as a transaction may hold. Nothing is told twice within one. */
    private List<Wish<T>> next(Door<T> door) {
        List<Wish<T>> some = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (Wish<T> wish = door.waiting.peek(); wish != null; wish = door.waiting.peek()) {
            boolean fits = keys.size() + wish.keys.size() <= loader.atOnce()
                    && wish.keys.stream().noneMatch(keys::contains);
            if (!some.isEmpty() && !fits) {
                break;
            }
            keys.addAll(wish.keys);
            some.add(door.waiting.remove());
        }
        return some;
    }

    /** Where they fail together each is tried alone, so that no request suffers from another one. */
    private void takeIn(Site site, List<Wish<T>> wishes) {
        try {
            List<Tally> told = feed.inTransaction(site, tx -> {
                Meta.lock(tx);
                return loader.load(tx, wishes.stream().map(wish -> wish.entries).toList());
            });
            for (int i = 0; i < wishes.size(); i++) {
                wishes.get(i).tally = told.get(i);
            }
        } catch (RuntimeException e) {
            if (wishes.size() == 1 || e instanceof BusyException || Database.isOutOfOrder(e)) {
                wishes.forEach(wish -> wish.failure = e);
            } else {
                wishes.forEach(wish -> takeIn(site, List.of(wish)));
            }
        } finally {
            // An error that ends this thread leaves nobody waiting for an answer.
            wishes.stream()
                    .filter(Wish::isOpen)
                    .forEach(wish -> wish.failure = new IllegalStateException("taking in broke off"));
        }
    }
}
