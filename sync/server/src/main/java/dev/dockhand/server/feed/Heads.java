package dev.dockhand.server.feed;

import dev.dockhand.server.store.Site;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How far each warehouse's feed has come, as far as this process knows, and those who wait for more. Thread-safe. */
public final class Heads {

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Site, Mark> marks = new HashMap<>();
    private boolean closed;

    private static final class Mark {
        private final Condition moved;
        private long head;

        private Mark(Condition moved) {
            this.moved = moved;
        }
    }

    /** The feed has come at least this far; who waits for it is woken. */
    public void reached(Site site, long head) {
        lock.lock();
        try {
            Mark mark = mark(site);
            if (head > mark.head) {
                mark.head = head;
                mark.moved.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the feed is past the cursor, at most so long. */
    void awaitPast(Site site, long cursor, Duration longest) throws InterruptedException {
        long left = longest.toNanos();
        lock.lock();
        try {
            Mark mark = mark(site);
            while (!closed && mark.head <= cursor && left > 0) {
                left = mark.moved.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** The server stops: who waits is woken, and nobody waits any more. */
    public void close() {
        lock.lock();
        try {
            closed = true;
            marks.values().forEach(mark -> mark.moved.signalAll());
        } finally {
            lock.unlock();
        }
    }

    private Mark mark(Site site) {
        return marks.computeIfAbsent(site, key -> new Mark(lock.newCondition()));
    }
}
