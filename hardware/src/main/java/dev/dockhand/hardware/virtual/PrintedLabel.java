package dev.dockhand.hardware.virtual;

import java.time.Instant;

/**
 * A piece of paper that came out of a virtual printer.
 *
 * @param number counts from 1
 * @param bytes the label as it was sent, in the printer's language
 * @param at when it came out
 * @param condition how it came out
 */
public record PrintedLabel(int number, byte[] bytes, Instant at, Condition condition) {
    public PrintedLabel {
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
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
