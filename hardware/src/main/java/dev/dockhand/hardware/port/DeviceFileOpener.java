package dev.dockhand.hardware.port;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Opens a character device such as {@code /dev/usb/lp0}, or a plain file, which is read from its beginning and written at
 * its end. A file that does not exist is never made: a mistyped device name must not become a file.
 */
public final class DeviceFileOpener implements WireOpener {

    private static final int FLAGS = Posix.O_NONBLOCK | Posix.O_CLOEXEC | Posix.O_NOCTTY | Posix.O_APPEND;

    @Override
    public Wire open(PortAddress address) throws PortException {
        if (!(address instanceof PortAddress.DeviceFile file)) {
            throw new PortException(ConnectionState.ABSENT, address.uri() + " is not a device file");
        }
        Path path = file.path();
        if (Files.isDirectory(path)) {
            throw new PortException(ConnectionState.ABSENT, path + " is a folder, not a device");
        }
        return Posix.available() ? bounded(path) : HelperFileWire.open(path);
    }

    private static Wire bounded(Path path) throws PortException {
        int both = Posix.open(path.toString(), Posix.O_RDWR | FLAGS);
        if (both >= 0) {
            return new FdWire(both, path.toString(), true);
        }
        if (both != -Posix.EACCES && both != -Posix.EPERM) {
            throw failure(path, -both);
        }
        // A print queue often gives its group the right to write and nothing else.
        int writing = Posix.open(path.toString(), Posix.O_WRONLY | FLAGS);
        if (writing >= 0) {
            return new FdWire(writing, path.toString(), false);
        }
        throw failure(path, -both);
    }

    private static PortException failure(Path path, int error) {
        return switch (error) {
            case Posix.EACCES, Posix.EPERM ->
                new PortException(ConnectionState.NO_PERMISSION, "this user may not open " + path);
            case Posix.EBUSY, Posix.EAGAIN ->
                new PortException(ConnectionState.IN_USE, path + " is held by another program");
            case Posix.ENOENT -> new PortException(ConnectionState.ABSENT, "there is no " + path);
            default -> new PortException(ConnectionState.ABSENT, path + " cannot be opened, error " + error);
        };
    }
}
