package dev.dockhand.hardware.scan;

import java.time.Duration;
import java.util.List;

/** Cuts what one scanner sends into codes; one is made for each connection. Pure: time comes in with each call. */
interface ScanCutter {

    /**
     * Takes bytes that arrived.
     *
     * @param bytes what was read, possibly nothing
     * @param nanos when, by {@link System#nanoTime()}
     * @return what was completed, in order
     */
    List<Frame> accept(byte[] bytes, long nanos);

    /**
     * Tells that nothing arrived until now, after a read that waited and found nothing.
     *
     * @param nanos now, by {@link System#nanoTime()}
     * @return what the silence completed
     */
    List<Frame> idle(long nanos);

    /**
     * How long a read may wait, so that a silence is noticed in time.
     *
     * @param nanos now, by {@link System#nanoTime()}
     * @param most the longest wait, taken when no code is half read
     */
    Duration patience(long nanos, Duration most);
}
