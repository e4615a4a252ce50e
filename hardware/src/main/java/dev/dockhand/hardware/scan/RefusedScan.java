package dev.dockhand.hardware.scan;

import java.time.Instant;

/**
 * Something was scanned that is not taken. It is an event of its own, because a scan must never vanish in silence.
 *
 * @param sequence rises with every event of the station
 * @param device what the scanner is called
 * @param at when it was read
 * @param reason why it is not taken
 * @param detail more about it, without the scanned data; for the log
 */
public record RefusedScan(long sequence, String device, Instant at, Reason reason, String detail) implements ScanEvent {

    /** Why a scan is not taken. */
    public enum Reason {
        /** More than 4,096 bytes. */
        TOO_LONG,
        /** The beginning or the end is missing: scan again. */
        TORN,
        /** It holds a control character other than GS, so it may be garbage of a wrong baud rate. */
        CONTROL_CHARACTER,
        /** Its bytes are neither UTF-8 nor text of the scanner's charset: set the charset, or the scanner to UTF-8. */
        NOT_UTF8,
        /** There is an AIM identifier and nothing behind it. */
        EMPTY
    }
}
