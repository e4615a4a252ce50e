package dev.dockhand.app.device;

import dev.dockhand.app.device.DeviceTest.Outcome;
import dev.dockhand.app.device.TestMessage.Reason;
import dev.dockhand.app.machine.JsonFile;
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
final class DeviceTestRunner implements DeviceTests, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceTestRunner.class);
    private static final int MOST_KEPT = 50;
    private static final int LETTERS_AND_DIGITS = 36;

    private final Supplier<List<OpenDevice>> devices;
    private final BenchPrinter printer;
    private final JsonFile<List<DeviceTestReport>> file;
    private final InstantSource clock;
    private final List<Consumer<TestRun>> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("device tests").factory());
    private volatile TestRun shown = TestRun.NONE;

    private List<OpenDevice> tested = List.of();
    private List<DeviceTest> list = new ArrayList<>();
    private boolean whole;
    private String operator = "";
    private int at;
    private int labels;
    private @Nullable TestProcedure procedure;
    private @Nullable Future<?> late;
    private @Nullable DeviceTestReport last;
    private boolean kept = true;

    DeviceTestRunner(
            Supplier<List<OpenDevice>> devices,
            BenchPrinter printer,
            JsonFile<List<DeviceTestReport>> file,
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
                List<DeviceTestReport> all = file.read();
                last = all.isEmpty() ? null : all.getLast();
            } catch (IOException e) {
                kept = false;
                LOG.error("the results of self-tests cannot be read; the file is left as it is", e);
            }
            publish();
        });
    }

    @Override
    public DeviceSetUp.Subscription onRun(Consumer<TestRun> listener) {
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
            TestProcedure running = procedure;
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
    void scanned(DeviceMessage message) {
        execute(() -> {
            if (procedure != null) {
                procedure.scanned(message);
            }
        });
    }

    /** The scale said something; most of the time nobody asks for it. */
    void weighed(Reading reading) {
        if (shown.running()) {
            execute(() -> {
                if (procedure != null) {
                    procedure.weighed(reading);
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
                .map(each -> new DeviceTest(
                        each.id(), each.kind(), each.name(), Outcome.WAITING, TestMessage.of(Reason.WAITING), ""))
                .toList());
        next();
    }

    private void forget() {
        procedure = null;
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
        TestProcedure fresh = procedure(device);
        boolean connected = device instanceof OpenDevice.Off || device.status().isOpen();
        if (fresh == null) {
            put(Outcome.SKIPPED, TestMessage.of(Reason.OFF), "");
            next();
        } else if (!connected) {
            put(
                    Outcome.FAILED,
                    TestMessage.of(Reason.NOT_CONNECTED, device.status().state()),
                    "");
            next();
        } else {
            run(fresh);
        }
    }

    private void run(TestProcedure fresh) {
        procedure = fresh;
        late = thread.schedule(
                () -> end(fresh, Outcome.FAILED, fresh.late()), fresh.patience().toMillis(), TimeUnit.MILLISECONDS);
        fresh.start(new TestProcedure.Told() {
            @Override
            public void goesOn(TestMessage message, String code) {
                if (procedure == fresh) {
                    put(Outcome.RUNNING, message, code);
                    publish();
                }
            }

            @Override
            public void ends(boolean passed, TestMessage message) {
                end(fresh, passed ? Outcome.PASSED : Outcome.FAILED, message);
            }
        });
    }

    /** A scanner that is not set up may still be a keyboard: the test of all asks for it too. */
    private @Nullable TestProcedure procedure(OpenDevice device) {
        return switch (device) {
            case OpenDevice.Scanner s -> new ScannerProcedure(whole ? ScannerProcedure.CODE : "");
            case OpenDevice.Keyboard k -> new ScannerProcedure("");
            case OpenDevice.Scale s -> new ScaleProcedure(whole);
            case OpenDevice.Printer p -> new PrinterProcedure(printer, this::execute, newCode());
            case OpenDevice.Off off ->
                whole && off.settings().kind() == DeviceLamp.Kind.SCANNER
                        ? new ScannerProcedure(ScannerProcedure.CODE)
                        : null;
        };
    }

    private String newCode() {
        labels++;
        return "T" + Long.toString(clock.millis() + labels, LETTERS_AND_DIGITS).toUpperCase(Locale.ROOT);
    }

    private void end(TestProcedure of, Outcome outcome, TestMessage message) {
        if (procedure == of) {
            put(outcome, message, "");
            next();
        }
    }

    private void put(Outcome outcome, TestMessage message, String code) {
        list.set(at, list.get(at).with(outcome, message, code));
    }

    private void keep() {
        if (!whole || list.isEmpty()) {
            return;
        }
        last = new DeviceTestReport(
                clock.instant(),
                operator,
                list.stream()
                        .map(each -> new DeviceTestReport.Result(
                                each.device(), each.kind(), each.name(), each.outcome(), each.message()))
                        .toList());
        try {
            List<DeviceTestReport> all = new ArrayList<>(file.read());
            all.add(last);
            file.write(all.subList(Math.max(0, all.size() - MOST_KEPT), all.size()));
            kept = true;
        } catch (IOException e) {
            kept = false;
            LOG.error("the result of the self-test was not kept", e);
        }
    }

    private void publish() {
        shown = new TestRun(list, whole, procedure != null, last, kept);
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
