package dev.dockhand.hardware.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders laid out as a Linux kernel lays them out. */
class PortFinderTest {

    @TempDir
    private Path root;

    private void file(String path, String content) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private void link(String path, String target) throws IOException {
        Path link = root.resolve(path);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, root.resolve(target));
    }

    @Test
    void aPortIsNamedByItsSocketAndDescribedByItsUsbDevice() throws Exception {
        file("sys/devices/usb1/1-2/idVendor", "0403\n");
        file("sys/devices/usb1/1-2/idProduct", "6001\n");
        file("sys/devices/usb1/1-2/product", "FT232R USB UART\n");
        file("sys/devices/usb1/1-2/manufacturer", "FTDI\n");
        file("sys/devices/usb1/1-2/serial", "A50285BI\n");
        file("sys/devices/usb1/1-2/1-2:1.0/ttyUSB0/port_number", "0");
        link("sys/class/tty/ttyUSB0/device", "sys/devices/usb1/1-2/1-2:1.0/ttyUSB0");
        file("dev/ttyUSB0", "");
        link("dev/serial/by-path/pci-0000:00:14.0-usb-0:2:1.0-port0", "dev/ttyUSB0");

        assertThat(new PortFinder(new SysFolder(root)).list()).singleElement().satisfies(port -> {
            assertThat(port.address().uri())
                    .isEqualTo(
                            "serial:" + root
                                    + "/dev/serial/by-path/pci-0000:00:14.0-usb-0:2:1.0-port0?baud=9600&bits=8&parity=none&stop=1");
            assertThat(port.description()).isEqualTo("ttyUSB0: FTDI FT232R USB UART (0403:6001, A50285BI)");
            assertThat(PortAddress.parse(port.address().uri())).isEqualTo(port.address());
        });
    }

    @Test
    void consolesAndPortsThatAreNotThereAreLeftOutAndPrintersAreFound() throws Exception {
        file("sys/class/tty/tty1/active", "");
        file("sys/devices/platform/serial8250/x", "");
        for (int i = 0; i < 4; i++) {
            link("sys/class/tty/ttyS" + i + "/device", "sys/devices/platform/serial8250");
            file("sys/class/tty/ttyS" + i + "/type", i == 0 ? "4\n" : "0\n");
        }
        file("dev/usb/lp0", "");
        file("dev/usb/hiddev0", "");

        assertThat(new PortFinder(new SysFolder(root)).list())
                .extracting(port -> port.address().uri().replaceAll("\\?.*", "") + " " + port.description())
                .containsExactly("serial:" + root + "/dev/ttyS0 ttyS0", "file:" + root + "/dev/usb/lp0 lp0");
    }

    @Test
    void thisMachineCanBeListed() {
        assertThat(new PortFinder().list())
                .allSatisfy(port -> assertThat(port.address().uri()).isNotEmpty());
    }
}
