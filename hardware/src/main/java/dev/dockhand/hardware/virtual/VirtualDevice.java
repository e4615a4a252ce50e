package dev.dockhand.hardware.virtual;

import dev.dockhand.hardware.port.PortException;
import dev.dockhand.hardware.port.Wire;

/** The behaviour of one virtual device. */
@FunctionalInterface
public interface VirtualDevice {

    /**
     * Speaks with whoever is at the other end; called on the far end's own thread for each connection (a socket), or each
     * time it is plugged in (a PTY, where nobody knows whether somebody listens).
     *
     * @param line the bytes to and from the program under test; dials are applied already
     * @throws PortException when the line was lost, which ends this connection only
     * @throws InterruptedException when the far end is being closed
     */
    void serve(Wire line) throws PortException, InterruptedException;
}
