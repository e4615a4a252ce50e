package dev.dockhand.hardware.label;

/** Writes labels in one printer language. Safe for use by several threads. */
public interface LabelWriter {

    /** Name of the language on the command line and in profiles: {@code zpl}. */
    String language();

    /**
     * The bytes that make a printer print the label once.
     *
     * @param label what to print
     * @param dpi resolution of the print head
     * @throws LabelException when an element does not fit its area or cannot be encoded
     */
    byte[] write(Label label, Dpi dpi) throws LabelException;
}
