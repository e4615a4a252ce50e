package dev.dockhand.hardware.label;

import java.util.List;
import java.util.Optional;

/** The languages that labels can be written in. */
public final class LabelLanguages {
    private static final List<LabelLanguage> ALL = List.of(
            new ZplLanguage(),
            new TsplLanguage(),
            new SlcsLanguage(),
            new EplLanguage(),
            new EscPosLanguage(),
            new PdfLanguage(),
            new PngLanguage());

    private LabelLanguages() {}

    /** All of them. */
    public static List<LabelLanguage> all() {
        return ALL;
    }

    /** Their names. */
    public static List<String> ids() {
        return ALL.stream().map(LabelLanguage::id).toList();
    }

    /** The language of a name. */
    public static Optional<LabelLanguage> byId(String id) {
        return ALL.stream().filter(language -> language.id().equals(id)).findFirst();
    }
}
