package dev.dockhand.hardware.port;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The kernel's folders {@code /dev} and {@code /sys} of Linux, which tell what is plugged in where. What cannot be read
 * counts as not there, since devices come and go while one looks.
 *
 * @param root the folder that holds {@code dev} and {@code sys}
 */
record SysFolder(Path root) {

    private static final Logger LOG = LoggerFactory.getLogger(SysFolder.class);
    private static final int MOST_DESCRIPTOR_BYTES = 4_096;

    /** This machine's own. */
    static SysFolder ofThisMachine() {
        return new SysFolder(Path.of("/"));
    }

    /** Whether these folders are there: not on Windows and macOS. */
    boolean exists() {
        return Files.isDirectory(root.resolve("sys/class"));
    }

    /** A path below the root, without a slash in front. */
    Path at(String path) {
        return root.resolve(path);
    }

    /** The entries of a folder by name; none when there is no such folder. */
    TreeSet<Path> entries(String path) {
        TreeSet<Path> entries = new TreeSet<>();
        Path folder = at(path);
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
                stream.forEach(entries::add);
            } catch (IOException e) {
                LOG.warn("{} cannot be listed", folder, e);
            }
        }
        return entries;
    }

    /** The USB device that a class entry such as {@code sys/class/tty/ttyUSB0} belongs to; null when it is none. */
    @Nullable
    UsbDevice usbDevice(Path entry) {
        try {
            Path at = entry.resolve("device").toRealPath();
            while (at != null && !Files.exists(at.resolve("idVendor"))) {
                at = at.getParent();
            }
            return at == null
                    ? null
                    : new UsbDevice(
                            read(at.resolve("idVendor")),
                            read(at.resolve("idProduct")),
                            read(at.resolve("serial")),
                            String.valueOf(at.getFileName()),
                            (read(at.resolve("manufacturer")) + " " + read(at.resolve("product"))).strip());
        } catch (IOException e) {
            LOG.debug("{} cannot be followed", entry, e);
            return null;
        }
    }

    /** The text of a small file; empty when it cannot be read. */
    static String read(Path file) {
        try {
            return Files.exists(file)
                    ? Files.readString(file, StandardCharsets.ISO_8859_1).strip()
                    : "";
        } catch (IOException e) {
            LOG.debug("{} cannot be read", file, e);
            return "";
        }
    }

    /** The first bytes of a file; none when it cannot be read. */
    static byte[] bytes(Path file) {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(MOST_DESCRIPTOR_BYTES);
        } catch (IOException e) {
            LOG.debug("{} cannot be read", file, e);
            return new byte[0];
        }
    }
}
