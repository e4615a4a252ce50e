package dev.dockhand.app.cli;

import dev.dockhand.hardware.label.Dpi;
import dev.dockhand.hardware.label.LabelLanguage;
import dev.dockhand.hardware.label.LabelLanguages;
import dev.dockhand.hardware.label.LabelNotice;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** How labels are written; the same for all commands that make labels, so that all give equal bytes. */
final class LabelOptions {

    @Option(
            names = "--language",
            defaultValue = "zpl",
            paramLabel = "ID",
            description = "printer language: zpl, tspl, slcs, epl, escpos, pdf, png (default zpl)")
    private String language = "zpl";

    @Option(names = "--dpi", defaultValue = "203", description = "203 (default), 300 or 600")
    private int dpi;

    @Option(
            names = "--incomplete",
            description = "make the label although a text is cut or a character is in no font; it says which")
    private boolean incomplete;

    /** Something about the labels is wrong; the message says what, for the person who typed it. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(String message) {
            super(message);
        }
    }

    /** What of a label's fields is not on it; absent when all is. */
    static Optional<String> words(List<LabelNotice> notices) {
        return notices.isEmpty()
                ? Optional.empty()
                : Optional.of(notices.stream().map(LabelNotice::message).collect(Collectors.joining("; ")));
    }

    /** Whether labels that are not whole are made all the same. */
    boolean incomplete() {
        return incomplete;
    }

    /** The language that was asked for. */
    LabelLanguage language() throws Unusable {
        return LabelLanguages.byId(language)
                .orElseThrow(() -> new Unusable(
                        "no printer language '%s'; there are %s".formatted(language, LabelLanguages.ids())));
    }

    /** The resolution that was asked for. */
    Dpi dpi() throws Unusable {
        try {
            return Dpi.of(dpi);
        } catch (IllegalArgumentException e) {
            throw new Unusable(String.valueOf(e.getMessage()));
        }
    }
}
