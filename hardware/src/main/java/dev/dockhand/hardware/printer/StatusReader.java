package dev.dockhand.hardware.printer;

import java.util.Optional;

/** Finds a printer's answer in what it sends. Garbage gives no answer rather than a wrong one. */
public interface StatusReader {

    /** Takes bytes as they come. */
    void accept(byte[] bytes);

    /** True when the answer has come whole and nothing more is expected. */
    boolean whole();

    /** True when what may still follow the answer is not worth waiting for. */
    default boolean enough() {
        return status().isPresent();
    }

    /** The answer; empty while there is none, and when what came cannot be one. */
    Optional<PrinterStatus> status();

    /** True when the question that waits its turn ({@link StatusTalk#inTurn}) was answered. */
    default boolean reached() {
        return false;
    }

    /** The question that waits its turn is asked now; answers to earlier ones may still come before its own. */
    default void turn() {}

    /** The printer stayed silent, so questions that waited their turn may be lost and their answers are not awaited. */
    default void silent() {}

    /** True while the printer holds the line with XOFF. */
    default boolean held() {
        return false;
    }

    /** Forgets what came; whether the line is held, and whether the turn was reached, stays known. */
    void reset();
}
