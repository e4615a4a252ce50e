package dev.dockhand.app.device;

import dev.dockhand.app.flow.Text;
import dev.dockhand.hardware.printer.PrintReason;
import dev.dockhand.hardware.printer.PrinterFlag;
import dev.dockhand.hardware.printer.PrinterStatus;
import dev.dockhand.hardware.scan.RefusedScan;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What bytes of a device meant, for the set-up page. */
public sealed interface DeviceMessage {

    /**
     * A scale told a weight, or why it has none.
     *
     * @param weight figure, unit and state
     */
    record Weighs(LiveWeight weight) implements DeviceMessage {}

    /**
     * A scanner read a code.
     *
     * @param text the code without its symbology identifier; hostile, shown escaped only
     * @param aim symbology identifier such as {@code ]C1}, empty when the scanner sent none
     * @param symbology name of the kind of code as in {@code AimIdentifier.Symbology}, empty without an identifier
     * @param repaired whether it was typed under a Korean keyboard layout and turned back
     * @param fields its GS1 fields in the order of the code; none when it carries none
     * @param error what is wrong with its GS1 data, absent when nothing is
     */
    record Reads(
            String text,
            String aim,
            String symbology,
            boolean repaired,
            List<Field> fields,
            @Nullable Text error) implements DeviceMessage {

        /** Copies the list. */
        public Reads {
            fields = List.copyOf(fields);
        }
    }

    /**
     * A scanner read the same code once more within the window in which a job takes it once.
     *
     * @param reads the code
     */
    record Again(Reads reads) implements DeviceMessage {}

    /**
     * One field of GS1 data.
     *
     * @param identifier application identifier without brackets
     * @param value its value
     */
    record Field(String identifier, String value) {}

    /** A scanner sent something that is not taken. */
    record Garbled(RefusedScan.Reason reason) implements DeviceMessage {}

    /**
     * A printer told how it is.
     *
     * @param flags every state that it named; none when it is ready
     */
    record Prints(List<PrinterFlag> flags) implements DeviceMessage {

        /** Copies the list. */
        public Prints {
            flags = List.copyOf(flags);
        }

        /** Why no label can be printed now; empty when one can. */
        public Optional<PrintReason> stopped() {
            return PrinterStatus.uncounted(Set.copyOf(flags)).stopped();
        }
    }
}
