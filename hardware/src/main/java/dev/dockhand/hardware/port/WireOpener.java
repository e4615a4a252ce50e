package dev.dockhand.hardware.port;

/** Opens a connection to an address. The one part that needs real hardware, a socket or a PTY. */
@FunctionalInterface
public interface WireOpener {

    /**
     * Opens a fresh connection; every call makes new objects, so that a replugged device is found again.
     *
     * @param address where the device is
     * @throws PortException with the state ABSENT, NO_PERMISSION or IN_USE
     */
    Wire open(PortAddress address) throws PortException;
}
