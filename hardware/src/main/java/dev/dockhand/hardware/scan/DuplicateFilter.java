package dev.dockhand.hardware.scan;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Recognises a code that the same scanner has read a moment ago, as a scanner in a stand does. It only tells; the caller
 * says so to the operator. Where units are counted a second scan is a second unit. Not for use by several threads.
 */
public final class DuplicateFilter {

    private static final int MOST = 256;

    private final Duration window;
    private final Map<Key, Taken> taken = new LinkedHashMap<>();

    /**
     * A filter.
     *
     * @param window how long after a scan the same code of the same scanner is a repetition; zero switches it off
     */
    public DuplicateFilter(Duration window) {
        this.window = window;
    }

    /** A filter that finds no repetition. */
    public static DuplicateFilter off() {
        return new DuplicateFilter(Duration.ZERO);
    }

    /** Whether the scan repeats one that was not a repetition itself, within the window. */
    public boolean isRepetition(Scan scan) {
        return isRepetition(scan, false);
    }

    /**
     * The same where units may be counted.
     *
     * @param counting whether the code is a unit now: then it repeats only what was taken when it was none, as a place that
     *     is read twice while the first reading began the counting of what lies there
     */
    public boolean isRepetition(Scan scan, boolean counting) {
        if (window.isZero()) {
            return false;
        }
        Key key = new Key(scan.device(), scan.text());
        Taken before = taken.get(key);
        if (before != null && before.isWithin(window, scan.at()) && !(counting && before.counting())) {
            return true;
        }
        taken.remove(key);
        taken.put(key, new Taken(scan.at(), counting));
        if (taken.size() > MOST) {
            taken.remove(taken.keySet().iterator().next());
        }
        return false;
    }

    private record Key(String device, String text) {}

    private record Taken(Instant at, boolean counting) {
        boolean isWithin(Duration window, Instant later) {
            return !later.isBefore(at) && later.isBefore(at.plus(window));
        }
    }
}
