package dev.dockhand.app.ui;

import dev.dockhand.app.device.DeviceTest;
import dev.dockhand.app.device.TestMessage;
import dev.dockhand.app.ui.devices.DevicesViewModel;
import dev.dockhand.app.ui.keys.Shortcut;
import dev.dockhand.hardware.port.FoundPort;
import dev.dockhand.hardware.port.PortAddress;
import dev.dockhand.hardware.scan.LayoutCheck;
import dev.dockhand.hardware.scan.Scan;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** What the devices page can show beside the first look at it, by name; the page is open. */
final class DeviceScenes {

    static final List<FoundPort> PORTS = List.of(
            new FoundPort(
                    new PortAddress.Serial(
                            "/dev/serial/by-path/pci-0000:00:14.0-usb-0:1:1.0-port0",
                            9_600,
                            8,
                            PortAddress.Parity.NONE,
                            1),
                    "ttyUSB0: Prolific USB-Serial Controller, one of 2 that are equal, in socket 1-1"),
            new FoundPort(new PortAddress.Hid("1EAB:8303"), "hidraw0: HID scanner"));

    private DeviceScenes() {}

    static Map<String, BiConsumer<SampleDevices, DevicesViewModel>> all() {
        Map<String, BiConsumer<SampleDevices, DevicesViewModel>> scenes = new LinkedHashMap<>();
        scenes.put("scale", (devices, page) -> page.select(1));
        scenes.put("scanner", (devices, page) -> page.select(0));
        scenes.put("printer", (devices, page) -> page.select(2));
        scenes.put("printer-silent", (devices, page) -> {
            page.select(2);
            devices.stand(SampleDevices.ofPrinter(DeviceTest.Outcome.RUNNING, TestMessage.Reason.PRINTING, ""));
            devices.stand(SampleDevices.ofPrinter(DeviceTest.Outcome.FAILED, TestMessage.Reason.NOT_PRINTED, "SILENT"));
        });
        scenes.put("printer-failed", (devices, page) -> {
            page.select(2);
            devices.stand(
                    SampleDevices.ofPrinter(DeviceTest.Outcome.FAILED, TestMessage.Reason.NOT_PRINTED, "PAPER_OUT"));
        });
        scenes.put("scanned", (devices, page) -> {
            page.select(1);
            devices.read("8801234567893");
        });
        scenes.put("profiles", (devices, page) -> {
            page.select(1);
            page.key(Shortcut.F4);
        });
        scenes.put("settings", (devices, page) -> {
            page.select(0);
            page.key(Shortcut.F8);
        });
        keyboard(scenes);
        supervised(scenes);
        scenes.put("wrong-address", (devices, page) -> {
            page.select(2);
            page.key(Shortcut.F3);
            page.clear();
            "tcp://192.168.0.31".chars().forEach(c -> page.typed((char) c));
        });
        scenes.put("long-address", (devices, page) -> {
            page.select(1);
            page.key(Shortcut.F3);
            page.clear();
            "serial:/dev/serial/by-id/usb-%s?baud=9600"
                    .formatted("0123456789-".repeat(20))
                    .chars()
                    .forEach(c -> page.typed((char) c));
        });
        scenes.put("ports", (devices, page) -> {
            devices.ports = PORTS;
            page.left();
            page.opened();
            page.select(0);
            page.key(Shortcut.F3);
        });
        scenes.put("setup", (devices, page) -> setUp(devices, page, "\00200.000\r"));
        scenes.put("setup-listening", (devices, page) -> setUp(devices, page));
        scenes.put("setup-silent", (devices, page) -> setUp(devices, page, ""));
        scenes.put("setup-chosen", (devices, page) -> setUp(devices, page, "\00200.000\r", "\00201.234\r"));
        scenes.put("setup-none", (devices, page) -> setUp(devices, page, "\002?A\r", "\00201.234\r"));
        scenes.put("testing", (devices, page) -> devices.stand(SampleDevices.middle()));
        scenes.put("tested", (devices, page) -> devices.stand(SampleDevices.end()));
        return scenes;
    }

    private static void keyboard(Map<String, BiConsumer<SampleDevices, DevicesViewModel>> scenes) {
        scenes.put("keyboard", (devices, page) -> page.select(3));
        scenes.put("keyboard-settings", (devices, page) -> {
            page.select(3);
            page.key(Shortcut.F8);
        });
        scenes.put("keyboard-prefix", (devices, page) -> {
            page.select(3);
            page.key(Shortcut.F8);
            page.digit(3);
        });
        scenes.put("layout", (devices, page) -> {
            page.select(3);
            page.key(Shortcut.F4);
        });
        scenes.put("layout-damaged", (devices, page) -> {
            page.select(3);
            page.key(Shortcut.F4);
            "ㅁㅋㅂㅈㅡㅛㅁㅋ-_/.:@\"'#+".chars().forEach(c -> page.typed((char) c));
            page.enter();
        });
        scenes.put("layout-whole", (devices, page) -> {
            page.select(3);
            page.key(Shortcut.F4);
            Instant now = Instant.EPOCH;
            String code = LayoutCheck.SET_UP_CODE;
            page.scanned(SampleDevices.decoded(new Scan(1, "keyboard", now, code, null, false)), code, false);
        });
    }

    private static void supervised(Map<String, BiConsumer<SampleDevices, DevicesViewModel>> scenes) {
        scenes.put("supervisor", (devices, page) -> {
            devices.guarded = true;
            page.select(1);
            page.key(Shortcut.F5);
        });
        scenes.put("supervisor-pin", (devices, page) -> {
            devices.guarded = true;
            page.select(1);
            page.key(Shortcut.F5);
            devices.read("B-7");
        });
    }

    /** Finds out what the scale speaks, as far as there is something to hear. */
    private static void setUp(SampleDevices devices, DevicesViewModel page, String... heard) {
        page.select(1);
        page.key(Shortcut.F4);
        page.digit(1);
        for (String bytes : heard) {
            devices.heard.add(SampleDevices.recordings(bytes));
            page.key(Shortcut.F2);
        }
        if (heard.length == 0) {
            page.key(Shortcut.F2);
        }
    }
}
