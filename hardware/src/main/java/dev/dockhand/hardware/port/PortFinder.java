package dev.dockhand.hardware.port;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lists the serial ports and USB printers of this machine. On Linux a port is named by its socket
 * ({@code /dev/serial/by-path}), because {@code ttyUSB0} may be another device tomorrow; two equal adapters share even
 * their by-id name. Network devices and PTYs cannot be listed; their address is typed.
 */
public final class PortFinder {

    private static final Logger LOG = LoggerFactory.getLogger(PortFinder.class);

    private final Path root;

    /** Looks at this machine. */
    public PortFinder() {
        this(Path.of("/"));
    }

    /** Looks at the folders {@code dev} and {@code sys} below the given one. */
    PortFinder(Path root) {
        this.root = root;
    }

    /** What is there now, in the order of the names; empty when nothing is. */
    public List<FoundPort> list() {
        return Files.isDirectory(root.resolve("sys/class/tty")) ? linux() : elsewhere();
    }

    private static List<FoundPort> elsewhere() {
        return Arrays.stream(SerialPort.getCommPorts())
                .map(port -> new FoundPort(serial(port.getSystemPortPath()), port.getDescriptivePortName()))
                .toList();
    }

    private List<FoundPort> linux() {
        Map<String, Path> stable = stableNames();
        List<FoundPort> found = new ArrayList<>();
        for (Path tty : entries(root.resolve("sys/class/tty"))) {
            String name = String.valueOf(tty.getFileName());
            if (isReal(tty)) {
                Path path = stable.getOrDefault(name, root.resolve("dev").resolve(name));
                found.add(new FoundPort(serial(path.toString()), description(name, tty)));
            }
        }
        for (Path printer : entries(root.resolve("dev/usb"))) {
            String name = String.valueOf(printer.getFileName());
            if (name.startsWith("lp")) {
                Path device = root.resolve("sys/class/usbmisc").resolve(name);
                found.add(new FoundPort(new PortAddress.DeviceFile(printer), description(name, device)));
            }
        }
        return found;
    }

    private static PortAddress serial(String path) {
        return new PortAddress.Serial(path, 9_600, 8, PortAddress.Parity.NONE, 1);
    }

    private Map<String, Path> stableNames() {
        Map<String, Path> names = new LinkedHashMap<>();
        for (Path link : entries(root.resolve("dev/serial/by-path"))) {
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
        return Files.exists(tty.resolve("device")) && !read(tty.resolve("type")).equals("0");
    }

    private static String description(String name, Path entry) {
        Path usb = usbDevice(entry.resolve("device"));
        if (usb == null) {
            return name;
        }
        String words = (read(usb.resolve("manufacturer")) + " " + read(usb.resolve("product"))).strip();
        String serial = read(usb.resolve("serial"));
        return "%s: %s (%s:%s%s)"
                .formatted(
                        name,
                        words.isEmpty() ? "USB device" : words,
                        read(usb.resolve("idVendor")),
                        read(usb.resolve("idProduct")),
                        serial.isEmpty() ? "" : ", " + serial);
    }

    private static @Nullable Path usbDevice(Path device) {
        try {
            Path at = device.toRealPath();
            while (at != null && !Files.exists(at.resolve("idVendor"))) {
                at = at.getParent();
            }
            return at;
        } catch (IOException e) {
            LOG.debug("{} cannot be followed", device, e);
            return null;
        }
    }

    private static String read(Path file) {
        try {
            return Files.exists(file)
                    ? Files.readString(file, StandardCharsets.ISO_8859_1).strip()
                    : "";
        } catch (IOException e) {
            LOG.debug("{} cannot be read", file, e);
            return "";
        }
    }

    private static TreeSet<Path> entries(Path folder) {
        TreeSet<Path> entries = new TreeSet<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
                stream.forEach(entries::add);
            } catch (IOException e) {
                LOG.warn("{} cannot be listed", folder, e);
            }
        }
        return entries;
    }
}
