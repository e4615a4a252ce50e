package dev.dockhand.server.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts failures by who made them, within a window of time. Thread-safe; remembers a bounded number of callers. */
final class RateLimit {

    private static final int MOST_CALLERS = 10_000;

    private final int most;
    private final Duration window;
    private final InstantSource time;
    private final Map<String, Deque<Instant>> failures = new LinkedHashMap<>();

    RateLimit(int most, Duration window, InstantSource time) {
        this.most = most;
        this.window = window;
        this.time = time;
    }

    /** Whether this caller has failed too often of late. */
    synchronized boolean isExceeded(String caller) {
        return failures.containsKey(caller) && recent(caller).size() >= most;
    }

    synchronized void failed(String caller) {
        recent(caller).addLast(time.instant());
        if (failures.size() > MOST_CALLERS) {
            failures.remove(failures.keySet().iterator().next());
        }
    }

    /** How many callers are remembered, at most {@link #MOST_CALLERS}. */
    synchronized int callers() {
        return failures.size();
    }

    private Deque<Instant> recent(String caller) {
        Deque<Instant> times = failures.computeIfAbsent(caller, key -> new ArrayDeque<>());
        Instant since = time.instant().minus(window);
        while (!times.isEmpty() && times.getFirst().isBefore(since)) {
            times.removeFirst();
        }
        return times;
    }
}
