package dev.dockhand.hardware.port;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the {@code /dev/hidraw} files of USB devices that are scanners or scales by the HID standard. A device may have
 * several interfaces, of which one is a keyboard: the one whose descriptor begins with a point-of-sale usage page counts.
 */
final class HidNames {

    private final SysFolder system;

    HidNames(SysFolder system) {
        this.system = system;
    }

    /** What a device is by its descriptor (HID Usage Tables, point of sale). */
    enum Kind {
        /** Usage page 8C. */
        SCANNER,
        /** Usage page 8D. */
        SCALE,
        /** A keyboard, a mouse, or of the maker's own kind. */
        OTHER
    }

    /**
     * An interface that is there now.
     *
     * @param file its device file
     * @param usb the device that it belongs to
     * @param kind what it is
     */
    record Found(Path file, UsbDevice usb, Kind kind) {}

    /** All of them, in the order of their files. */
    List<Found> list() {
        List<Found> all = new ArrayList<>();
        for (Path entry : system.entries("sys/class/hidraw")) {
            UsbDevice usb = system.usbDevice(entry);
            if (usb != null) {
                all.add(new Found(
                        system.at("dev").resolve(String.valueOf(entry.getFileName())),
                        usb,
                        kind(SysFolder.bytes(entry.resolve("device/report_descriptor")))));
            }
        }
        return all;
    }

    /**
     * The file to open now.
     *
     * @throws PortException ABSENT when the device is not plugged in, or when several would fit
     */
    Path file(UsbName name) throws PortException {
        List<Found> matching =
                list().stream().filter(found -> name.matches(found.usb())).toList();
        List<Found> pointOfSale =
                matching.stream().filter(found -> found.kind() != Kind.OTHER).toList();
        return name.only((pointOfSale.isEmpty() ? matching : pointOfSale)
                .stream()
                        .map(found -> new UsbName.Candidate<>(
                                found.file(), found.usb().socket()))
                        .toList());
    }

    /** The usage page is a short item with one or two bytes of data (HID 1.11, 6.2.2.7). */
    private static Kind kind(byte[] descriptor) {
        boolean page =
                descriptor.length > 2 && (descriptor[0] == 0x05 || descriptor[0] == 0x06 && descriptor[2] == 0x00);
        return switch (page ? descriptor[1] & 0xFF : 0) {
            case 0x8C -> Kind.SCANNER;
            case 0x8D -> Kind.SCALE;
            default -> Kind.OTHER;
        };
    }
}
