package dev.dockhand.app.device;

import dev.dockhand.hardware.scale.Reading;
import java.time.Duration;

/** The test of one device while it runs. All calls come on the thread of the tests. */
interface TestProcedure {

    /** Begins; may end at once. */
    void start(Told told);

    /** Something was scanned, by whatever scanner. */
    default void scanned(DeviceMessage message) {}

    /** The scale said something. */
    default void weighed(Reading reading) {}

    /** The time is over: what is missing. */
    TestMessage late();

    /** The operator leaves it out: what is to be noted. */
    default TestMessage leftOut() {
        return TestMessage.of(TestMessage.Reason.LEFT_OUT);
    }

    /** How long it may take. */
    Duration patience();

    /** Takes what a test has to tell. */
    interface Told {
        /** It goes on, and asks for something. */
        void goesOn(TestMessage message, String code);

        /** It is over. */
        void ends(boolean passed, TestMessage message);
    }
}
