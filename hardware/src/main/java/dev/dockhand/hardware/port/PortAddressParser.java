package dev.dockhand.hardware.port;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads the URIs of {@link PortAddress}. */
final class PortAddressParser {

    private PortAddressParser() {}

    static PortAddress parse(String text) {
        int colon = text.indexOf(':');
        String scheme = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
        String rest = text.substring(colon + 1);
        return switch (scheme) {
            case "serial" -> serial(text, rest);
            case "tcp" -> tcp(text);
            case "file", "hidraw" -> file(text, rest);
            case "hid" -> hid(text, rest);
            case "queue" -> queue(text, rest);
            default ->
                throw new IllegalArgumentException(
                        "not a port address: '" + text + "'; it starts with serial:, tcp://, file: or hid:");
        };
    }

    private static PortAddress serial(String text, String rest) {
        int question = rest.indexOf('?');
        String path = question < 0 ? rest : rest.substring(0, question);
        if (path.isBlank()) {
            throw new IllegalArgumentException("no serial port is named in '" + text + "'");
        }
        if (!SerialNames.isWellFormed(path)) {
            throw new IllegalArgumentException(
                    "'" + path + "' is not of the form by-id:NAME, by-path:NAME, usb:0403:6001, usb:0403:6001:SERIAL or"
                            + " usb:0403:6001@SOCKET");
        }
        Map<String, String> query = query(question < 0 ? "" : rest.substring(question + 1), text);
        int baud = number(query, "baud", 9600, 300, 921_600, text);
        int bits = number(query, "bits", 8, 7, 8, text);
        int stop = number(query, "stop", 1, 1, 2, text);
        PortAddress.Parity parity;
        try {
            parity = PortAddress.Parity.valueOf(
                    query.getOrDefault("parity", "none").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("parity in '" + text + "' is none, even, odd, mark or space", e);
        }
        return new PortAddress.Serial(path, baud, bits, parity, stop);
    }

    private static Map<String, String> query(String query, String text) {
        Map<String, String> values = new HashMap<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            if (parts.length != 2
                    || !java.util.Set.of("baud", "bits", "parity", "stop").contains(parts[0])) {
                throw new IllegalArgumentException(
                        "'" + pair + "' in '" + text + "' is not one of baud=, bits=, parity=, stop=");
            }
            values.put(parts[0], parts[1]);
        }
        return values;
    }

    private static int number(Map<String, String> query, String key, int usual, int least, int most, String text) {
        String value = query.get(key);
        if (value == null) {
            return usual;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException ignored) {
            // told below, together with a number out of range
        }
        throw new IllegalArgumentException("%s in '%s' is a number from %d to %d".formatted(key, text, least, most));
    }

    private static PortAddress tcp(String text) {
        try {
            URI uri = new URI(text);
            if (uri.getHost() != null && uri.getPort() > 0 && uri.getPort() <= 65_535) {
                String host = uri.getHost();
                return new PortAddress.Tcp(
                        host.startsWith("[") ? host.substring(1, host.length() - 1) : host, uri.getPort());
            }
        } catch (URISyntaxException ignored) {
            // told below
        }
        throw new IllegalArgumentException("'" + text + "' is not of the form tcp://host:port");
    }

    private static PortAddress queue(String text, String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("no print queue is named in '" + text + "'");
        }
        return new PortAddress.Queue(name.strip());
    }

    private static PortAddress file(String text, String rest) {
        String path = rest.startsWith("//") ? rest.substring(2) : rest;
        if (path.isBlank()) {
            throw new IllegalArgumentException("no file is named in '" + text + "'");
        }
        return new PortAddress.DeviceFile(Path.of(path));
    }

    private static PortAddress hid(String text, String rest) {
        return UsbName.parse(rest)
                .map(name -> new PortAddress.Hid(name.text()))
                .orElseThrow(() -> new IllegalArgumentException("'" + text
                        + "' is not of the form hid:1EAB:8303, hid:1EAB:8303:SERIAL or hid:1EAB:8303@SOCKET"));
    }
}
