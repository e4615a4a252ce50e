package dev.dockhand.hardware.scan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A code that was scanned. Its text is hostile: it may be compared, and shown by {@link #shown()}, and nothing else.
 *
 * @param sequence rises with every event of the station
 * @param device what the scanner is called
 * @param at when it was read
 * @param text 1 to 4,096 characters without the AIM identifier; the only control character in it is GS (1D)
 * @param aim the AIM identifier when the scanner sends one
 * @param repaired whether the text was typed under a Korean keyboard layout and was turned back; since letters lost their
 *     case on the way, all are capitals then
 */
public record Scan(
        long sequence,
        String device,
        Instant at,
        String text,
        @Nullable AimIdentifier aim,
        boolean repaired) implements ScanEvent {

    /** Most characters of a scan. */
    public static final int MOST_CHARACTERS = 4_096;

    private static final int MOST_SHOWN = 80;

    /** The AIM identifier as sent, for instance {@code ]C1}; empty when there was none. */
    public String aimText() {
        return aim == null ? "" : aim.text();
    }

    /** The text as it can be shown and logged: control characters as {@code <1D>}, and no longer than 80 characters. */
    public String shown() {
        String escaped = text.replace("\u001d", "<1D>");
        return escaped.length() <= MOST_SHOWN ? escaped : escaped.substring(0, MOST_SHOWN - 1) + "…";
    }
}
