package dev.dockhand.app.bench;

import dev.dockhand.app.flow.Text;
import dev.dockhand.hardware.label.Dpi;
import dev.dockhand.hardware.label.LabelLanguages;
import dev.dockhand.hardware.label.LabelTemplates;
import dev.dockhand.hardware.port.FoundPort;
import dev.dockhand.hardware.port.LinkStatus;
import dev.dockhand.hardware.port.PortAddress;
import dev.dockhand.hardware.port.PortFinder;
import dev.dockhand.hardware.port.WireOpener;
import dev.dockhand.hardware.printer.PrinterLanguage;
import dev.dockhand.hardware.scale.Reading;
import dev.dockhand.hardware.scale.ScaleProfile;
import dev.dockhand.hardware.scale.ScaleProfiles;
import dev.dockhand.hardware.scan.Scan;
import dev.dockhand.hardware.scan.ScanEvent;
import dev.dockhand.hardware.scan.ScannerProfile;
import dev.dockhand.hardware.scan.ScannerProfiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The devices of one bench: opens them as set up, hands on what they say, and lets a supervisor change them while the
 * station runs. Each device is owned by its own thread; changes are made one after the other on one more.
 */
public final class DeviceDesk implements BenchDevices, DevicesDoor, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceDesk.class);
    private static final long CLOSE_SECONDS = 5;

    private final JsonFile<List<DeviceSettings>> file;
    private final WireOpener opener;
    private final InstantSource clock;
    private final ScaleProfiles scaleProfiles;
    private final ScannerProfiles scannerProfiles = ScannerProfiles.load();
    private final ScaleDesk scale;
    private final PrinterDesk printer;
    private final ScanDecoder decoder;
    private final DeviceChecks checks;
    private final AtomicLong scans = new AtomicLong();
    private final Map<String, OpenDevice> open = new LinkedHashMap<>();
    private final List<Consumer<ScanEvent>> scanListeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<Said>> pageListeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> changeListeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<List<Device>>> deviceListeners = new CopyOnWriteArrayList<>();
    private final ExecutorService changes = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("device changes").factory());

    /**
     * A desk with no device open yet.
     *
     * @param folder the station's folder, where the devices and the results of their tests are kept
     * @param opener opens their ports
     * @param scaleProfiles the scales that are known
     * @param templates the labels that are known
     * @param dpi resolution of the printer
     * @param clock the time
     */
    public DeviceDesk(
            Path folder,
            WireOpener opener,
            ScaleProfiles scaleProfiles,
            LabelTemplates templates,
            Dpi dpi,
            InstantSource clock) {
        this.file = StationFiles.devices(folder);
        this.opener = opener;
        this.clock = clock;
        this.scaleProfiles = scaleProfiles;
        this.scale = new ScaleDesk(clock, this::changed);
        this.printer = new PrinterDesk(templates, dpi);
        this.decoder = new ScanDecoder(clock);
        this.checks = new DeviceChecks(this::all, printer, StationFiles.selfTests(folder), clock);
    }

    /**
     * Opens every device that is set up.
     *
     * @throws IOException when the list of devices cannot be read
     */
    public DeviceDesk start() throws IOException {
        checks.load();
        for (DeviceSettings settings : file.read()) {
            synchronized (open) {
                open.put(settings.id(), opened(settings));
            }
        }
        return this;
    }

    /** Loads the label fonts, so that the first label is not late; slow, for a spare thread. */
    public void warmUp() {
        printer.warmUp();
    }

    private OpenDevice opened(DeviceSettings settings) {
        if (!settings.isOn()) {
            if (settings.kind() == DeviceLamp.Kind.SCALE) {
                scale.present(false);
            }
            return new OpenDevice.Off(settings);
        }
        OpenDevice device = switch (settings.kind()) {
            case SCANNER ->
                OpenDevice.Scanner.open(
                        settings,
                        parts(),
                        scannerProfile(settings),
                        scans::incrementAndGet,
                        decoder,
                        this::fromScanner);
            case SCALE -> {
                scale.present(true);
                yield OpenDevice.Scale.open(settings, parts(), profile(settings), this::weighed);
            }
            case PRINTER -> {
                OpenDevice.Printer opened = OpenDevice.Printer.open(settings, parts());
                printer.use(opened.printer(), opened.language());
                yield opened;
            }
        };
        return device;
    }

    private OpenDevice.Parts parts() {
        return new OpenDevice.Parts(opener, clock, this::changed);
    }

    private ScannerProfile scannerProfile(DeviceSettings settings) {
        String id = settings.profile();
        return id == null || id.isBlank()
                ? scannerProfiles.usual()
                : scannerProfiles
                        .byId(id)
                        .orElseThrow(() -> new IllegalArgumentException("no scanner profile '" + id + "'"));
    }

    private ScaleProfile profile(DeviceSettings settings) {
        String id = settings.profile() == null ? "" : settings.profile();
        return scaleProfiles.byId(id).orElseThrow(() -> new IllegalArgumentException("no scale profile '" + id + "'"));
    }

    private void weighed(Reading reading) {
        scale.on(reading);
        checks.weighed(reading);
    }

    private void fromScanner(ScanEvent event) {
        boolean key = event instanceof Scan scan && WindowKey.of(scan.text()).isPresent();
        if (pageListeners.isEmpty() || key) {
            scanListeners.forEach(listener -> listener.accept(event));
        } else {
            scanned(event);
            answer(event.device(), event instanceof Scan);
        }
    }

    @Override
    public void scanned(ScanEvent event) {
        Said said = decoder.decode(event);
        pageListeners.forEach(listener -> listener.accept(said));
        checks.scanned(said);
    }

    @Override
    public Subscription takeScans(Consumer<Said> listener) {
        pageListeners.add(listener);
        return () -> pageListeners.remove(listener);
    }

    @Override
    public void findPorts(Consumer<List<FoundPort>> listener) {
        changes.execute(() -> listener.accept(new PortFinder().list()));
    }

    @Override
    public ChecksDoor checks() {
        return checks;
    }

    private void changed() {
        changeListeners.forEach(Runnable::run);
        List<Device> devices = devices();
        deviceListeners.forEach(listener -> listener.accept(devices));
    }

    @Override
    public void onScan(Consumer<ScanEvent> listener) {
        scanListeners.add(listener);
    }

    @Override
    public void answer(String device, boolean good) {
        for (OpenDevice each : all()) {
            if (each instanceof OpenDevice.Scanner scanner
                    && scanner.settings().name().equals(device)) {
                scanner.talk().answer(good);
            }
        }
    }

    @Override
    public void onChange(Runnable listener) {
        changeListeners.add(listener);
    }

    private List<OpenDevice> all() {
        synchronized (open) {
            return List.copyOf(open.values());
        }
    }

    @Override
    public List<DeviceLamp> lamps() {
        return all().stream()
                .map(device -> new DeviceLamp(
                        device.settings().kind(),
                        device.settings().name(),
                        device.status().state()))
                .toList();
    }

    @Override
    public LabelDesk labels() {
        return printer;
    }

    @Override
    public WeighDesk weigher() {
        return scale;
    }

    private List<Device> devices() {
        return all().stream().map(DeviceDesk::device).toList();
    }

    private static Device device(OpenDevice open) {
        DeviceSettings settings = open.settings();
        LinkStatus status = open.status();
        Text detail = status.detail().isEmpty() ? null : Text.of("bench.device.detail", status.detail());
        return new Device(
                settings.id(),
                settings.kind(),
                settings.name(),
                settings.address(),
                settings.profile(),
                status.state(),
                detail,
                open.said());
    }

    @Override
    public Subscription onDevices(Consumer<List<Device>> listener) {
        deviceListeners.add(listener);
        listener.accept(devices());
        return () -> deviceListeners.remove(listener);
    }

    @Override
    public Subscription onTrace(String device, Consumer<Trace> listener) {
        return find(device).watch(listener);
    }

    private OpenDevice find(String id) {
        synchronized (open) {
            OpenDevice device = open.get(id);
            if (device == null) {
                throw new IllegalArgumentException("no device '" + id + "'");
            }
            return device;
        }
    }

    @Override
    public List<Profile> profiles(DeviceLamp.Kind kind) {
        return switch (kind) {
            case SCANNER ->
                scannerProfiles.all().stream()
                        .map(each -> new Profile(each.id(), each.name()))
                        .toList();
            case SCALE ->
                scaleProfiles.all().stream()
                        .map(each -> new Profile(each.id(), each.name()))
                        .toList();
            case PRINTER ->
                LabelLanguages.ids().stream().map(id -> new Profile(id, "")).toList();
        };
    }

    @Override
    public void change(String device, String address, @Nullable String profile, Consumer<Answer> answer) {
        changes.execute(() -> answer.accept(changeNow(device, address.strip(), profile)));
    }

    private Answer changeNow(String id, String address, @Nullable String profile) {
        try {
            OpenDevice old = find(id);
            DeviceSettings settings = old.settings().at(address, profile);
            prove(settings);
            old.close();
            if (settings.kind() == DeviceLamp.Kind.PRINTER) {
                printer.useNone();
            }
            OpenDevice fresh = opened(settings);
            List<DeviceSettings> list = new ArrayList<>();
            synchronized (open) {
                open.put(id, fresh);
                open.values().forEach(each -> list.add(each.settings()));
            }
            file.write(list);
            changed();
            return new Answer(true, Text.of("bench.device.changed"));
        } catch (IllegalArgumentException e) {
            return new Answer(false, Text.of("bench.device.address", String.valueOf(e.getMessage())));
        } catch (IOException e) {
            LOG.error("the list of devices was not written", e);
            return new Answer(false, Text.of("bench.device.not-kept"));
        }
    }

    /** Fails before anything is closed when the address or the profile cannot be used. */
    private void prove(DeviceSettings settings) {
        if (!settings.isOn()) {
            return;
        }
        PortAddress.parse(settings.address());
        switch (settings.kind()) {
            case SCANNER -> scannerProfile(settings);
            case SCALE -> profile(settings).address(settings.address());
            case PRINTER -> PrinterLanguage.of(settings.profile() == null ? "zpl" : settings.profile());
        }
    }

    /** Closes every port. */
    @Override
    public void close() {
        checks.close();
        changes.shutdown();
        try {
            if (!changes.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("a change of a device was not finished");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        all().forEach(OpenDevice::close);
    }
}
