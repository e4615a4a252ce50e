package dev.dockhand.hardware.port;

import java.io.IOException;

/** A port could not be opened, or an open one failed. The state says what the operator must look at. */
public final class PortException extends IOException {
    private static final long serialVersionUID = 1L;

    private final ConnectionState state;

    /**
     * A failure that leaves the device in the given state.
     *
     * @param state what the connection is now
     * @param message the technical reason, for the log
     */
    public PortException(ConnectionState state, String message) {
        super(message);
        this.state = state;
    }

    /** The state that the failure leaves behind. */
    public ConnectionState state() {
        return state;
    }
}
