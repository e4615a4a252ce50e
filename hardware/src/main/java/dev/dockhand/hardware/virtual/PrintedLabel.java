package dev.dockhand.hardware.virtual;

import java.time.Instant;

/**
 * A piece of paper that came out of a virtual printer.
 *
 * @param number counts from 1
 * @param zpl the format as it was sent, {@code ^XA} to {@code ^XZ}
 * @param at when it came out
 * @param condition how it came out
 */
public record PrintedLabel(int number, byte[] zpl, Instant at, Condition condition) {
    public PrintedLabel {
        zpl = zpl.clone();
    }

    @Override
    public byte[] zpl() {
        return zpl.clone();
    }

    /** How a label came out. */
    public enum Condition {
        /** Whole. */
        WHOLE,
        /** Half printed, because paper, ribbon or head failed. */
        DAMAGED,
        /** Whole, printed by the printer itself once more after such a failure. */
        REPRINTED
    }
}
