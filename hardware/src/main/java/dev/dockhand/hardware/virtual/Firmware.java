package dev.dockhand.hardware.virtual;

import org.jspecify.annotations.Nullable;

/** What a virtual printer knows of its language: it cuts what comes into labels, and answers questions. */
interface Firmware {

    /** Takes a byte; immediate commands are carried out at the {@link Panel} at once. */
    void accept(byte b);

    /** Works off what has come. */
    default void settle() {}

    /** True when a label was begun and not finished. */
    boolean partial();

    /** How many whole labels wait. */
    int waiting();

    /** Takes the oldest whole label; null when there is none. */
    byte @Nullable [] next();

    /** Tells that nothing is in print and nothing waits. */
    default void finished() {}

    /** Forgets everything. */
    void clear();

    /** The printer around it. */
    interface Panel {
        /** How the printer is now, to the moment. */
        State state();

        /** Sends an answer, unless answers are lost. */
        void reply(byte[] answer);

        /** Presses or releases the pause key. */
        void pause(boolean on);

        /** Throws away the label in print. */
        void dropCurrent();
    }

    /**
     * How the printer is.
     *
     * @param copiesLeft of the label in print
     * @param labelLength of the last label, in dots
     * @param silent true when its firmware does not answer while nothing can be printed, and nothing can
     */
    record State(
            boolean paperOut,
            boolean ribbonOut,
            boolean headOpen,
            boolean paused,
            boolean printing,
            int copiesLeft,
            int labelLength,
            boolean silent) {
        boolean broken() {
            return paperOut || ribbonOut || headOpen;
        }
    }
}
