package dev.dockhand.hardware.printer;

import dev.dockhand.hardware.label.LabelLanguage;
import dev.dockhand.hardware.label.LabelLanguages;
import java.util.List;
import java.util.Optional;

/**
 * A printer's language: how labels are said in it, and how the printer is asked how it is.
 *
 * @param labels how labels are said
 * @param talk how it is asked; empty for what only takes bytes (PDF, PNG)
 */
public record PrinterLanguage(LabelLanguage labels, Optional<StatusTalk> talk) {
    /** Every language. */
    public static List<PrinterLanguage> all() {
        return LabelLanguages.all().stream().map(PrinterLanguage::of).toList();
    }

    /**
     * The language of a name.
     *
     * @throws IllegalArgumentException when there is none, naming those that there are
     */
    public static PrinterLanguage of(String id) {
        return LabelLanguages.byId(id)
                .map(PrinterLanguage::of)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no printer language '%s'; there are %s".formatted(id, LabelLanguages.ids())));
    }

    private static PrinterLanguage of(LabelLanguage labels) {
        return new PrinterLanguage(
                labels,
                switch (labels.id()) {
                    case "zpl" -> Optional.of(new ZplStatus());
                    case "tspl" -> Optional.of(new TsplStatus());
                    case "slcs" -> Optional.of(new SlcsStatus());
                    case "epl" -> Optional.of(new EplStatus());
                    case "escpos" -> Optional.of(new EscPosStatus());
                    default -> Optional.empty();
                });
    }
}
