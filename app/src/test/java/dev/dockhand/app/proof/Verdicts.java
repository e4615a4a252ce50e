package dev.dockhand.app.proof;

import dev.dockhand.app.bench.BenchView;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Times scans that are one verdict each, and looks what the threads between scanner and verdict do while one takes long: a thread
 * of its own reads their stacks.
 */
final class Verdicts implements AutoCloseable {

    private static final long LONG_NANOS = 40_000_000;
    private static final long LOOK_NANOS = 5_000_000;
    private static final long AGAIN_NANOS = 20_000_000;
    private static final int FRAMES = 14;
    private static final List<String> WATCHED = List.of("bench", "device scanner", "virtual pty scanner");

    private final long[] sent;
    private final long[] told;
    private final AtomicInteger sentUpTo = new AtomicInteger();
    private final AtomicInteger toldUpTo = new AtomicInteger();
    private final Map<String, Integer> words = new TreeMap<>();
    private final Map<String, Integer> stacks = new TreeMap<>();
    private final Map<Integer, String> seen = new TreeMap<>();
    private long latest = -1;
    private volatile boolean armed;
    private volatile boolean closed;

    Verdicts(int scans) {
        this.sent = new long[scans];
        this.told = new long[scans];
        Thread.ofPlatform().daemon().name("watchdog").start(this::watch);
    }

    /** From now on every verdict is that of a scan; or is not. */
    void armed(boolean now) {
        armed = now;
    }

    /** The bytes of a scan leave now. */
    void sent(int scan) {
        sent[scan] = System.nanoTime();
        sentUpTo.set(scan + 1);
    }

    /** A view of the bench, on its thread. */
    void told(BenchView view) {
        long now = System.nanoTime();
        if (armed && latest >= 0 && view.verdictNumber() > latest) {
            int scan = toldUpTo.get();
            for (long more = view.verdictNumber() - latest; more > 0; more--) {
                boolean isOfAScan = scan < sentUpTo.get();
                if (isOfAScan) {
                    told[scan++] = now;
                }
                String word =
                        view.verdict() == null ? "" : view.verdict().text().key();
                words.merge(isOfAScan ? word : word + " without a scan", 1, Integer::sum);
            }
            toldUpTo.set(scan);
        }
        latest = view.verdictNumber();
    }

    private void watch() {
        int last = -1;
        long lookedAt = 0;
        while (!closed) {
            Gun.until(System.nanoTime() + LOOK_NANOS);
            int scan = toldUpTo.get();
            long now = System.nanoTime();
            boolean waits = armed && scan < sentUpTo.get() && now - sent[scan] > LONG_NANOS;
            if (waits && (scan != last || now - lookedAt > AGAIN_NANOS)) {
                last = scan;
                lookedAt = now;
                look(scan);
            }
        }
    }

    private void look(int scan) {
        Thread.getAllStackTraces().forEach((thread, frames) -> {
            if (WATCHED.contains(thread.getName())) {
                String stack = thread.getName() + " " + thread.getState() + "\n        "
                        + Arrays.stream(frames)
                                .limit(FRAMES)
                                .map(StackTraceElement::toString)
                                .collect(Collectors.joining("\n        "));
                synchronized (stacks) {
                    stacks.merge(stack, 1, Integer::sum);
                    String top = thread.getName() + " " + thread.getState() + " "
                            + Arrays.stream(frames)
                                    .map(frame ->
                                            frame.getClassName().replaceAll(".*\\.", "") + "." + frame.getMethodName())
                                    .limit(2)
                                    .collect(Collectors.joining(" < "));
                    seen.merge(scan, top, (one, other) -> one + " | " + other);
                }
            }
        });
    }

    /** How many scans were told. */
    int told() {
        return toldUpTo.get();
    }

    long sentAt(int scan) {
        return sent[scan];
    }

    long toldAt(int scan) {
        return told[scan];
    }

    /** What was told, and how often. */
    Map<String, Integer> words() {
        return words;
    }

    /** What the threads did while a scan waited for long; empty when nobody looked. */
    String seen(int scan) {
        synchronized (stacks) {
            return seen.getOrDefault(scan, "");
        }
    }

    /** Where the threads were found while scans waited for long, most often first. */
    List<String> stacks(int most) {
        synchronized (stacks) {
            return stacks.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                    .limit(most)
                    .map(each -> each.getValue() + " times " + each.getKey())
                    .toList();
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
