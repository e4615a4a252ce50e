package dev.dockhand.app.proof;

import dev.dockhand.app.bench.BenchView;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.HdrHistogram.Histogram;

/**
 * Times scans that are one verdict each: from the last byte or key to the moment at which the bench tells the verdict,
 * behind the forced journal, and to the moment at which the pixels of the first frame that shows it were handed to the
 * window. The frame is the pulse behind the view; a render job that is queued behind its painting, and the hop back to
 * the JavaFX thread which hands pixels over, tell its end.
 */
final class Stopwatch {

    private static final long LONGEST_NANOS = 60_000_000_000L;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private long[] sent = {};
    private long[] told = {};
    private long[] drawn = {};
    private long base;
    private long latest;
    private final Map<String, Integer> words = new TreeMap<>();
    private int toldUpTo;
    private int drawnUpTo;
    /** What the window shows; of the JavaFX thread. */
    private long shown;

    /** Begins to time so many scans. */
    void start(int scans) {
        lock.lock();
        try {
            sent = new long[scans];
            told = new long[scans];
            drawn = new long[scans];
            base = latest;
            words.clear();
            toldUpTo = 0;
            drawnUpTo = 0;
        } finally {
            lock.unlock();
        }
    }

    /** The last byte or key of a scan leaves now. */
    void sent(int scan) {
        lock.lock();
        try {
            sent[scan] = System.nanoTime();
        } finally {
            lock.unlock();
        }
    }

    /** A view of the bench, on its thread. */
    void told(BenchView view) {
        long now = System.nanoTime();
        lock.lock();
        try {
            if (view.verdict() != null && view.verdictNumber() > latest) {
                words.merge(view.verdict().text().key(), 1, Integer::sum);
            }
            latest = view.verdictNumber();
            while (toldUpTo < told.length && toldUpTo < latest - base) {
                told[toldUpTo++] = now;
            }
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** A view that the window was handed before. */
    void handed(BenchView view) {
        Platform.runLater(() -> shown = view.verdictNumber());
    }

    /** Watches the frames of a scene; on the JavaFX thread. */
    void watch(Scene scene) {
        Frames.watch(scene, () -> shown, this::drawn);
    }

    private void drawn(long number) {
        long now = System.nanoTime();
        lock.lock();
        try {
            while (drawnUpTo < drawn.length && drawnUpTo < number - base) {
                drawn[drawnUpTo++] = now;
            }
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until every scan was told and drawn; false when that does not come. */
    boolean await(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long nanos = patience.toNanos();
            while (toldUpTo < told.length || drawnUpTo < drawn.length) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = moved.awaitNanos(nanos);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** How many verdicts there were since the start. */
    long verdicts() {
        lock.lock();
        try {
            return latest - base;
        } finally {
            lock.unlock();
        }
    }

    /** What was told since the start, and how often. */
    Map<String, Integer> said() {
        lock.lock();
        try {
            return Map.copyOf(words);
        } finally {
            lock.unlock();
        }
    }

    /** From the last byte to the verdict. */
    Histogram toVerdict() {
        return spread(told);
    }

    /** From the last byte to the pixels. */
    Histogram toScreen() {
        return spread(drawn);
    }

    /** The longest ways to a verdict: after how many scans each, and how many milliseconds. */
    List<String> longest(int most) {
        lock.lock();
        try {
            return IntStream.range(0, told.length)
                    .boxed()
                    .sorted(Comparator.comparingLong(scan -> sent[scan] - told[scan]))
                    .limit(most)
                    .map(scan -> String.format(Locale.ROOT, "%d: %.1f", scan, (told[scan] - sent[scan]) / 1e6))
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    private Histogram spread(long[] ends) {
        lock.lock();
        try {
            Histogram spread = new Histogram(LONGEST_NANOS, 3);
            for (int i = 0; i < ends.length; i++) {
                spread.recordValue(Math.clamp(ends[i] - sent[i], 0, LONGEST_NANOS));
            }
            return spread;
        } finally {
            lock.unlock();
        }
    }
}
