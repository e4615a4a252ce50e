package dev.dockhand.hardware.printer;

import dev.dockhand.hardware.port.ConnectionState;
import java.util.Optional;

/**
 * What is known of a printer.
 *
 * @param connection state of the connection; BLOCKED when it is open and the printer stays silent or cannot print
 * @param trouble why no label can be printed now; empty when one can
 * @param status the printer's last answer; empty when it has not answered on this connection
 */
public record PrinterCondition(
        ConnectionState connection, Optional<PrintReason> trouble, Optional<HostStatus> status) {}
