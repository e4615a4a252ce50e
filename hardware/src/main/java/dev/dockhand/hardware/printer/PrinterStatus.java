package dev.dockhand.hardware.printer;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A printer's answer to the question how it is, whatever its language.
 *
 * @param flags every state that it named
 * @param unfinished how many labels it still has to print; empty when it does not count
 */
public record PrinterStatus(Set<PrinterFlag> flags, OptionalLong unfinished) {
    public PrinterStatus {
        flags = Collections.unmodifiableSet(
                flags.isEmpty() ? EnumSet.noneOf(PrinterFlag.class) : EnumSet.copyOf(flags));
    }

    /** The status of a printer that does not count its labels. */
    public static PrinterStatus uncounted(Set<PrinterFlag> flags) {
        return new PrinterStatus(flags, OptionalLong.empty());
    }

    /** True when it says that nothing is left to be printed. */
    public boolean idle() {
        return unfinished.orElse(0) == 0
                && !flags.contains(PrinterFlag.PARTIAL_FORMAT)
                && !flags.contains(PrinterFlag.BUSY);
    }

    /** Why no label can be printed now; empty when one can. */
    public Optional<PrintReason> stopped() {
        return flags.stream().flatMap(flag -> flag.stops().stream()).findFirst();
    }

    /** The gravest of its states; a ready printer is {@link Severity#INFO}. */
    public Severity severity() {
        return flags.stream()
                .map(PrinterFlag::severity)
                .max(java.util.Comparator.naturalOrder())
                .orElse(Severity.INFO);
    }
}
