package dev.dockhand.hardware.label;

/**
 * A printer language: how a laid out label is said in it, and how its bytes are read back. The layout has decided every
 * place and width; a language only says marks, each with exactly one command whatever it holds, and draws as dots
 * ({@link Mark.Code}, {@link Sheet#dots}) what it cannot say exactly. Safe for use by several threads.
 */
public interface LabelLanguage {
    /** The widest label that any printer takes, in millimetres. */
    double WIDEST = 300;

    /** Name on the command line and in settings: {@code zpl}. */
    String id();

    /** Width of the widest label that its printers take, in millimetres. */
    default double widestMm() {
        return WIDEST;
    }

    /** True when the bytes of a label are a file of their own, which no other follows. */
    default boolean isFile() {
        return false;
    }

    /** True when texts for the printer's own font come as {@link Mark.Letters}; else they come as dots. */
    default boolean hasLetters() {
        return false;
    }

    /**
     * The bytes that make a printer print the label once.
     *
     * @throws LabelException when the language cannot say it
     */
    byte[] write(Sheet sheet) throws LabelException;

    /**
     * Reads the first label of bytes that {@link #write} made; commands that it does not make may be refused.
     *
     * @param dpi resolution of the print head that they were made for
     * @throws LabelException when they hold no whole label
     */
    Sheet read(byte[] bytes, Dpi dpi) throws LabelException;

    /**
     * Where the command that begins at a place ends: the index behind it, with its line end; -1 when it is not whole. An
     * empty line is a command that does nothing.
     */
    int commandEnd(byte[] bytes, int from);
}
