package dev.dockhand.app.device;

import dev.dockhand.app.device.TestMessage.Reason;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A scanner reads a code: any, or exactly the one that was asked for. */
final class ScannerProcedure implements TestProcedure {

    /** The test code: letters of both halves of the keyboard, digits and a sign that other layouts move. */
    static final String CODE = "DHT-QWAZ-0192";

    private final String wanted;
    private @Nullable Told told;

    /** A test by this code; by any when it is empty. */
    ScannerProcedure(String wanted) {
        this.wanted = wanted;
    }

    @Override
    public void start(Told to) {
        told = to;
        ask(to, TestMessage.of(wanted.isEmpty() ? Reason.SCAN_ANYTHING : Reason.SCAN_CODE));
    }

    private void ask(Told to, TestMessage message) {
        to.goesOn(message, wanted);
    }

    @Override
    public void scanned(DeviceMessage message) {
        Told to = told;
        if (to == null) {
            return;
        }
        switch (message) {
            case DeviceMessage.Reads reads
            when wanted.isEmpty() || reads.text().equals(wanted) ->
                to.ends(true, new TestMessage(Reason.SCANNED, reads.text()));
            case DeviceMessage.Reads reads -> ask(to, new TestMessage(Reason.OTHER_CODE, reads.text()));
            default -> ask(to, TestMessage.of(Reason.GARBLED));
        }
    }

    @Override
    public TestMessage late() {
        return TestMessage.of(Reason.NOT_SCANNED);
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(60);
    }
}
