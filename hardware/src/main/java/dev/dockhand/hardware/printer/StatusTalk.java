package dev.dockhand.hardware.printer;

/** How a printer of one language is asked how it is. */
public interface StatusTalk {
    byte[] NOTHING = {};

    /** The question, which must not change anything in the printer. */
    byte[] question();

    /**
     * A question that is answered only when everything sent before it was worked off, which proves that a label is
     * finished; empty when the language has none.
     */
    default byte[] inTurn() {
        return NOTHING;
    }

    /** Throws away a label that was begun and not finished, when the printer says that it holds one; empty for none. */
    default byte[] cancelPartial() {
        return NOTHING;
    }

    /**
     * A byte that does nothing between commands. A printer that was cut off in the middle of a picture takes what comes
     * next for the rest of it; so as many of these as the lost label had bytes are sent first. -1 where
     * {@link #cancelPartial} serves.
     */
    default int filler() {
        return -1;
    }

    /** True when it is certain that the printer prints a label again by itself that was interrupted. */
    boolean reprints();

    /** True when the printer says while it prints that it does, so that its being done can be seen. */
    default boolean tellsBusy() {
        return true;
    }

    /** A reader for one connection. */
    StatusReader reader();
}
