package dev.dockhand.hardware.scan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a scanner's bytes into codes. Pure: time comes in with each call. How the bytes are cut into reads makes no
 * difference.
 *
 * <p>A mark ends a code. A silence ends one only while the scanner has not shown any mark: once it has, a code without its
 * mark is torn, not whole, because a stalled line would otherwise cut one code into two wrong ones. A torn code takes that
 * knowledge away again, so that a stray CR in line noise does no lasting harm. A Tab with a silence behind it is a mark.
 */
public final class ScanFramer implements ScanCutter {

    static final byte STX = 0x02;
    static final byte ETX = 0x03;

    /** How long the end of a code may be missing before the code counts as torn. */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Framing framing;
    private final byte[] held = new byte[Scan.MOST_CHARACTERS];
    private long length;
    private boolean marksSeen;
    private long lastNanos;

    /**
     * A framer at the beginning of a connection.
     *
     * @param framing the marks
     */
    public ScanFramer(Framing framing) {
        this.framing = framing;
    }

    /**
     * Takes bytes that arrived.
     *
     * @param bytes what was read, possibly nothing
     * @param nanos when, by {@link System#nanoTime()}
     * @return what was completed, in order
     */
    @Override
    public List<Frame> accept(byte[] bytes, long nanos) {
        List<Frame> found = new ArrayList<>();
        for (byte b : bytes) {
            if (framing.isStart(b)) {
                begin(found);
            } else if (framing.isEnd(b)) {
                marksSeen = true;
                end(found);
            } else {
                keep(b);
            }
        }
        if (bytes.length > 0) {
            lastNanos = nanos;
        }
        return found;
    }

    /**
     * Tells that nothing arrived until now. To be called only after a read that waited and found nothing: bytes that lie
     * unread are no silence.
     *
     * @param nanos now, by {@link System#nanoTime()}
     * @return what the silence completed
     */
    @Override
    public List<Frame> idle(long nanos) {
        List<Frame> found = new ArrayList<>();
        if (length > 0 && nanos - lastNanos >= limit()) {
            if (gapEnds() || endsWithTab()) {
                end(found);
            } else {
                found.add(new Frame.Torn(length));
                length = 0;
                marksSeen = false;
            }
        }
        return found;
    }

    /**
     * How long a read may wait, so that a silence is noticed in time.
     *
     * @param nanos now, by {@link System#nanoTime()}
     * @param most the longest wait, taken when no code is half read
     */
    @Override
    public Duration patience(long nanos, Duration most) {
        if (length == 0) {
            return most;
        }
        long left = Math.max(0, limit() - (nanos - lastNanos));
        return left < most.toNanos() ? Duration.ofNanos(left) : most;
    }

    /** A Tab may be the mark of a scanner, or stand inside a code; only the silence behind it tells. */
    private boolean endsWithTab() {
        return length <= held.length
                && held[(int) length - 1] == '\t'
                && framing.gap().isPositive();
    }

    private boolean gapEnds() {
        return !marksSeen && framing.gap().isPositive();
    }

    private long limit() {
        return (length > 0 && (gapEnds() || endsWithTab()) ? framing.gap() : PATIENCE).toNanos();
    }

    private void begin(List<Frame> found) {
        if (length > 0) {
            found.add(new Frame.Torn(length));
            length = 0;
        }
    }

    private void end(List<Frame> found) {
        if (length > held.length) {
            found.add(new Frame.TooLong(length));
        } else if (length > 0) {
            found.add(new Frame.Data(Arrays.copyOf(held, (int) length)));
        }
        length = 0;
    }

    private void keep(byte b) {
        if (length < held.length) {
            held[(int) length] = b;
        }
        length++;
    }
}
