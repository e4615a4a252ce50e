package dev.dockhand.hardware.port;

import java.util.List;

/** The print queues of a system. Calls may take long; {@link QueueOpener} bounds them. */
public interface PrintQueues {

    /**
     * The names of all queues.
     *
     * @throws PortException ABSENT when this system cannot hand anything to a queue; says what is missing
     */
    List<String> names() throws PortException;

    /**
     * Hands one whole document to a queue; it says nothing of what becomes of it.
     *
     * @throws PortException ABSENT when there is no such queue any more, LOST when it refused the document
     */
    void submit(String queue, byte[] document) throws PortException;
}
