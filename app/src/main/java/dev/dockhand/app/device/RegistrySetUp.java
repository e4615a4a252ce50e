package dev.dockhand.app.device;

import dev.dockhand.app.flow.Text;
import dev.dockhand.hardware.label.LabelTemplates;
import dev.dockhand.hardware.port.FoundPort;
import dev.dockhand.hardware.port.LinkStatus;
import dev.dockhand.hardware.port.PortFinder;
import dev.dockhand.hardware.printer.PrintReason;
import dev.dockhand.hardware.printer.PrintState;
import dev.dockhand.hardware.scale.ScaleProbe;
import dev.dockhand.hardware.scale.ScaleProfile;
import dev.dockhand.hardware.scale.ScaleWizard;
import dev.dockhand.hardware.scan.Scan;
import dev.dockhand.hardware.scan.ScanEvent;
import dev.dockhand.model.id.OperatorId;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a supervisor sees and changes of the devices while the station runs. Changes are made one after the other on a
 * thread of their own.
 */
final class RegistrySetUp implements DeviceSetUp, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RegistrySetUp.class);
    private static final long CLOSE_SECONDS = 5;

    private final DeviceRegistry registry;
    private final DeviceProfiles profiles;
    private final ScanDecoder decoder;
    private final DeviceTestRunner tests;
    private final ScaleProbe probe;
    private final Repeats repeats;
    private final BenchPrinter printer;
    private final AtomicLong labels = new AtomicLong();
    private final List<Consumer<DeviceMessage>> scanListeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<List<Device>>> deviceListeners = new CopyOnWriteArrayList<>();
    private final ExecutorService changes = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("device changes").factory());
    private volatile @Nullable Future<?> hearing;

    RegistrySetUp(
            DeviceRegistry registry,
            DeviceProfiles profiles,
            ScanDecoder decoder,
            DeviceTestRunner tests,
            Repeats repeats,
            BenchPrinter printer,
            ScaleProbe probe) {
        this.registry = registry;
        this.profiles = profiles;
        this.decoder = decoder;
        this.tests = tests;
        this.probe = probe;
        this.repeats = repeats;
        this.printer = printer;
    }

    /** Takes a scan when the page wants it; false when it belongs to the job. */
    boolean take(DecodedScan scan) {
        if (scanListeners.isEmpty()) {
            return false;
        }
        scanned(scan);
        registry.answer(scan.event().device(), scan.event() instanceof Scan);
        return true;
    }

    @Override
    public DecodedScan decode(ScanEvent typed) {
        return decoder.decode(typed);
    }

    @Override
    public void scanned(DecodedScan decoded) {
        DeviceMessage message = decoded.message();
        registry.typed(decoded.event().device(), message);
        if (message instanceof DeviceMessage.Reads reads
                && decoded.event() instanceof Scan scan
                && repeats.isRepeat(scan, () -> false)) {
            scanListeners.forEach(listener -> listener.accept(new DeviceMessage.Again(reads)));
            changed();
        } else {
            scanListeners.forEach(listener -> listener.accept(message));
            tests.scanned(message);
        }
    }

    @Override
    public Subscription takeScans(Consumer<DeviceMessage> listener) {
        scanListeners.add(listener);
        return () -> scanListeners.remove(listener);
    }

    @Override
    public void findPorts(Consumer<List<FoundPort>> listener) {
        changes.execute(() -> listener.accept(new PortFinder().list()));
    }

    @Override
    public DeviceTests tests() {
        return tests;
    }

    /** Shows the devices as they are now. */
    void changed() {
        List<Device> devices = devices();
        deviceListeners.forEach(listener -> listener.accept(devices));
    }

    private List<Device> devices() {
        return registry.all().stream().map(this::device).toList();
    }

    private Device device(OpenDevice open) {
        DeviceSettings settings = open.settings();
        LinkStatus status = open.status();
        Text detail = status.detail().isEmpty() ? null : Text.of("bench.device.detail", status.detail());
        return new Device(
                settings.id(),
                settings.kind(),
                settings.name(),
                settings.address(),
                settings.profile(),
                settings.options(),
                repeats.found(settings.name()),
                status.state(),
                detail,
                open.message());
    }

    @Override
    public Subscription onDevices(Consumer<List<Device>> listener) {
        deviceListeners.add(listener);
        listener.accept(devices());
        return () -> deviceListeners.remove(listener);
    }

    @Override
    public Subscription onTrace(String device, Consumer<Trace> listener) {
        return registry.find(device).watch(listener);
    }

    @Override
    public List<Profile> profiles(DeviceLamp.Kind kind) {
        return profiles.of(kind);
    }

    @Override
    public void change(
            String device, String address, @Nullable String profile, @Nullable OperatorId by, Consumer<Answer> answer) {
        change(device, settings -> settings.at(address.strip(), profile), by, answer);
    }

    @Override
    public void choose(
            String device, DeviceOption option, int value, @Nullable OperatorId by, Consumer<Answer> answer) {
        change(device, settings -> settings.with(option, value), by, answer);
    }

    private void change(
            String device, UnaryOperator<DeviceSettings> how, @Nullable OperatorId by, Consumer<Answer> answer) {
        changes.execute(() -> answer.accept(changeNow(device, how, by)));
    }

    private Answer changeNow(String id, UnaryOperator<DeviceSettings> how, @Nullable OperatorId by) {
        try {
            registry.change(how.apply(registry.find(id).settings()));
            LOG.info("{} was changed by {}", id, by == null ? "an installer, since no operator is known" : by.value());
            return new Answer(true, Text.of("bench.device.changed"));
        } catch (IllegalArgumentException e) {
            return new Answer(false, Text.of("bench.device.address", String.valueOf(e.getMessage())));
        } catch (IOException e) {
            LOG.error("the list of devices was not written", e);
            return new Answer(false, Text.of("bench.device.not-kept"));
        }
    }

    @Override
    public void print(String code, String title, Consumer<Answer> answer) {
        String job = "set-up:" + labels.incrementAndGet() + ":" + code;
        LabelJob label = new LabelJob(job, LabelTemplates.COMMAND, Map.of("code", code, "title", title), false);
        if (!printer.follow(label, state -> printed(state).ifPresent(answer))) {
            answer.accept(new Answer(
                    false, TestMessage.of(TestMessage.Reason.NO_LABEL).text()));
        }
    }

    private static Optional<Answer> printed(PrintState state) {
        return switch (state) {
            case PrintState.Prepared p -> Optional.empty();
            case PrintState.Sent s -> Optional.empty();
            case PrintState.Confirmed c -> Optional.of(new Answer(true, Text.of("bench.device.printed")));
            case PrintState.Unknown(var reason) -> Optional.of(notPrinted(reason));
            case PrintState.Failed(var reason) -> Optional.of(notPrinted(reason));
        };
    }

    private static Answer notPrinted(PrintReason reason) {
        return new Answer(
                false, TestMessage.of(TestMessage.Reason.NOT_PRINTED, reason).text());
    }

    @Override
    public Subscription hear(String device, String address, Consumer<Hearing> listener) {
        Future<?> asked = changes.submit(() -> listener.accept(new Hearing.Over(heard(device, address, listener))));
        hearing = asked;
        return () -> asked.cancel(true);
    }

    private List<ScaleWizard.Recording> heard(String device, String address, Consumer<Hearing> listener) {
        List<ScaleProfile> all = profiles.scales().all();
        try {
            return registry.without(
                    device, () -> probe.listen(address.strip(), all, new Progress(all.size(), listener)));
        } catch (InterruptedException e) {
            LOG.info("listening to {} was given up", device);
        } catch (RuntimeException e) {
            LOG.error("listening to {} failed of itself", device, e);
        }
        return List.of();
    }

    /** Tells how far listening has come. */
    private static final class Progress implements Consumer<List<ScaleProfile>> {
        private final int all;
        private final Consumer<Hearing> listener;
        private int number = 1;

        Progress(int all, Consumer<Hearing> listener) {
            this.all = all;
            this.listener = listener;
        }

        @Override
        public void accept(List<ScaleProfile> group) {
            listener.accept(
                    new Hearing.Tries(group.stream().map(ScaleProfile::name).toList(), number, all));
            number += group.size();
        }
    }

    /** Ends the tests, and the change that is going on. */
    @Override
    public void close() {
        tests.close();
        Future<?> listening = hearing;
        if (listening != null) {
            listening.cancel(true);
        }
        changes.shutdown();
        try {
            if (!changes.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("a change of a device was not finished");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
