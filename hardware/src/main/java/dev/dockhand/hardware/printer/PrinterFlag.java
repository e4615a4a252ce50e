package dev.dockhand.hardware.printer;

import java.util.Optional;

/** What a printer says of itself in its status. */
public enum PrinterFlag {
    PAPER_OUT(PrintReason.PAPER_OUT),
    RIBBON_OUT(PrintReason.RIBBON_OUT),
    HEAD_OPEN(PrintReason.HEAD_OPEN),
    PAUSED(PrintReason.PAUSED),
    TOO_HOT(PrintReason.TEMPERATURE),
    TOO_COLD(PrintReason.TEMPERATURE),
    BUFFER_FULL(PrintReason.BUFFER_FULL),
    /** A label was begun on this or another connection and not finished. */
    PARTIAL_FORMAT(null),
    /** A label waits to be taken from the peeler. */
    LABEL_WAITING(null),
    /** The printer shows its diagnostics instead of printing. */
    DIAGNOSTIC(null),
    /** The settings in its memory were lost. */
    RAM_LOST(null);

    private final @org.jspecify.annotations.Nullable PrintReason reason;

    PrinterFlag(@org.jspecify.annotations.Nullable PrintReason reason) {
        this.reason = reason;
    }

    /** Why no label can be printed while the flag is up; empty when printing goes on. */
    public Optional<PrintReason> stops() {
        return Optional.ofNullable(reason);
    }
}
