package dev.dockhand.hardware.scale;

import java.util.Optional;

/** How one kind of scale speaks, driven by a profile. Free of state, apart from the framers it makes. */
public interface ScaleProtocol {

    /** A framer for one connection. */
    Framer framer();

    /**
     * The bytes that ask for something.
     *
     * @param request what is wanted
     * @return the bytes; empty when the profile has no such command
     */
    Optional<byte[]> bytes(ScaleRequest request);

    /**
     * Reads a frame.
     *
     * @param frame a whole frame of this protocol's framer
     * @param asked what was asked last, since some answers look alike
     */
    ScaleMessage read(RawFrame frame, ScaleRequest asked);
}
