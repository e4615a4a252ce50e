package dev.dockhand.hardware.virtual;

import dev.dockhand.hardware.port.PortAddress;

/** The device's end of a cable: where a virtual device can be reached, and how it is unplugged. */
public interface FarEnd extends AutoCloseable {

    /** Where the device can be opened; stays the same through unplugging. */
    PortAddress address();

    /** Faults of the line, common to all devices. */
    Dials dials();

    /**
     * Puts the device at this end, on a daemon thread of its own. Called once.
     *
     * @param device what answers here
     */
    void serve(VirtualDevice device);

    /** Pulls the cable: an open connection ends at once and a new one is refused. */
    void unplug();

    /** Plugs the cable in again. */
    void replug();

    /** Whether the cable is in. */
    boolean isPluggedIn();

    /** Unplugs for good and ends the thread. */
    @Override
    void close();

    /** A line that every system has: a TCP listener on the loopback address. */
    static FarEnd socket() {
        return new VirtualSocket();
    }
}
