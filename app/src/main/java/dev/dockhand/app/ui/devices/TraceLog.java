package dev.dockhand.app.ui.devices;

import dev.dockhand.app.device.DeviceMessage;
import dev.dockhand.app.device.DeviceSetUp;
import dev.dockhand.app.device.DeviceSetUp.Device;
import dev.dockhand.app.device.DeviceSetUp.Subscription;
import dev.dockhand.app.device.DeviceSetUp.Trace;
import dev.dockhand.app.ui.texts.Visible;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The latest bytes of a device as lines. However fast they come, the screen is asked once for all that wait. */
final class TraceLog {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final int LINES = 60;
    private static final int BYTES_A_LINE = 64;

    private final Executor screen;
    private final Supplier<ZoneId> zone;
    private final Runnable changed;
    private final Function<DeviceMessage, String> words;
    private final Queue<Trace> arrived = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final Deque<DevicesShown.Line> lines = new ArrayDeque<>();
    private @Nullable Subscription bytes;
    private boolean held;

    TraceLog(Executor screen, Supplier<ZoneId> zone, Function<DeviceMessage, String> words, Runnable changed) {
        this.screen = screen;
        this.zone = zone;
        this.words = words;
        this.changed = changed;
    }

    /** Watches a device from now on, and no other; none when it is absent. */
    void watch(DeviceSetUp setUp, @Nullable Device device) {
        if (bytes != null) {
            bytes.close();
        }
        clear();
        bytes = device == null ? null : setUp.onTrace(device.id(), this::add);
    }

    boolean isWatching() {
        return bytes != null;
    }

    private void add(Trace trace) {
        arrived.add(trace);
        if (asked.compareAndSet(false, true)) {
            screen.execute(this::drain);
        }
    }

    private void drain() {
        asked.set(false);
        for (@Nullable Trace next = arrived.poll(); next != null; next = arrived.poll()) {
            if (!held) {
                take(next);
            }
        }
        while (lines.size() > LINES) {
            lines.removeFirst();
        }
        changed.run();
    }

    /** The meaning of bytes comes after them and belongs to the last line from the device. */
    private void take(Trace trace) {
        DeviceMessage message = trace.message();
        if (message == null) {
            lines.addLast(line(trace));
        } else if (!lines.isEmpty() && lines.getLast().fromDevice()) {
            DevicesShown.Line of = lines.removeLast();
            lines.addLast(new DevicesShown.Line(of.time(), true, of.bytes(), words.apply(message)));
        } else {
            lines.addLast(new DevicesShown.Line(time(trace), true, "", words.apply(message)));
        }
    }

    private String time(Trace trace) {
        return TIME.format(trace.at().atZone(zone.get()));
    }

    void hold() {
        held = !held;
    }

    boolean isHeld() {
        return held;
    }

    void clear() {
        arrived.clear();
        lines.clear();
        held = false;
    }

    List<DevicesShown.Line> lines() {
        return List.copyOf(lines);
    }

    private DevicesShown.Line line(Trace trace) {
        byte[] all = trace.bytes().copy();
        int length = Math.min(all.length, BYTES_A_LINE);
        String more = all.length > length ? " … +" + (all.length - length) : "";
        return new DevicesShown.Line(time(trace), trace.fromDevice(), Visible.bytes(all, length) + more, "");
    }
}
