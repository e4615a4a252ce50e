package dev.dockhand.hardware.label;

/** Writes labels in one printer language, and remembers the texts that it drew. Safe for use by several threads. */
public final class LabelWriter {
    private static final long CACHED_BYTES = 16 << 20;
    private static final int WARM_UP_LABELS = 20;

    private final LabelLanguage language;
    private final LabelFonts fonts;
    private final RasterCache cache = new RasterCache(CACHED_BYTES);

    /** A writer with the bundled font loaded. */
    public LabelWriter(LabelLanguage language) {
        this(language, new LabelFonts());
    }

    private LabelWriter(LabelLanguage language, LabelFonts fonts) {
        this.language = language;
        this.fonts = fonts;
    }

    /** The language that it writes. */
    public LabelLanguage language() {
        return language;
    }

    /**
     * The bytes that make a printer print the label once.
     *
     * @param label what to print
     * @param dpi resolution of the print head
     * @throws LabelException when the label or an element does not fit, or content cannot be encoded
     */
    public byte[] write(Label label, Dpi dpi) throws LabelException {
        return written(label, dpi).bytes();
    }

    /**
     * The same bytes, with what of the label's fields is not in them.
     *
     * @param label what to print
     * @param dpi resolution of the print head
     * @throws LabelException when the label or an element does not fit, or content cannot be encoded
     */
    public WrittenLabel written(Label label, Dpi dpi) throws LabelException {
        if (label.widthMm() > language.widestMm()) {
            throw new LabelException(
                    "",
                    "the label is %s mm wide, and printers of %s take at most %s mm"
                            .formatted(label.widthMm(), language.id(), language.widestMm()));
        }
        Layout layout = new Layout(fonts, cache, language.hasLetters());
        byte[] bytes = language.write(layout.of(label, dpi));
        return new WrittenLabel(bytes, layout.notices());
    }

    /**
     * Writes a few labels for nothing, so that the first real one is not late. Takes up to a second; call it on a thread
     * that nobody waits for.
     */
    public void warmUp() {
        LabelWriter other = new LabelWriter(language, fonts);
        try {
            for (int i = 0; i < WARM_UP_LABELS; i++) {
                other.write(WarmUp.label(i, Math.min(100, language.widestMm())), Dpi.DPI_203);
            }
        } catch (LabelException e) {
            throw new IllegalStateException("the label that warms up is wrong", e);
        }
    }

    /** Forgets the texts that were drawn before; call it where recipient data must not stay in memory. */
    public void forget() {
        cache.clear();
    }

    int cached() {
        return cache.size();
    }
}
