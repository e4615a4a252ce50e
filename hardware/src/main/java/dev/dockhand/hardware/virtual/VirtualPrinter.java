package dev.dockhand.hardware.virtual;

import dev.dockhand.hardware.label.LabelLanguages;
import dev.dockhand.hardware.port.PortException;
import dev.dockhand.hardware.port.Wire;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A printer of any language: takes labels, prints them one after the other, answers the questions of its language, and
 * keeps every label that came out. An interrupted label is printed once more unless a dial says otherwise. Its
 * memory outlives a pulled cable, even in the middle of a picture, but not a pulled plug.
 */
public final class VirtualPrinter implements VirtualDevice {
    private static final Pattern COPIES = Pattern.compile("\\^PQ0*([1-9][0-9]{0,3})");
    private static final Pattern LENGTH = Pattern.compile("\\^LL([0-9]{1,4})");
    private static final Duration TICK = Duration.ofMillis(5);
    private static final Duration SEND_LIMIT = Duration.ofSeconds(2);
    private static final int MOST_KEPT = 10_000;

    private final FarEnd end;
    private final InstantSource clock;
    private final PrinterDials dials = new PrinterDials();
    private final ReentrantLock lock = new ReentrantLock();
    private final Firmware memory;
    private final boolean hasZpl;
    private final List<PrintedLabel> labels = new ArrayList<>();
    private final ByteArrayOutputStream replies = new ByteArrayOutputStream();
    private final List<Consumer<PrintedLabel>> listeners = new ArrayList<>();
    private byte @Nullable [] current;
    private int copiesLeft;
    private boolean again;
    private boolean interrupted;
    private int labelLength;
    private long started;

    /**
     * A printer at the far end of a line; it is served by {@link #start}.
     *
     * @param end where it is plugged in
     * @param clock the time that labels are kept with
     */
    public VirtualPrinter(FarEnd end, InstantSource clock) {
        this(end, "zpl", clock);
    }

    /**
     * A printer of a language.
     *
     * @param language name of a language whose printers answer: zpl, tspl, slcs, epl, escpos
     */
    public VirtualPrinter(FarEnd end, String language, InstantSource clock) {
        this.end = end;
        this.clock = clock;
        this.hasZpl = language.equals("zpl");
        this.memory = hasZpl
                ? new ZplFirmware(new Panel())
                : new ScriptFirmware(LabelLanguages.byId(language).orElseThrow(), new Panel());
    }

    /** Begins to answer; called once. */
    public VirtualPrinter start() {
        end.serve(this);
        return this;
    }

    /** What can happen to it. */
    public PrinterDials dials() {
        return dials;
    }

    /** Where it is plugged in. */
    public FarEnd end() {
        return end;
    }

    /** Tells of each label that comes out, on the printer's own thread. */
    public void onLabel(Consumer<PrintedLabel> listener) {
        locked(() -> listeners.add(listener));
    }

    /** Every piece of paper that came out, in order. */
    public List<PrintedLabel> labels() {
        lock.lock();
        try {
            print();
            return List.copyOf(labels);
        } finally {
            lock.unlock();
        }
    }

    /** Pulls the plug: the connection ends and everything in memory is gone. */
    public void powerOff() {
        end.unplug();
        locked(() -> {
            memory.clear();
            current = null;
            copiesLeft = 0;
            again = false;
            interrupted = false;
            replies.reset();
            dials.powerStays();
        });
    }

    /** Puts the plug back in. */
    public void powerOn() {
        end.replug();
    }

    @Override
    public void serve(Wire line) throws PortException, InterruptedException {
        locked(replies::reset);
        while (true) {
            byte[] bytes = room() ? line.read(TICK) : pause();
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            for (byte b : bytes) {
                if (dials.takePowerOff()) {
                    powerOff();
                    throw new PortException(
                            dev.dockhand.hardware.port.ConnectionState.LOST, "the printer's plug was pulled");
                }
                locked(() -> memory.accept(b));
            }
            locked(memory::settle);
            byte[] out = work();
            if (out.length > 0) {
                line.write(out, SEND_LIMIT);
            }
        }
    }

    private static byte[] pause() {
        java.util.concurrent.locks.LockSupport.parkNanos(TICK.toNanos());
        return new byte[0];
    }

    private boolean room() {
        lock.lock();
        try {
            return memory.waiting() < ZplFirmware.MOST_FORMATS;
        } finally {
            lock.unlock();
        }
    }

    private byte[] work() {
        lock.lock();
        try {
            print();
            byte[] out = replies.toByteArray();
            replies.reset();
            return out;
        } finally {
            lock.unlock();
        }
    }

    private void locked(Runnable act) {
        lock.lock();
        try {
            act.run();
        } finally {
            lock.unlock();
        }
    }

    /** Brings the paper forward to now. */
    private void print() {
        if (dials.broken()) {
            interrupt();
            return;
        }
        long now = System.nanoTime();
        if (interrupted) {
            interrupted = false;
            started = now;
        }
        if (copiesLeft == 0 && memory.waiting() == 0) {
            memory.finished();
        }
        while (begin(now)) {
            if (now - started < dials.labelTime().toNanos()) {
                return;
            }
            byte[] label = current;
            if (dials.takeFailure()) {
                interrupt();
                return;
            }
            if (label != null) {
                out(label, again ? PrintedLabel.Condition.REPRINTED : PrintedLabel.Condition.WHOLE);
            }
            again = false;
            copiesLeft--;
            started += dials.labelTime().toNanos();
        }
    }

    /** Has a label in hand, or takes the next one; a paused printer finishes what it has begun. */
    private boolean begin(long now) {
        if (copiesLeft > 0 && current != null) {
            return true;
        }
        current = dials.isPaused() ? null : memory.next();
        if (current != null) {
            String text = new String(current, StandardCharsets.ISO_8859_1);
            Matcher copies = COPIES.matcher(text);
            copiesLeft = copies.find() ? Integer.parseInt(copies.group(1)) : 1;
            Matcher length = LENGTH.matcher(text);
            labelLength = length.find() ? Integer.parseInt(length.group(1)) : labelLength;
            started = now;
        }
        return current != null;
    }

    private void interrupt() {
        byte[] label = current;
        if (label == null || copiesLeft == 0 || interrupted) {
            return;
        }
        interrupted = true;
        out(label, PrintedLabel.Condition.DAMAGED);
        again = true;
        if (!dials.isReprinting()) {
            again = false;
            copiesLeft--;
        }
    }

    private void out(byte[] zpl, PrintedLabel.Condition condition) {
        PrintedLabel label = new PrintedLabel(labels.size() + 1, zpl, clock.instant(), condition);
        if (labels.size() < MOST_KEPT) {
            labels.add(label);
        }
        listeners.forEach(listener -> listener.accept(label));
    }

    /** What the firmware sees of the printer; used under the lock. */
    private final class Panel implements Firmware.Panel {
        @Override
        public Firmware.State state() {
            print();
            return new Firmware.State(
                    dials.isPaperOut(),
                    dials.isRibbonOut(),
                    dials.isHeadOpen(),
                    dials.isPaused(),
                    current != null && copiesLeft > 0 || memory.waiting() > 0,
                    current == null ? 0 : copiesLeft,
                    labelLength,
                    hasZpl && dials.broken() && dials.isHidingFaults());
        }

        @Override
        public void reply(byte[] answer) {
            if (!dials.isMute()) {
                replies.writeBytes(answer);
            }
        }

        @Override
        public void pause(boolean on) {
            dials.pause(on);
        }

        @Override
        public void dropCurrent() {
            current = null;
            copiesLeft = 0;
        }
    }
}
