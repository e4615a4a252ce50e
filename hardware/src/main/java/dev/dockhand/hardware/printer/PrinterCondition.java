package dev.dockhand.hardware.printer;

import dev.dockhand.hardware.port.ConnectionState;
import java.util.Optional;

/**
 * What is known of a printer.
 *
 * @param connection state of the connection; BLOCKED when it is open and the printer stays silent or cannot print
 * @param reason why no label can be printed now; empty when one can
 * @param status the printer's last answer; empty when it has not answered on this connection
 */
public record PrinterCondition(
        ConnectionState connection, Optional<PrintReason> reason, Optional<PrinterStatus> status) {
    /** How much it matters: a printer that cannot be reached, or that stays silent, is as grave as one that stands still. */
    public Severity severity() {
        return reason.isPresent()
                ? Severity.STOP
                : status.map(PrinterStatus::severity).orElse(Severity.INFO);
    }
}
