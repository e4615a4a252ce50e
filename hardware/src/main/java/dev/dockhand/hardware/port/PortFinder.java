package dev.dockhand.hardware.port;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lists the serial ports, USB printers, and HID scanners and scales of this machine. On Linux a port is named by its socket
 * ({@code /dev/serial/by-path}), because {@code ttyUSB0} may be another device tomorrow; two equal adapters share even
 * their by-id name. Network devices and PTYs cannot be listed; their address is typed.
 */
public final class PortFinder {

    private static final Logger LOG = LoggerFactory.getLogger(PortFinder.class);

    private final SysFolder system;

    /** Looks at this machine. */
    public PortFinder() {
        this(SysFolder.ofThisMachine());
    }

    PortFinder(SysFolder system) {
        this.system = system;
    }

    /** What is there now, in the order of the names; empty when nothing is. */
    public List<FoundPort> list() {
        return system.exists() ? linux() : elsewhere();
    }

    private static List<FoundPort> elsewhere() {
        return Arrays.stream(SerialPort.getCommPorts())
                .map(port -> new FoundPort(serial(port.getSystemPortPath()), port.getDescriptivePortName()))
                .toList();
    }

    private List<FoundPort> linux() {
        List<FoundPort> found = new ArrayList<>();
        addSerial(found);
        addPrinters(found);
        addHid(found);
        return found;
    }

    private void addSerial(List<FoundPort> found) {
        Map<String, Path> stable = stableNames();
        Map<Path, UsbDevice> adapters = new LinkedHashMap<>();
        Set<Path> real = new TreeSet<>();
        for (Path tty : system.entries("sys/class/tty")) {
            if (isReal(tty)) {
                real.add(tty);
                UsbDevice usb = system.usbDevice(tty);
                if (usb != null) {
                    adapters.put(tty, usb);
                }
            }
        }
        for (Path tty : real) {
            String name = String.valueOf(tty.getFileName());
            Path path = stable.getOrDefault(name, system.at("dev").resolve(name));
            found.add(new FoundPort(serial(path.toString()), description(name, adapters.get(tty), adapters.values())));
        }
    }

    private void addPrinters(List<FoundPort> found) {
        for (Path printer : system.entries("dev/usb")) {
            String name = String.valueOf(printer.getFileName());
            if (name.startsWith("lp")) {
                UsbDevice usb = system.usbDevice(system.at("sys/class/usbmisc").resolve(name));
                found.add(new FoundPort(new PortAddress.DeviceFile(printer), description(name, usb, List.of())));
            }
        }
    }

    private void addHid(List<FoundPort> found) {
        List<HidNames.Found> devices = new HidNames(system)
                .list().stream()
                        .filter(device -> device.kind() != HidNames.Kind.OTHER)
                        .toList();
        List<UsbDevice> all = devices.stream().map(HidNames.Found::usb).toList();
        for (HidNames.Found device : devices) {
            String what = device.kind() == HidNames.Kind.SCALE ? "HID scale" : "HID scanner";
            found.add(new FoundPort(
                    new PortAddress.Hid(UsbName.of(device.usb(), all).text()), description(what, device.usb(), all)));
        }
    }

    private static PortAddress serial(String path) {
        return new PortAddress.Serial(path, 9_600, 8, PortAddress.Parity.NONE, 1);
    }

    private Map<String, Path> stableNames() {
        Map<String, Path> names = new LinkedHashMap<>();
        for (Path link : system.entries("dev/serial/by-path")) {
            try {
                names.putIfAbsent(String.valueOf(Files.readSymbolicLink(link).getFileName()), link);
            } catch (IOException e) {
                LOG.debug("{} is no link", link, e);
            }
        }
        return names;
    }

    /** Consoles have no device; of the old serial ports the kernel lists 32, most of them of the type "unknown". */
    private static boolean isReal(Path tty) {
        return Files.exists(tty.resolve("device"))
                && !SysFolder.read(tty.resolve("type")).equals("0");
    }

    private static String description(String name, @Nullable UsbDevice usb, Collection<UsbDevice> others) {
        if (usb == null) {
            return name;
        }
        long twins = others.stream().filter(usb::isTwinOf).count();
        String socket = twins == 0 ? "" : ", one of %d that are equal, in socket %s".formatted(twins + 1, usb.socket());
        return name + ": " + usb.description() + socket;
    }
}
