package dev.dockhand.app.device;

import dev.dockhand.app.machine.JsonFile;
import dev.dockhand.hardware.port.WireOpener;
import dev.dockhand.hardware.scale.Reading;
import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** The devices with their ports: opens them as set up, opens one anew with other settings, closes them. */
final class DeviceRegistry implements AutoCloseable {

    private final JsonFile<List<DeviceSettings>> file;
    private final DeviceProfiles profiles;
    private final OpenDevice.Parts parts;
    private final ScanDecoder decoder;
    private final User user;
    private final AtomicLong scans = new AtomicLong();
    private final Map<String, OpenDevice> open = new LinkedHashMap<>();

    DeviceRegistry(
            JsonFile<List<DeviceSettings>> file,
            DeviceProfiles profiles,
            WireOpener opener,
            ScanDecoder decoder,
            InstantSource clock,
            User user) {
        this.file = file;
        this.profiles = profiles;
        this.parts = new OpenDevice.Parts(opener, clock, user::changed);
        this.decoder = decoder;
        this.user = user;
    }

    /** Who works with the devices. What they say comes on their own threads, so nothing here may block. */
    interface User {

        /** A device took the place of what had its id: opened, or switched off. */
        void placed(OpenDevice device);

        /** A scanner read something. */
        void scanned(DecodedScan scan);

        /** A scale said something. */
        void weighed(Reading reading);

        /** The state of a device, or what it said last, may be another one. */
        void changed();
    }

    /**
     * Opens every device that is set up.
     *
     * @throws IOException when the list of devices cannot be read, or names one that cannot be
     */
    void start() throws IOException {
        List<DeviceSettings> kept = file.read();
        for (DeviceSettings settings : kept) {
            place(proved(settings));
        }
        if (kept.stream().noneMatch(each -> each.kind() == DeviceLamp.Kind.KEYBOARD)) {
            place(opened(DeviceSettings.KEYBOARD));
        }
    }

    private OpenDevice proved(DeviceSettings settings) throws IOException {
        try {
            return opened(settings);
        } catch (IllegalArgumentException e) {
            throw new IOException("devices.json, device %s: %s".formatted(settings.id(), e.getMessage()), e);
        }
    }

    private OpenDevice opened(DeviceSettings settings) {
        if (!settings.isOn() && settings.kind() != DeviceLamp.Kind.KEYBOARD) {
            return new OpenDevice.Off(settings);
        }
        return switch (settings.kind()) {
            case SCANNER ->
                OpenDevice.Scanner.open(
                        settings, parts, profiles.scanner(settings), scans::incrementAndGet, decoder, user::scanned);
            case SCALE -> OpenDevice.Scale.open(settings, parts, profiles.scale(settings), user::weighed);
            case PRINTER -> OpenDevice.Printer.open(settings, parts);
            case KEYBOARD -> new OpenDevice.Keyboard(settings, new LastMessage());
        };
    }

    private void place(OpenDevice device) {
        synchronized (open) {
            open.put(device.settings().id(), device);
        }
        user.placed(device);
    }

    /** All of them, in the order of the settings. */
    List<OpenDevice> all() {
        synchronized (open) {
            return List.copyOf(open.values());
        }
    }

    /**
     * One of them.
     *
     * @throws IllegalArgumentException when there is none with this id
     */
    OpenDevice find(String id) {
        synchronized (open) {
            OpenDevice device = open.get(id);
            if (device == null) {
                throw new IllegalArgumentException("no device '" + id + "'");
            }
            return device;
        }
    }

    /**
     * Closes a device, opens it with other settings and keeps these.
     *
     * @throws IllegalArgumentException when the settings cannot be used; the device is left as it was
     * @throws IOException when they hold from now on, but could not be kept
     */
    void change(DeviceSettings settings) throws IOException {
        OpenDevice old = find(settings.id());
        profiles.prove(settings);
        old.close();
        place(new OpenDevice.Off(settings));
        place(opened(settings));
        file.write(all().stream()
                .map(OpenDevice::settings)
                .filter(each -> !each.equals(DeviceSettings.KEYBOARD))
                .toList());
        user.changed();
    }

    /**
     * Closes a device while somebody else needs its port, and opens it again whatever comes of that.
     *
     * @throws IllegalArgumentException when there is no such device
     */
    <T> T without(String id, Work<T> work) throws InterruptedException {
        DeviceSettings settings = find(id).settings();
        try {
            find(id).close();
            place(new OpenDevice.Off(settings));
            user.changed();
            return work.run();
        } finally {
            place(opened(settings));
            user.changed();
        }
    }

    /** Work that can be given up. */
    interface Work<T> {
        T run() throws InterruptedException;
    }

    /** The window tells what a keyboard scanner typed. */
    void typed(String device, DeviceMessage message) {
        for (OpenDevice each : all()) {
            if (each instanceof OpenDevice.Keyboard(var settings, var log)
                    && settings.name().equals(device)
                    && log.take(message)) {
                user.changed();
            }
        }
    }

    /** Tells a scanner what came of its last code; does nothing for one that cannot be told. */
    void answer(String device, boolean good) {
        for (OpenDevice each : all()) {
            if (each instanceof OpenDevice.Scanner scanner
                    && scanner.settings().name().equals(device)) {
                scanner.talk().answer(good);
            }
        }
    }

    @Override
    public void close() {
        all().forEach(OpenDevice::close);
    }
}
