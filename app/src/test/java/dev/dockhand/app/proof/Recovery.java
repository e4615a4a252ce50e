package dev.dockhand.app.proof;

import org.HdrHistogram.Histogram;

/**
 * How long a station takes from the end of the last fault that touches it until the server has one more of its acts, or none
 * waits. Faults that overlap are one.
 */
final class Recovery {

    private final Histogram times = new Histogram(3);
    private int faults;
    private long over;
    private long acked;

    /** Something happens to the station. */
    synchronized void begins() {
        faults++;
        over = 0;
    }

    /** It is over. */
    synchronized void ends() {
        faults--;
        if (faults == 0) {
            over = System.nanoTime();
        }
    }

    /** The station says how it stands with the server. */
    synchronized void heard(long nowAcked, boolean inStep) {
        boolean back = nowAcked > acked || inStep;
        acked = Math.max(acked, nowAcked);
        if (faults == 0 && over != 0 && back) {
            times.recordValue(System.nanoTime() - over);
            over = 0;
        }
    }

    synchronized void addTo(Histogram all) {
        all.add(times);
    }
}
