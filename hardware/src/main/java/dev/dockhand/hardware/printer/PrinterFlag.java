package dev.dockhand.hardware.printer;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The states that printers of all languages say of themselves. A printer without any is ready. */
public enum PrinterFlag {
    /** It is printing, or making up a label. */
    BUSY(Severity.INFO, null),
    /** A label was begun on this or another connection and not finished. */
    PARTIAL_FORMAT(Severity.INFO, null),
    /** A label waits to be taken from the peeler. */
    LABEL_WAITING(Severity.INFO, null),
    /** The printer shows its diagnostics instead of printing. */
    DIAGNOSTIC(Severity.INFO, null),
    /** The settings in its memory were lost. */
    RAM_LOST(Severity.INFO, null),
    /** The paper comes to its end. */
    PAPER_LOW(Severity.SOON, null),
    /** No paper, or none that it can find the beginning of. */
    PAPER_OUT(Severity.STOP, PrintReason.PAPER_OUT),
    /** No ribbon. */
    RIBBON_OUT(Severity.STOP, PrintReason.RIBBON_OUT),
    /** The head or the cover is open. */
    HEAD_OPEN(Severity.STOP, PrintReason.HEAD_OPEN),
    /** Somebody paused it. */
    PAUSED(Severity.STOP, PrintReason.PAUSED),
    /** The head is too hot. */
    TOO_HOT(Severity.STOP, PrintReason.TEMPERATURE),
    /** The head is too cold. */
    TOO_COLD(Severity.STOP, PrintReason.TEMPERATURE),
    /** Its memory takes no more labels. */
    BUFFER_FULL(Severity.STOP, PrintReason.BUFFER_FULL),
    /** Paper is jammed, or the cutter stands still. */
    JAM(Severity.STOP, PrintReason.JAM),
    /** An error that it does not explain. */
    ERROR(Severity.STOP, PrintReason.ERROR);

    private final Severity severity;
    private final @Nullable PrintReason reason;

    PrinterFlag(Severity severity, @Nullable PrintReason reason) {
        this.severity = severity;
        this.reason = reason;
    }

    /** How much it matters. */
    public Severity severity() {
        return severity;
    }

    /** Why no label can be printed while the flag is up; empty when printing goes on. */
    public Optional<PrintReason> stops() {
        return Optional.ofNullable(reason);
    }
}
