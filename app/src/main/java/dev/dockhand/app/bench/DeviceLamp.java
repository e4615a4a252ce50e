package dev.dockhand.app.bench;

import dev.dockhand.hardware.port.ConnectionState;

/**
 * One device in the status strip.
 *
 * @param kind what it is
 * @param name name that the set-up gave it
 * @param state what is known of its connection
 */
public record DeviceLamp(Kind kind, String name, ConnectionState state) {

    /** Kinds of devices. */
    public enum Kind {
        SCANNER,
        SCALE,
        PRINTER,
        /** A scanner that types: it has no port of its own, and no lamp, since nobody can tell whether it is there. */
        KEYBOARD
    }
}
