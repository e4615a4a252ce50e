package dev.dockhand.hardware.scale;

import java.util.List;

/**
 * Cuts a stream of bytes into frames. It remembers only the frame that is not complete yet, throws nothing whatever comes
 * in, and after garbage finds the next whole frame.
 */
public interface Framer {

    /**
     * Takes the bytes that have arrived.
     *
     * @param bytes any piece of the stream
     * @return the frames that they complete, in order
     */
    List<RawFrame> accept(byte[] bytes);

    /** Forgets an incomplete frame. */
    void reset();
}
