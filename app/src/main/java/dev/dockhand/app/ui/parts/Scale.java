package dev.dockhand.app.ui.parts;

/** The type scale of the pages, in em; the style sheet has the same sizes for what has words of a fixed size. */
public final class Scale {

    /** What the page is, or what to do now. */
    public static final double PAGE = 2.1;

    /** What is in question. */
    public static final double TITLE = 1.6;

    /** Everything that is read. */
    public static final double BODY = 1.15;

    /** Where longer words than these would not fit. */
    public static final double LEAST = 0.95;

    private Scale() {}
}
