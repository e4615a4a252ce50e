package dev.dockhand.hardware.scan;

import java.time.Duration;

/**
 * How a scanner marks the end of a code. The usual framing takes every common mark, because scanners leave the factory
 * with different ones.
 *
 * @param cr CR ends a code
 * @param lf LF ends a code; CR LF ends it once
 * @param stxEtx STX begins a code and ETX ends it
 * @param gap how long a silence ends a code of a scanner that sends no mark at all; zero for never
 */
public record Framing(boolean cr, boolean lf, boolean stxEtx, Duration gap) {

    /** CR, LF, CR LF and STX..ETX, or a silence of 80 ms. */
    public static final Framing USUAL = new Framing(true, true, true, Duration.ofMillis(80));

    /**
     * Checks the gap.
     *
     * @throws IllegalArgumentException when the gap is negative or longer than a second
     */
    public Framing {
        if (gap.isNegative() || gap.compareTo(Duration.ofSeconds(1)) > 0) {
            throw new IllegalArgumentException("the gap is 0 to 1000 ms, not " + gap.toMillis());
        }
    }

    /** The same marks with another gap. */
    public Framing withGap(Duration other) {
        return new Framing(cr, lf, stxEtx, other);
    }

    boolean isEnd(byte b) {
        return cr && b == '\r' || lf && b == '\n' || stxEtx && b == ScanFramer.ETX;
    }

    boolean isStart(byte b) {
        return stxEtx && b == ScanFramer.STX;
    }
}
