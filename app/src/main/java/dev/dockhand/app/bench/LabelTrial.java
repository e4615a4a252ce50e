package dev.dockhand.app.bench;

import dev.dockhand.app.bench.Finding.Reason;
import dev.dockhand.hardware.label.LabelTemplates;
import dev.dockhand.hardware.printer.PrintState;
import dev.dockhand.hardware.printer.ProofLevel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A printer prints a label with a code of its own, and the label is scanned back: the one certain proof. */
final class LabelTrial implements Trial {

    private final PrinterDesk printer;
    private final Executor thread;
    private final String code;
    private Finding last = Finding.of(Reason.PRINTING);
    private ProofLevel proof = ProofLevel.ACCEPTED;
    private @Nullable Told told;

    /**
     * A test.
     *
     * @param printer who prints
     * @param thread the thread of the tests
     * @param code what the label says; never used before
     */
    LabelTrial(PrinterDesk printer, Executor thread, String code) {
        this.printer = printer;
        this.thread = thread;
        this.code = code;
    }

    private String job() {
        return "test:" + code;
    }

    @Override
    public void start(Told to) {
        told = to;
        goesOn(to, Finding.of(Reason.PRINTING));
        LabelJob label = new LabelJob(job(), LabelTemplates.LOCATION, Map.of("code", code, "zone", "TEST"), false);
        if (!printer.follow(label, state -> thread.execute(() -> printed(to, state)))) {
            to.ends(false, Finding.of(Reason.NO_LABEL));
        }
    }

    private void printed(Told to, PrintState state) {
        switch (state) {
            case PrintState.Prepared p -> goesOn(to, Finding.of(Reason.PRINTING));
            case PrintState.Sent s -> goesOn(to, Finding.of(Reason.SENT));
            case PrintState.Confirmed(var level, var interrupted) -> {
                proof = level;
                if (level != ProofLevel.SCANNED_BACK) {
                    goesOn(to, Finding.of(Reason.SCAN_BACK, level));
                }
            }
            case PrintState.Unknown(var reason) -> goesOn(to, Finding.of(Reason.SCAN_BACK_DOUBT, reason));
            case PrintState.Failed(var reason) -> to.ends(false, Finding.of(Reason.NOT_PRINTED, reason));
        }
    }

    private void goesOn(Told to, Finding finding) {
        last = finding;
        to.goesOn(finding, "");
    }

    @Override
    public void scanned(Said said) {
        Told to = told;
        if (to == null) {
            return;
        }
        if (said instanceof Said.Reads reads && reads.text().equals(code)) {
            printer.scannedBack(job());
            to.ends(true, Finding.of(Reason.SCANNED_BACK));
        } else if (said instanceof Said.Reads reads) {
            goesOn(to, new Finding(Reason.OTHER_CODE, reads.text()));
        } else {
            goesOn(to, Finding.of(Reason.GARBLED));
        }
    }

    @Override
    public Finding late() {
        return last.reason() == Reason.SCAN_BACK_DOUBT
                ? new Finding(Reason.NOT_PRINTED, last.detail())
                : Finding.of(Reason.NOT_SCANNED_BACK, proof);
    }

    @Override
    public Finding leftOut() {
        return last.reason() == Reason.PRINTING
                ? Finding.of(Reason.LEFT_OUT)
                : Finding.of(Reason.NOT_SCANNED_BACK, proof);
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(120);
    }
}
