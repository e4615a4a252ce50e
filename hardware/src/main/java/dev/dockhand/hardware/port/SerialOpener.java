package dev.dockhand.hardware.port;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Opens serial ports by jSerialComm. The path may be a device, a link such as {@code /dev/serial/by-path/...} or a PTY;
 * each opening makes a new object, because a link may lead elsewhere after replugging. What came in before the opening is
 * dropped.
 */
public final class SerialOpener implements WireOpener {

    private static final int EPERM = 1;
    private static final int EIO_OR_WINDOWS_DENIED = 5;
    private static final int EAGAIN = 11;
    private static final int EACCES = 13;
    private static final int EINVAL = 22;
    private static final int USUAL_BAUD = 9_600;
    private static final int EBUSY = 16;
    /** On POSIX not an error of the system: jSerialComm itself holds the port still. */
    private static final int ALREADY_OPEN_HERE = 2;

    private final SerialNames names;

    /** Opens the ports of this machine. */
    public SerialOpener() {
        this(SysFolder.ofThisMachine());
    }

    SerialOpener(SysFolder system) {
        this.names = new SerialNames(system);
    }

    @Override
    public Wire open(PortAddress address) throws PortException {
        if (!(address instanceof PortAddress.Serial serial)) {
            throw new PortException(ConnectionState.ABSENT, address.uri() + " is not a serial address");
        }
        String path = names.path(serial.path());
        // The library gives an object even for a path that is not there.
        if (path.startsWith("/") && !Files.exists(Path.of(path))) {
            throw new PortException(ConnectionState.ABSENT, "there is no " + path);
        }
        SerialPort port = opened(path, serial);
        if (!port.isOpen() && port.getLastErrorCode() == EINVAL && !isWindows()) {
            stir(path, serial);
            port = opened(path, serial);
        }
        if (!port.isOpen()) {
            throw failure(path, port.getLastErrorCode());
        }
        return new SerialWire(port, path);
    }

    private static SerialPort opened(String path, PortAddress.Serial serial) throws PortException {
        SerialPort port = fresh(path);
        configure(port, serial);
        port.openPort();
        return port;
    }

    /**
     * A driver that has no seven bits or no parity leaves them out in silence, and the C library then refuses the same
     * settings a second time because nothing changes by them. So something else is set between.
     */
    private static void stir(String path, PortAddress.Serial serial) throws PortException {
        int other = serial.baud() == USUAL_BAUD ? USUAL_BAUD / 2 : USUAL_BAUD;
        SerialPort port = opened(path, new PortAddress.Serial(serial.path(), other, 8, PortAddress.Parity.NONE, 1));
        port.closePort();
    }

    private static SerialPort fresh(String path) throws PortException {
        try {
            return SerialPort.getCommPort(path);
        } catch (SerialPortInvalidPortException e) {
            throw new PortException(ConnectionState.ABSENT, "there is no serial port " + path);
        }
    }

    private static void configure(SerialPort port, PortAddress.Serial serial) {
        port.setComPortParameters(
                serial.baud(),
                serial.bits(),
                serial.stop() == 2 ? SerialPort.TWO_STOP_BITS : SerialPort.ONE_STOP_BIT,
                parity(serial.parity()));
        port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, SerialWire.SLICE_MILLIS, 0);
        // Before opening this asks for a flush at the opening: half a frame of an hour ago is not data.
        port.flushIOBuffers();
    }

    private static int parity(PortAddress.Parity parity) {
        return switch (parity) {
            case NONE -> SerialPort.NO_PARITY;
            case EVEN -> SerialPort.EVEN_PARITY;
            case ODD -> SerialPort.ODD_PARITY;
            case MARK -> SerialPort.MARK_PARITY;
            case SPACE -> SerialPort.SPACE_PARITY;
        };
    }

    private static PortException failure(String path, int code) {
        boolean windows = isWindows();
        if (windows ? code == EIO_OR_WINDOWS_DENIED : isHeld(path, code)) {
            return new PortException(
                    ConnectionState.IN_USE,
                    path + " is held by "
                            + (!windows && code == ALREADY_OPEN_HERE ? "this program already" : "another program"));
        }
        if (!windows && (code == EACCES || code == EPERM)) {
            return new PortException(ConnectionState.NO_PERMISSION, "this user may not open " + path);
        }
        return new PortException(ConnectionState.ABSENT, path + " cannot be opened as a serial port, error " + code);
    }

    private static boolean isWindows() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    }

    private static boolean isHeld(String path, int code) {
        return code == EAGAIN || code == EBUSY || code == ALREADY_OPEN_HERE && Files.exists(Path.of(path));
    }
}
