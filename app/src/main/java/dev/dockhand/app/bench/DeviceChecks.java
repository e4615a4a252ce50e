package dev.dockhand.app.bench;

import dev.dockhand.app.bench.Check.Outcome;
import dev.dockhand.app.bench.Finding.Reason;
import dev.dockhand.hardware.scale.Reading;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the tests of the devices, one after the other on one thread, and keeps the results of whole ones. */
final class DeviceChecks implements ChecksDoor, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceChecks.class);
    private static final int MOST_KEPT = 50;
    private static final int LETTERS_AND_DIGITS = 36;

    private final Supplier<List<OpenDevice>> devices;
    private final PrinterDesk printer;
    private final JsonFile<List<SelfTest>> file;
    private final InstantSource clock;
    private final List<Consumer<Checks>> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("device tests").factory());
    private volatile Checks shown = Checks.NONE;

    private List<OpenDevice> tested = List.of();
    private List<Check> list = new ArrayList<>();
    private boolean whole;
    private String operator = "";
    private int at;
    private int labels;
    private @Nullable Trial trial;
    private @Nullable Future<?> late;
    private @Nullable SelfTest last;
    private boolean kept = true;

    DeviceChecks(
            Supplier<List<OpenDevice>> devices,
            PrinterDesk printer,
            JsonFile<List<SelfTest>> file,
            InstantSource clock) {
        this.devices = devices;
        this.printer = printer;
        this.file = file;
        this.clock = clock;
    }

    /** Reads the last result. */
    void load() {
        execute(() -> {
            try {
                List<SelfTest> all = file.read();
                last = all.isEmpty() ? null : all.getLast();
            } catch (IOException e) {
                kept = false;
                LOG.error("the results of self-tests cannot be read; the file is left as it is", e);
            }
            publish();
        });
    }

    @Override
    public DevicesDoor.Subscription onChecks(Consumer<Checks> listener) {
        listeners.add(listener);
        listener.accept(shown);
        return () -> listeners.remove(listener);
    }

    @Override
    public void test(String device) {
        execute(() -> begin(
                devices.get().stream()
                        .filter(each -> each.settings().id().equals(device))
                        .toList(),
                false,
                ""));
    }

    @Override
    public void testAll(String who) {
        execute(() -> begin(
                devices.get().stream()
                        .filter(each -> each.settings().kind() != DeviceLamp.Kind.KEYBOARD)
                        .toList(),
                true,
                who));
    }

    @Override
    public void skip() {
        execute(() -> {
            Trial running = trial;
            if (running != null) {
                end(running, Outcome.SKIPPED, running.leftOut());
            }
        });
    }

    @Override
    public void stop() {
        execute(() -> begin(List.of(), false, ""));
    }

    /** Something was scanned for the page. */
    void scanned(Said said) {
        execute(() -> {
            if (trial != null) {
                trial.scanned(said);
            }
        });
    }

    /** The scale said something; most of the time nobody asks for it. */
    void weighed(Reading reading) {
        if (shown.running()) {
            execute(() -> {
                if (trial != null) {
                    trial.weighed(reading);
                }
            });
        }
    }

    private void begin(List<OpenDevice> wanted, boolean all, String who) {
        forget();
        tested = List.copyOf(wanted);
        whole = all;
        operator = who;
        at = -1;
        list = new ArrayList<>(tested.stream()
                .map(OpenDevice::settings)
                .map(each ->
                        new Check(each.id(), each.kind(), each.name(), Outcome.WAITING, Finding.of(Reason.WAITING), ""))
                .toList());
        next();
    }

    private void forget() {
        trial = null;
        if (late != null) {
            late.cancel(false);
        }
    }

    private void next() {
        forget();
        at++;
        if (at >= list.size()) {
            keep();
            publish();
            return;
        }
        OpenDevice device = tested.get(at);
        Trial fresh = trial(device);
        boolean connected = device instanceof OpenDevice.Off || device.status().isOpen();
        if (fresh == null) {
            put(Outcome.SKIPPED, Finding.of(Reason.OFF), "");
            next();
        } else if (!connected) {
            put(Outcome.FAILED, Finding.of(Reason.NOT_CONNECTED, device.status().state()), "");
            next();
        } else {
            run(fresh);
        }
    }

    private void run(Trial fresh) {
        trial = fresh;
        late = thread.schedule(
                () -> end(fresh, Outcome.FAILED, fresh.late()), fresh.patience().toMillis(), TimeUnit.MILLISECONDS);
        fresh.start(new Trial.Told() {
            @Override
            public void goesOn(Finding finding, String code) {
                if (trial == fresh) {
                    put(Outcome.RUNNING, finding, code);
                    publish();
                }
            }

            @Override
            public void ends(boolean passed, Finding finding) {
                end(fresh, passed ? Outcome.PASSED : Outcome.FAILED, finding);
            }
        });
    }

    /** A scanner that is not set up may still be a keyboard: the test of all asks for it too. */
    private @Nullable Trial trial(OpenDevice device) {
        return switch (device) {
            case OpenDevice.Scanner s -> new ScanTrial(whole ? ScanTrial.CODE : "");
            case OpenDevice.Keyboard k -> new ScanTrial("");
            case OpenDevice.Scale s -> new WeighTrial(whole);
            case OpenDevice.Printer p -> new LabelTrial(printer, this::execute, newCode());
            case OpenDevice.Off off ->
                whole && off.settings().kind() == DeviceLamp.Kind.SCANNER ? new ScanTrial(ScanTrial.CODE) : null;
        };
    }

    private String newCode() {
        labels++;
        return "T" + Long.toString(clock.millis() + labels, LETTERS_AND_DIGITS).toUpperCase(Locale.ROOT);
    }

    private void end(Trial of, Outcome outcome, Finding finding) {
        if (trial == of) {
            put(outcome, finding, "");
            next();
        }
    }

    private void put(Outcome outcome, Finding finding, String code) {
        list.set(at, list.get(at).with(outcome, finding, code));
    }

    private void keep() {
        if (!whole || list.isEmpty()) {
            return;
        }
        last = new SelfTest(
                clock.instant(),
                operator,
                list.stream()
                        .map(each -> new SelfTest.Result(
                                each.device(), each.kind(), each.name(), each.outcome(), each.finding()))
                        .toList());
        try {
            List<SelfTest> all = new ArrayList<>(file.read());
            all.add(last);
            file.write(all.subList(Math.max(0, all.size() - MOST_KEPT), all.size()));
            kept = true;
        } catch (IOException e) {
            kept = false;
            LOG.error("the result of the self-test was not kept", e);
        }
    }

    private void publish() {
        shown = new Checks(list, whole, trial != null, last, kept);
        listeners.forEach(listener -> listener.accept(shown));
    }

    private void execute(Runnable work) {
        try {
            thread.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException e) {
                    LOG.error("a device test failed of itself", e);
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("the tests are closed");
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
