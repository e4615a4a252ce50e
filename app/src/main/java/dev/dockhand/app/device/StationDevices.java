package dev.dockhand.app.device;

import dev.dockhand.hardware.gs1.ApplicationIdentifiers;
import dev.dockhand.hardware.gs1.Gs1Reader;
import dev.dockhand.hardware.label.Dpi;
import dev.dockhand.hardware.label.LabelTemplates;
import dev.dockhand.hardware.port.WireOpener;
import dev.dockhand.hardware.scale.Reading;
import dev.dockhand.hardware.scale.ScaleProbe;
import dev.dockhand.hardware.scale.ScaleProfiles;
import dev.dockhand.hardware.scan.Scan;
import dev.dockhand.hardware.scan.ScannerProfiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The devices of one bench at work: hands on what they say, weighs and prints. Each device is owned by its own thread; the
 * set-up page may change them while the station runs.
 */
public final class StationDevices implements BenchDevices, AutoCloseable {

    private static final Duration LISTENING = Duration.ofMillis(1_500);

    private final DeviceRegistry registry;
    private final BenchScale scale;
    private final BenchPrinter printer;
    private final DeviceTestRunner tests;
    private final RegistrySetUp setUp;
    private final Repeats repeats = new Repeats();
    private final List<Consumer<DecodedScan>> scanListeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> changeListeners = new CopyOnWriteArrayList<>();

    /**
     * Devices that are not open yet.
     *
     * @param folder the station's folder, where the devices and the results of their tests are kept
     * @param opener opens their ports
     * @param scales the scales that are known
     * @param templates the labels that are known
     * @param dpi resolution of the printer, asked for each label
     * @param clock the time
     */
    public StationDevices(
            Path folder,
            WireOpener opener,
            ScaleProfiles scales,
            LabelTemplates templates,
            Supplier<Dpi> dpi,
            InstantSource clock) {
        this(folder, opener, scales, templates, dpi, clock, LISTENING);
    }

    /**
     * The same, with another patience.
     *
     * @param listening how long a scale is listened to with the settings of one profile, to find out what it speaks
     */
    public StationDevices(
            Path folder,
            WireOpener opener,
            ScaleProfiles scales,
            LabelTemplates templates,
            Supplier<Dpi> dpi,
            InstantSource clock,
            Duration listening) {
        DeviceProfiles profiles = new DeviceProfiles(scales, ScannerProfiles.load());
        ScanDecoder decoder = new ScanDecoder(new Gs1Reader(ApplicationIdentifiers.load(), clock));
        scale = new BenchScale(clock, this::changed);
        printer = new BenchPrinter(templates, dpi);
        registry = new DeviceRegistry(DeviceFiles.devices(folder), profiles, opener, decoder, clock, new Ears());
        tests = new DeviceTestRunner(registry::all, printer, DeviceFiles.selfTests(folder), clock);
        setUp = new RegistrySetUp(
                registry, profiles, decoder, tests, repeats, printer, new ScaleProbe(opener, listening));
    }

    /**
     * Opens every device that is set up.
     *
     * @throws IOException when the list of devices cannot be read
     */
    public StationDevices start() throws IOException {
        tests.load();
        registry.start();
        return this;
    }

    /** Loads the label fonts, so that the first label is not late; slow, for a spare thread. */
    public void warmUp() {
        printer.warmUp();
    }

    /** What the set-up page may ask. */
    public DeviceSetUp setUp() {
        return setUp;
    }

    private void changed() {
        changeListeners.forEach(Runnable::run);
        setUp.changed();
    }

    @Override
    public void onScan(Consumer<DecodedScan> listener) {
        scanListeners.add(listener);
    }

    @Override
    public boolean isRepeat(Scan scan, BooleanSupplier counting) {
        boolean repeat = repeats.isRepeat(scan, counting);
        if (repeat) {
            changed();
        }
        return repeat;
    }

    @Override
    public void answer(String device, boolean good) {
        registry.answer(device, good);
    }

    @Override
    public void onChange(Runnable listener) {
        changeListeners.add(listener);
    }

    @Override
    public List<DeviceLamp> lamps() {
        return registry.all().stream()
                .filter(device -> device.settings().kind() != DeviceLamp.Kind.KEYBOARD)
                .map(StationDevices::lamp)
                .toList();
    }

    private static DeviceLamp lamp(OpenDevice device) {
        DeviceSettings settings = device.settings();
        return device instanceof OpenDevice.Printer printer
                ? DeviceLamp.of(settings.name(), printer.printer().condition())
                : new DeviceLamp(
                        settings.kind(), settings.name(), device.status().state(), null);
    }

    @Override
    public LabelPrinting labels() {
        return printer;
    }

    @Override
    public Weighing weigher() {
        return scale;
    }

    /** Closes every port. */
    @Override
    public void close() {
        setUp.close();
        registry.close();
    }

    /** Takes what the devices say to where it is worked with. */
    private final class Ears implements DeviceRegistry.User {

        @Override
        public void placed(OpenDevice device) {
            repeats.use(device.settings());
            switch (device) {
                case OpenDevice.Scale open -> scale.present(true);
                case OpenDevice.Printer open -> printer.use(open.printer(), open.language());
                case OpenDevice.Scanner open -> {}
                case OpenDevice.Keyboard open -> {}
                case OpenDevice.Off(var settings) -> {
                    switch (settings.kind()) {
                        case SCALE -> scale.present(false);
                        case PRINTER -> printer.useNone();
                        case SCANNER, KEYBOARD -> {}
                    }
                }
            }
        }

        @Override
        public void scanned(DecodedScan scan) {
            if (scan.key().isPresent() || !setUp.take(scan)) {
                scanListeners.forEach(listener -> listener.accept(scan));
            }
        }

        @Override
        public void weighed(Reading reading) {
            scale.on(reading);
            tests.weighed(reading);
        }

        @Override
        public void changed() {
            StationDevices.this.changed();
        }
    }
}
