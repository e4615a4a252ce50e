package dev.dockhand.station.memory;

import dev.dockhand.station.Health;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happened to the memory since the start: the last hundred, for the window, and all of it in the log. */
final class Notices {

    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
    private static final int MOST = 100;

    private final InstantSource clock;
    private final Deque<Health.Notice> last = new ArrayDeque<>();

    Notices(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void add(Health.Kind kind, String detail) {
        LOG.warn("{}: {}", kind, detail);
        last.addLast(new Health.Notice(clock.instant(), kind, detail));
        if (last.size() > MOST) {
            last.removeFirst();
        }
    }

    synchronized List<Health.Notice> all() {
        return List.copyOf(last);
    }
}
