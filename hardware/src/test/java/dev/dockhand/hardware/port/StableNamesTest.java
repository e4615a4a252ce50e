package dev.dockhand.hardware.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.dockhand.hardware.virtual.VirtualPty;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Devices are found by names that stay the same, wherever the kernel puts them, and equal ones by their sockets. */
class StableNamesTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private PluggedIn plugged;
    private SerialNames serial;

    @BeforeEach
    void machine() throws Exception {
        plugged = new PluggedIn(folder);
        plugged.file("sys/class/README", "");
        serial = new SerialNames(plugged.system());
    }

    private Path device(String name) throws Exception {
        return Files.writeString(folder.resolve(name), "");
    }

    @Test
    void anAdapterIsFoundByItsNumberWhereverItIsNow() throws Exception {
        String adapter = plugged.usb("1-2", "0403", "6001", "A50285BI");
        plugged.tty("ttyUSB3", adapter, device("wire"));
        assertThat(serial.path("usb:0403:6001:A50285BI")).endsWith("/dev/ttyUSB3");
        assertThat(serial.path("usb:0403:6001")).endsWith("/dev/ttyUSB3");
        assertThatThrownBy(() -> serial.path("usb:0403:6001:OTHER"))
                .isInstanceOfSatisfying(
                        PortException.class, e -> assertThat(e.state()).isEqualTo(ConnectionState.ABSENT))
                .hasMessageContaining("0403:6001:OTHER");
    }

    @Test
    void twoEqualAdaptersAreToldApartBySocketAndTheMessageSaysHow() throws Exception {
        plugged.tty("ttyUSB0", plugged.usb("1-2", "1a86", "7523", ""), device("left"));
        plugged.tty("ttyUSB1", plugged.usb("1-4.1", "1a86", "7523", ""), device("right"));
        assertThatThrownBy(() -> serial.path("usb:1A86:7523"))
                .hasMessage("2 equal devices 1A86:7523 are plugged in, at 1-2 and 1-4.1: name the socket, as in"
                        + " 1A86:7523@1-2");
        assertThat(serial.path("usb:1A86:7523@1-4.1")).endsWith("/dev/ttyUSB1");
        assertThat(new PortFinder(plugged.system()).list())
                .extracting(FoundPort::description)
                .containsExactly(
                        "ttyUSB0: Adapter (1a86:7523), one of 2 that are equal, in socket 1-2",
                        "ttyUSB1: Adapter (1a86:7523), one of 2 that are equal, in socket 1-4.1");
    }

    @Test
    void linksOfTheSystemHaveShortNames() throws Exception {
        plugged.link("dev/serial/by-path/pci-0000:00:14.0-usb-0:2:1.0-port0", device("wire"));
        assertThat(serial.path("by-path:pci-0000:00:14.0-usb-0:2:1.0-port0"))
                .isEqualTo(folder + "/dev/serial/by-path/pci-0000:00:14.0-usb-0:2:1.0-port0");
        assertThat(serial.path("by-id:usb-FTDI_X-if00")).isEqualTo(folder + "/dev/serial/by-id/usb-FTDI_X-if00");
        assertThat(serial.path("COM3")).isEqualTo("COM3");
    }

    @Test
    void aDeviceThatComesBackUnderAnotherNameIsFoundAgainByItsLink() throws Exception {
        assumeThat(VirtualPty.supported()).isTrue();
        String adapter = plugged.usb("1-2", "0403", "6001", "A50285BI");
        try (VirtualPty first = new VirtualPty(folder.resolve("first"));
                VirtualPty second = new VirtualPty(folder.resolve("second"))) {
            first.serve(line -> line.read(LONG));
            second.serve(line -> line.read(LONG));
            plugged.tty("ttyUSB0", adapter, folder.resolve("first"));
            PortAddress address = PortAddress.parse("serial:usb:0403:6001:A50285BI");
            Conversation silent = (wire, report) -> {
                while (true) {
                    wire.read(Duration.ofMillis(100));
                }
            };
            try (DeviceLink link = new DeviceLink(
                    "scanner", address, new SerialOpener(plugged.system()), silent, InstantSource.system())) {
                link.start();
                await().atMost(LONG).until(() -> link.status().isOpen());
                plugged.unplug("sys/class/tty/ttyUSB0/device");
                plugged.unplug("dev/ttyUSB0");
                first.unplug();
                await().atMost(LONG).until(() -> link.status().state() == ConnectionState.LOST);
                plugged.tty("ttyUSB1", adapter, folder.resolve("second"));
                await().atMost(LONG).until(() -> link.status().isOpen());
            }
        }
    }

    @Test
    void aHidScannerIsOpenedAtItsPointOfSaleInterface() throws Exception {
        String scanner = plugged.usb("1-3", "1eab", "8303", "NL1");
        plugged.hid("hidraw0", scanner, "05010906a101", device("keyboard"));
        plugged.hid("hidraw1", scanner, PluggedIn.SCANNER_DESCRIPTOR, Files.writeString(folder.resolve("pos"), "scan"));
        HidOpener opener = new HidOpener(plugged.system());
        for (String name : List.of("hid:1EAB:8303", "hid:1eab:8303:NL1", "hid:1EAB:8303@1-3")) {
            try (Wire wire = opener.open(PortAddress.parse(name))) {
                assertThat(wire.read(LONG)).asString().isEqualTo("scan");
            }
        }
        assertThatThrownBy(() -> opener.open(PortAddress.parse("hid:1EAB:8304")))
                .hasMessage("no USB device 1EAB:8304 is plugged in");
        assertThat(new PortFinder(plugged.system()).list()).singleElement().satisfies(port -> {
            assertThat(port.address().uri()).isEqualTo("hid:1EAB:8303:NL1");
            assertThat(port.description()).isEqualTo("HID scanner: Adapter (1eab:8303, NL1)");
        });
    }

    @Test
    void equalHidScannersAreListedWithTheirSockets() throws Exception {
        for (int i = 1; i <= 2; i++) {
            plugged.hid(
                    "hidraw" + i,
                    plugged.usb("1-" + i, "1eab", "8303", ""),
                    PluggedIn.SCANNER_DESCRIPTOR,
                    device("pos" + i));
        }
        assertThat(new PortFinder(plugged.system()).list())
                .extracting(port -> port.address().uri())
                .containsExactly("hid:1EAB:8303@1-1", "hid:1EAB:8303@1-2");
    }

    @Test
    void pluggingInAndOutIsToldByTheWatch() throws Exception {
        List<String> seen = new CopyOnWriteArrayList<>();
        try (PortWatch watch = new PortWatch(new PortFinder(plugged.system()), Duration.ofMillis(20), change -> {
            change.appeared().forEach(port -> seen.add("+" + port.description()));
            change.vanished().forEach(port -> seen.add("-" + port.description()));
        })) {
            assertThat(watch).isNotNull();
            plugged.hid("hidraw0", plugged.usb("1-1", "1eab", "8303", ""), PluggedIn.SCANNER_DESCRIPTOR, device("pos"));
            await().atMost(LONG).until(() -> seen.equals(List.of("+HID scanner: Adapter (1eab:8303)")));
            plugged.unplug("sys/class/hidraw/hidraw0/device");
            await().atMost(LONG).until(() -> seen.size() == 2);
        }
        assertThat(seen.getLast()).isEqualTo("-HID scanner: Adapter (1eab:8303)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hid:1EAB:8303",
                "hid:1EAB:8303:A-1",
                "hid:1EAB:8303:A-1@1-2.3",
                "serial:usb:0403:6001@1-2?baud=9600&bits=8&parity=none&stop=1",
                "serial:by-id:usb-FTDI-if00-port0?baud=115200&bits=7&parity=even&stop=2"
            })
    void theseNamesAreAddresses(String uri) {
        assertThat(PortAddress.parse(uri).uri()).isEqualTo(uri);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hid:", "hid:1EAB", "hid:XXXX:0001", "hid:1EAB:8303@", "serial:usb:0403", "serial:by-id:../x"})
    void theseAreNot(String uri) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PortAddress.parse(uri))
                .withMessageContaining("is not of the form");
    }
}
