package dev.dockhand.hardware.scan;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Recognises a code that the same scanner has read a moment ago, as a scanner in a stand does. It only tells; the caller
 * says so to the operator, and does not ask while units are being counted, where a second scan is a second unit. Not for
 * use by several threads.
 */
public final class DuplicateFilter {

    private static final int MOST = 256;

    private final Duration window;
    private final Map<Key, Instant> taken = new LinkedHashMap<>();

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
        if (window.isZero()) {
            return false;
        }
        Key key = new Key(scan.device(), scan.text());
        Instant before = taken.get(key);
        if (before != null && !scan.at().isBefore(before) && scan.at().isBefore(before.plus(window))) {
            return true;
        }
        taken.remove(key);
        taken.put(key, scan.at());
        if (taken.size() > MOST) {
            taken.remove(taken.keySet().iterator().next());
        }
        return false;
    }

    private record Key(String device, String text) {}
}
