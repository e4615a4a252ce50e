package dev.dockhand.hardware.printer;

import java.time.Duration;

/**
 * How a printer is spoken with. All times are bounds.
 *
 * @param asks true when the printer is asked how it is; without it the only proof is that the port took the bytes
 * @param answer how long an answer may take to begin, and each further piece of one that comes in pieces
 * @param fresh a status that is younger counts as the question before a job
 * @param poll how often an idle printer is asked, so that the lamp is true
 * @param prepare how long a job waits for a printer that can print, before it fails with nothing sent
 * @param send how long the printer may hold back the bytes of a job
 * @param confirm how long the printer may take to finish after the last byte
 * @param settle the time between two looks at a printer that seems to be finished
 */
public record PrinterSettings(
        boolean asks,
        Duration answer,
        Duration fresh,
        Duration poll,
        Duration prepare,
        Duration send,
        Duration confirm,
        Duration settle) {

    /** A printer that answers, over TCP, USB or a serial line. */
    public static PrinterSettings usual() {
        return new PrinterSettings(
                true,
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                Duration.ofMillis(150));
    }

    /** A port that only takes bytes: a plain file, a spooler. */
    public static PrinterSettings writeOnly() {
        PrinterSettings usual = usual();
        return new PrinterSettings(
                false,
                usual.answer(),
                usual.fresh(),
                usual.poll(),
                usual.prepare(),
                usual.send(),
                usual.confirm(),
                usual.settle());
    }
}
