package dev.dockhand.hardware.port;

/**
 * A USB device that is plugged in.
 *
 * @param vendor its maker's number, four hexadecimal digits
 * @param product its kind, four hexadecimal digits
 * @param serial its own number; empty when it has none
 * @param socket where it is plugged in, as the kernel names sockets, for instance {@code 1-2.3}
 * @param words how maker and product call themselves; may be empty
 */
record UsbDevice(String vendor, String product, String serial, String socket, String words) {

    /** The same product with the same number, in another socket. */
    boolean isTwinOf(UsbDevice other) {
        return vendor.equalsIgnoreCase(other.vendor)
                && product.equalsIgnoreCase(other.product)
                && serial.equals(other.serial)
                && !socket.equals(other.socket);
    }

    /** What it is, for a person. */
    String description() {
        return "%s (%s:%s%s)"
                .formatted(
                        words.isEmpty() ? "USB device" : words, vendor, product, serial.isEmpty() ? "" : ", " + serial);
    }
}
