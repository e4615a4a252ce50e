package dev.dockhand.hardware.port;

/** What is known of the connection to a device. Shown in words; an operator acts differently on each. */
public enum ConnectionState {
    /** Nobody asked for the device yet, or it was closed on purpose. */
    CLOSED,
    /** There is no such port, file or host. */
    ABSENT,
    /** The port is there, but this user may not open it. */
    NO_PERMISSION,
    /** Another program holds the port. */
    IN_USE,
    /** Open, but the device has said nothing yet; for a scanner that is normal, for a scale it is not. */
    SILENT,
    /** Open, and the device answers. */
    OK,
    /** Open, but the device does not take bytes or does not answer: look at it (paper, head, pause). */
    BLOCKED,
    /** It was open and vanished; it is being reopened. */
    LOST
}
