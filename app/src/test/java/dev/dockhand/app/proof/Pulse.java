package dev.dockhand.app.proof;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import org.HdrHistogram.Histogram;

/**
 * What the machine does beside a measurement: how long a bare write of 4 KiB and its force take, twenty times a second on the
 * same disk; when a thread that does nothing but sleep woke late; when the collector stopped everybody; and what somebody else
 * notes, such as the start of a server.
 */
final class Pulse implements AutoCloseable {

    private static final int BYTES = 4096;
    private static final int BLOCKS = 4096;
    private static final long NAP_NANOS = 1_000_000;
    private static final long NOTED_NANOS = 10_000_000;
    private static final long LATE_NANOS = 20_000_000;

    private final ConcurrentLinkedQueue<Span> spans = new ConcurrentLinkedQueue<>();
    private final Histogram force = new Histogram(3);
    private final List<Thread> threads = new ArrayList<>();
    private final long period;
    private volatile boolean closed;

    /**
     * Something that took a while.
     *
     * @param what in a word
     * @param from by {@link System#nanoTime()}
     * @param to likewise
     */
    private record Span(String what, long from, long to) {}

    /**
     * Begins.
     *
     * @param folder on the disk that is measured
     * @param period nanoseconds between two forces
     */
    Pulse(Path folder, long period) {
        this.period = period;
        threads.add(Thread.ofPlatform().daemon().name("bare force").start(() -> force(folder.resolve("bare"))));
        threads.add(Thread.ofPlatform().daemon().name("sleeper").start(this::sleep));
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            // The cycles of a collector that works beside everybody stop nobody.
            if (collector instanceof NotificationEmitter emitter
                    && !collector.getName().contains("Cycles")) {
                emitter.addNotificationListener(
                        (notification, handback) -> {
                            if (notification.getUserData() instanceof CompositeData data) {
                                collected(GarbageCollectionNotificationInfo.from(data));
                            }
                        },
                        null,
                        null);
            }
        }
    }

    /** The collector tells of a pause when it is over; it lasted whole milliseconds. */
    private void collected(GarbageCollectionNotificationInfo info) {
        long now = System.nanoTime();
        long took = info.getGcInfo().getDuration() * 1_000_000;
        if (took >= NOTED_NANOS) {
            spans.add(new Span("collector", now - took, now));
        }
    }

    private void force(Path path) {
        try (FileChannel file = FileChannel.open(
                path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer block = ByteBuffer.allocate(BYTES);
            for (int i = 0; i < BLOCKS; i++) {
                file.write(block.clear(), (long) i * BYTES);
            }
            file.force(true);
            long begins = System.nanoTime() + period / 2;
            for (int i = 0; !closed; i++) {
                Gun.until(begins + i * period);
                long start = System.nanoTime();
                file.write(block.clear(), (long) (i % BLOCKS) * BYTES);
                file.force(false);
                long end = System.nanoTime();
                synchronized (force) {
                    force.recordValue(end - start);
                }
                if (end - start > LATE_NANOS) {
                    spans.add(new Span("slow bare force", start, end));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void sleep() {
        while (!closed) {
            long start = System.nanoTime();
            Gun.until(start + NAP_NANOS);
            long end = System.nanoTime();
            if (end - start > NAP_NANOS + LATE_NANOS) {
                spans.add(new Span("nobody ran", start, end));
            }
        }
    }

    /** Notes something that begins now, and ends when what is returned is run. */
    Runnable begins(String what) {
        Span open = new Span(what, System.nanoTime(), Long.MAX_VALUE);
        spans.add(open);
        return () -> {
            spans.remove(open);
            spans.add(new Span(what, open.from(), System.nanoTime()));
        };
    }

    /** What was under way between two moments, in words. */
    List<String> during(long from, long to) {
        TreeSet<String> found = new TreeSet<>();
        for (Span span : spans) {
            if (span.from() < to && span.to() > from) {
                found.add(span.what());
            }
        }
        return List.copyOf(found);
    }

    /** How long the bare forces took. */
    Histogram force() {
        synchronized (force) {
            return force.copy();
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
