package dev.dockhand.app.bench;

import dev.dockhand.hardware.scale.Reading;
import java.time.Duration;

/** The test of one device while it runs. All calls come on the thread of the tests. */
interface Trial {

    /** Begins; may end at once. */
    void start(Told told);

    /** Something was scanned, by whatever scanner. */
    default void scanned(Said said) {}

    /** The scale said something. */
    default void weighed(Reading reading) {}

    /** The time is over: what is missing. */
    Finding late();

    /** The operator leaves it out: what is to be noted. */
    default Finding leftOut() {
        return Finding.of(Finding.Reason.LEFT_OUT);
    }

    /** How long it may take. */
    Duration patience();

    /** Takes what a test has to tell. */
    interface Told {
        /** It goes on, and asks for something. */
        void goesOn(Finding finding, String code);

        /** It is over. */
        void ends(boolean passed, Finding finding);
    }
}
