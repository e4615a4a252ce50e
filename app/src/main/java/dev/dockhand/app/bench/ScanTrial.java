package dev.dockhand.app.bench;

import dev.dockhand.app.bench.Finding.Reason;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A scanner reads a code: any, or exactly the one that was asked for. */
final class ScanTrial implements Trial {

    /** The test code: letters of both halves of the keyboard, digits and a sign that other layouts move. */
    static final String CODE = "DHT-QWAZ-0192";

    private final String wanted;
    private @Nullable Told told;

    /** A test by this code; by any when it is empty. */
    ScanTrial(String wanted) {
        this.wanted = wanted;
    }

    @Override
    public void start(Told to) {
        told = to;
        ask(to, Finding.of(wanted.isEmpty() ? Reason.SCAN_ANYTHING : Reason.SCAN_CODE));
    }

    private void ask(Told to, Finding finding) {
        to.goesOn(finding, wanted);
    }

    @Override
    public void scanned(Said said) {
        Told to = told;
        if (to == null) {
            return;
        }
        switch (said) {
            case Said.Reads reads
            when wanted.isEmpty() || reads.text().equals(wanted) ->
                to.ends(true, new Finding(Reason.SCANNED, reads.text()));
            case Said.Reads reads -> ask(to, new Finding(Reason.OTHER_CODE, reads.text()));
            default -> ask(to, Finding.of(Reason.GARBLED));
        }
    }

    @Override
    public Finding late() {
        return Finding.of(Reason.NOT_SCANNED);
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(60);
    }
}
