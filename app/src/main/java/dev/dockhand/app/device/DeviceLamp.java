package dev.dockhand.app.device;

import dev.dockhand.hardware.port.ConnectionState;
import dev.dockhand.hardware.printer.PrintReason;
import dev.dockhand.hardware.printer.PrinterCondition;
import org.jspecify.annotations.Nullable;

/**
 * One device in the status strip.
 *
 * @param kind what it is
 * @param name name that the set-up gave it
 * @param state what is known of its connection
 * @param reason why a printer prints nothing now; absent when it prints, is asked for the first time, or is no printer
 */
public record DeviceLamp(
        Kind kind,
        String name,
        ConnectionState state,
        @Nullable PrintReason reason) {

    /** The lamp of a printer as it is now. */
    static DeviceLamp of(String name, PrinterCondition condition) {
        PrintReason reason = condition.connection() == ConnectionState.SILENT
                ? null
                : condition.reason().orElse(null);
        return new DeviceLamp(Kind.PRINTER, name, condition.connection(), reason);
    }

    /** Kinds of devices. */
    public enum Kind {
        SCANNER,
        SCALE,
        PRINTER,
        /** A scanner that types: it has no port of its own, and no lamp, since nobody can tell whether it is there. */
        KEYBOARD
    }
}
