package dev.dockhand.hardware.port;

import com.fazecast.jSerialComm.SerialPort;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds the port that a name which stays the same means now: {@code by-id:NAME} and {@code by-path:NAME} are links that
 * Linux keeps in {@code /dev/serial}; {@code usb:0403:6001:A50285BI} is looked for among the adapters that are plugged in,
 * on every system. Anything else is a path or a port's own name and is left as it is.
 */
final class SerialNames {

    private static final String USB = "usb:";

    private final SysFolder system;

    SerialNames(SysFolder system) {
        this.system = system;
    }

    /** True when the text is one of the names that this class knows, and is well formed. */
    static boolean isWellFormed(String name) {
        if (name.startsWith(USB)) {
            return UsbName.parse(name.substring(USB.length())).isPresent();
        }
        return linkFolder(name).isEmpty() || name.matches("by-[a-z]+:[^/]+");
    }

    /**
     * The path to open now.
     *
     * @throws PortException ABSENT when the device is not plugged in, or when several would fit
     */
    String path(String name) throws PortException {
        if (name.startsWith(USB)) {
            Optional<UsbName> usb = UsbName.parse(name.substring(USB.length()));
            return usb.isPresent() ? plugged(usb.get()) : name;
        }
        return linkFolder(name)
                .map(folder -> system.at(folder)
                        .resolve(name.substring(name.indexOf(':') + 1))
                        .toString())
                .orElse(name);
    }

    private static Optional<String> linkFolder(String name) {
        return name.startsWith("by-id:") || name.startsWith("by-path:")
                ? Optional.of("dev/serial/" + name.substring(0, name.indexOf(':')))
                : Optional.empty();
    }

    private String plugged(UsbName name) throws PortException {
        return name.only(system.exists() ? linux(name) : elsewhere(name));
    }

    private List<UsbName.Candidate<String>> linux(UsbName name) {
        List<UsbName.Candidate<String>> found = new ArrayList<>();
        for (Path tty : system.entries("sys/class/tty")) {
            UsbDevice device = system.usbDevice(tty);
            if (device != null && name.matches(device)) {
                Path port = system.at("dev").resolve(String.valueOf(tty.getFileName()));
                found.add(new UsbName.Candidate<>(port.toString(), device.socket()));
            }
        }
        return found;
    }

    private static List<UsbName.Candidate<String>> elsewhere(UsbName name) {
        return Arrays.stream(SerialPort.getCommPorts())
                .filter(port -> name.matches(new UsbDevice(
                        "%04X".formatted(port.getVendorID()),
                        "%04X".formatted(port.getProductID()),
                        String.valueOf(port.getSerialNumber()),
                        String.valueOf(port.getPortLocation()),
                        "")))
                .map(port -> new UsbName.Candidate<>(port.getSystemPortPath(), port.getPortLocation()))
                .toList();
    }
}
