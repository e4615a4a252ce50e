package dev.dockhand.hardware.port;

import java.time.Duration;

/**
 * An open connection that carries bytes both ways. Only the thread that owns the device uses it. Every call is bounded in
 * time; a failure means that the connection is lost and must be opened anew.
 */
public interface Wire extends AutoCloseable {

    /**
     * Takes the bytes that have arrived, waiting for the first one at most as long as told.
     *
     * @param wait how long to wait when nothing is there
     * @return the bytes, at most 64 KiB; empty when nothing came
     * @throws PortException when the connection is lost
     */
    byte[] read(Duration wait) throws PortException;

    /**
     * Hands all the bytes over to the port.
     *
     * @param bytes what to send
     * @param limit how long it may take altogether
     * @return how many bytes the port took; fewer than given when the limit passed first (the device blocks)
     * @throws PortException when the connection is lost
     */
    int write(byte[] bytes, Duration limit) throws PortException;

    /**
     * Tells that the bytes so far are one whole job. Only a print queue needs to know.
     *
     * @throws PortException when the job was refused
     */
    default void endJob() throws PortException {}

    /** Closes the connection at once; never blocks and never throws. */
    @Override
    void close();
}
