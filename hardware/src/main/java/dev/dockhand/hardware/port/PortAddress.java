package dev.dockhand.hardware.port;

import java.nio.file.Path;

/** Where a device is, written as a URI that a person can type and a profile can keep. */
public sealed interface PortAddress {

    /** The address as text; parsing it gives an equal address. */
    String uri();

    /**
     * A serial line: {@code serial:/dev/ttyUSB0?baud=9600&bits=7&parity=even&stop=1}.
     *
     * @param path device path or port name, or a name that stays the same through unplugging: {@code by-id:NAME},
     *     {@code by-path:NAME}, {@code usb:0403:6001}, {@code usb:0403:6001:SERIAL}, {@code usb:0403:6001@SOCKET}; kept as
     *     typed and resolved at every opening
     * @param baud bits a second, 300 to 921,600
     * @param bits data bits, 7 or 8
     * @param parity parity
     * @param stop stop bits, 1 or 2
     */
    record Serial(String path, int baud, int bits, Parity parity, int stop) implements PortAddress {
        @Override
        public String uri() {
            return "serial:%s?baud=%d&bits=%d&parity=%s&stop=%d"
                    .formatted(path, baud, bits, parity.name().toLowerCase(java.util.Locale.ROOT), stop);
        }
    }

    /**
     * A network device: {@code tcp://host:9100}.
     *
     * @param host name or address
     * @param port 1 to 65,535
     */
    record Tcp(String host, int port) implements PortAddress {
        @Override
        public String uri() {
            return "tcp://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        }
    }

    /**
     * A USB HID device by maker and product, with its own number or its socket where two are equal:
     * {@code hid:1EAB:8303}, {@code hid:1EAB:8303:SERIAL}, {@code hid:1EAB:8303@1-2}.
     *
     * @param name the part behind {@code hid:}
     */
    record Hid(String name) implements PortAddress {
        @Override
        public String uri() {
            return "hid:" + name;
        }
    }

    /**
     * A character device or a plain file: {@code file:/dev/usb/lp0}; {@code hidraw:/dev/hidraw0} is read as the same.
     *
     * @param path the file
     */
    record DeviceFile(Path path) implements PortAddress {
        @Override
        public String uri() {
            return "file:" + path;
        }
    }

    /**
     * A print queue of this system: {@code queue:NAME}. It takes whole documents and says nothing.
     *
     * @param name as the system calls it
     */
    record Queue(String name) implements PortAddress {
        @Override
        public String uri() {
            return "queue:" + name;
        }
    }

    /** Parity of a serial line. */
    enum Parity {
        NONE,
        EVEN,
        ODD,
        MARK,
        SPACE
    }

    /**
     * Reads an address.
     *
     * @param uri as printed by {@link #uri()}; parameters that are left out of a serial address mean 9600 8N1
     * @throws IllegalArgumentException when it is not an address, with the reason
     */
    static PortAddress parse(String uri) {
        return PortAddressParser.parse(uri);
    }
}
