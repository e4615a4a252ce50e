package dev.dockhand.hardware.scan;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a keyboard scanner is told from a person. A prefix that nobody types is the sure way, and switches the timing off.
 *
 * @param prefix the character that the scanner sends first; null when it sends none
 * @param gap longest time between two characters of a scan, 10 to 300 ms
 * @param least fewest characters of a scan without prefix, 2 to 20
 * @param suffixed whether the scanner ends a scan with Enter or Tab; if not, the gap ends it
 */
public record WedgeSettings(@Nullable Character prefix, Duration gap, int least, boolean suffixed) {

    /** No prefix, 50 ms, at least 3 characters, ended by Enter or Tab. */
    public static final WedgeSettings USUAL = new WedgeSettings(null, Duration.ofMillis(50), 3, true);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when a value is out of its range
     */
    public WedgeSettings {
        if (gap.toMillis() < 10 || gap.toMillis() > 300) {
            throw new IllegalArgumentException("the gap is 10 to 300 ms, not " + gap.toMillis());
        }
        if (least < 2 || least > 20) {
            throw new IllegalArgumentException("a scan has at least 2 to 20 characters, not " + least);
        }
    }

    /** The same with a prefix. */
    public WedgeSettings withPrefix(char character) {
        return new WedgeSettings(character, gap, least, suffixed);
    }

    /** The same with another gap. */
    public WedgeSettings withGap(Duration other) {
        return new WedgeSettings(prefix, other, least, suffixed);
    }
}
