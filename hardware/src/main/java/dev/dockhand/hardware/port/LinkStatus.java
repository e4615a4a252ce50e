package dev.dockhand.hardware.port;

import java.time.Instant;

/**
 * What is known of a device's connection.
 *
 * @param state the state
 * @param since when it came to this state
 * @param detail the technical reason, for the log and the set-up page; empty when there is none
 */
public record LinkStatus(ConnectionState state, Instant since, String detail) {

    /** Whether bytes can go to and from the device. */
    public boolean isOpen() {
        return switch (state) {
            case SILENT, OK, BLOCKED -> true;
            case CLOSED, ABSENT, NO_PERMISSION, IN_USE, LOST -> false;
        };
    }
}
