package dev.dockhand.hardware.port;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The name of a USB device that stays the same when it is plugged in again: {@code 0C2E:0B61}, with its own number
 * ({@code 0C2E:0B61:20160A1234}), or with the socket that it is plugged into ({@code 0C2E:0B61@1-2.3}), which tells two
 * equal devices without a number apart.
 *
 * @param vendor four hexadecimal digits, upper case
 * @param product four hexadecimal digits, upper case
 * @param serial the device's own number; null for any
 * @param socket the socket as the kernel names it; null for any
 */
record UsbName(
        String vendor,
        String product,
        @Nullable String serial,
        @Nullable String socket) {

    private static final Pattern FORM =
            Pattern.compile("(\\p{XDigit}{4}):(\\p{XDigit}{4})(?::([^:@?]{1,120}))?(?:@([0-9][0-9.:-]{0,40}))?");

    static Optional<UsbName> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new UsbName(
                        matcher.group(1).toUpperCase(Locale.ROOT),
                        matcher.group(2).toUpperCase(Locale.ROOT),
                        matcher.group(3),
                        matcher.group(4)))
                : Optional.empty();
    }

    /** The shortest name that finds the device among all that are plugged in. */
    static UsbName of(UsbDevice device, Collection<UsbDevice> all) {
        boolean unique = all.stream().noneMatch(device::isTwinOf);
        return new UsbName(
                device.vendor().toUpperCase(Locale.ROOT),
                device.product().toUpperCase(Locale.ROOT),
                device.serial().matches("[^:@?]{1,120}") ? device.serial() : null,
                unique ? null : device.socket());
    }

    boolean matches(UsbDevice device) {
        return vendor.equalsIgnoreCase(device.vendor())
                && product.equalsIgnoreCase(device.product())
                && (serial == null || serial.equals(device.serial()))
                && (socket == null || socket.equals(device.socket()));
    }

    /**
     * The one candidate, or what to tell when there is none or more than one.
     *
     * @param found what matches, each with its socket
     * @throws PortException ABSENT, with the sockets when there are several
     */
    <T> T only(List<Candidate<T>> found) throws PortException {
        if (found.isEmpty()) {
            throw new PortException(ConnectionState.ABSENT, "no USB device " + text() + " is plugged in");
        }
        if (found.size() > 1) {
            throw new PortException(
                    ConnectionState.ABSENT,
                    "%d equal devices %s are plugged in, at %s: name the socket, as in %s@%s"
                            .formatted(
                                    found.size(),
                                    text(),
                                    found.stream().map(Candidate::socket).collect(Collectors.joining(" and ")),
                                    text(),
                                    found.getFirst().socket()));
        }
        return found.getFirst().what();
    }

    String text() {
        return vendor + ":" + product + (serial == null ? "" : ":" + serial) + (socket == null ? "" : "@" + socket);
    }

    /**
     * Something that matches a name.
     *
     * @param what the thing
     * @param socket where it is plugged in
     */
    record Candidate<T>(T what, String socket) {}
}
