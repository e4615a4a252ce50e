package dev.dockhand.hardware.port;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/** Folders laid out as a Linux kernel lays them out, for what is plugged in. */
record PluggedIn(Path root) {

    /** The first bytes of the descriptor of a scanner with HID point of sale. */
    static final String SCANNER_DESCRIPTOR = "058c0902a101";

    SysFolder system() {
        return new SysFolder(root);
    }

    void file(String path, String content) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    void link(String path, Path target) throws IOException {
        Path link = root.resolve(path);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, target);
    }

    /** A USB device in a socket such as {@code 1-2}. */
    String usb(String socket, String vendor, String product, String serial) throws IOException {
        String folder = "sys/devices/usb1/" + socket;
        file(folder + "/idVendor", vendor + "\n");
        file(folder + "/idProduct", product + "\n");
        file(folder + "/product", "Adapter\n");
        if (!serial.isEmpty()) {
            file(folder + "/serial", serial + "\n");
        }
        return folder;
    }

    /** A serial port of a USB device; the device file leads to the given one. */
    void tty(String name, String usbFolder, Path device) throws IOException {
        file(usbFolder + "/interface/" + name + "/port_number", "0");
        link("sys/class/tty/" + name + "/device", root.resolve(usbFolder + "/interface/" + name));
        link("dev/" + name, device);
    }

    /** A HID interface of a USB device. */
    void hid(String name, String usbFolder, String descriptor, Path device) throws IOException {
        Path folder = root.resolve(usbFolder + "/hid-" + name);
        Files.createDirectories(folder);
        Files.write(folder.resolve("report_descriptor"), HexFormat.of().parseHex(descriptor));
        link("sys/class/hidraw/" + name + "/device", folder);
        link("dev/" + name, device);
    }

    void unplug(String path) throws IOException {
        Files.delete(root.resolve(path));
    }
}
