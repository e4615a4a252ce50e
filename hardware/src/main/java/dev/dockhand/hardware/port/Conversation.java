package dev.dockhand.hardware.port;

/**
 * What is said with one kind of device while its connection is open. It runs on the thread that owns the device, and is
 * called afresh after every reopening, so it keeps no half-read frame from before.
 */
@FunctionalInterface
public interface Conversation {

    /**
     * Talks until the connection is lost or the thread is interrupted.
     *
     * @param wire the open connection
     * @param report tells what is known of the device: SILENT, OK or BLOCKED
     * @throws PortException when the connection is lost; the link then reopens it with back-off
     * @throws InterruptedException when the device is being closed
     */
    void talk(Wire wire, StateReport report) throws PortException, InterruptedException;

    /** Takes what a conversation learns of its device. */
    @FunctionalInterface
    interface StateReport {
        /** The device is now in this state. */
        void is(ConnectionState state);
    }
}
