package dev.dockhand.app.device;

import dev.dockhand.app.device.TestMessage.Reason;
import dev.dockhand.hardware.label.LabelTemplates;
import dev.dockhand.hardware.printer.PrintState;
import dev.dockhand.hardware.printer.ProofLevel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A printer prints a label with a code of its own, and the label is scanned back: the one certain proof. */
final class PrinterProcedure implements TestProcedure {

    private final BenchPrinter printer;
    private final Executor thread;
    private final String code;
    private TestMessage last = TestMessage.of(Reason.PRINTING);
    private ProofLevel proof = ProofLevel.ACCEPTED;
    private @Nullable Told told;

    /**
     * A test.
     *
     * @param printer who prints
     * @param thread the thread of the tests
     * @param code what the label says; never used before
     */
    PrinterProcedure(BenchPrinter printer, Executor thread, String code) {
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
        goesOn(to, TestMessage.of(Reason.PRINTING));
        LabelJob label = new LabelJob(job(), LabelTemplates.LOCATION, Map.of("code", code, "zone", "TEST"), false);
        if (!printer.follow(label, state -> thread.execute(() -> printed(to, state)))) {
            to.ends(false, TestMessage.of(Reason.NO_LABEL));
        }
    }

    private void printed(Told to, PrintState state) {
        switch (state) {
            case PrintState.Prepared p -> goesOn(to, TestMessage.of(Reason.PRINTING));
            case PrintState.Sent s -> goesOn(to, TestMessage.of(Reason.SENT));
            case PrintState.Confirmed(var level, var interrupted) -> {
                proof = level;
                if (level != ProofLevel.SCANNED_BACK) {
                    goesOn(to, TestMessage.of(Reason.SCAN_BACK, level));
                }
            }
            case PrintState.Unknown(var reason) -> goesOn(to, TestMessage.of(Reason.SCAN_BACK_DOUBT, reason));
            case PrintState.Failed(var reason) -> to.ends(false, TestMessage.of(Reason.NOT_PRINTED, reason));
        }
    }

    private void goesOn(Told to, TestMessage message) {
        last = message;
        to.goesOn(message, "");
    }

    @Override
    public void scanned(DeviceMessage message) {
        Told to = told;
        if (to == null) {
            return;
        }
        if (message instanceof DeviceMessage.Reads reads && reads.text().equals(code)) {
            printer.scannedBack(job());
            to.ends(true, TestMessage.of(Reason.SCANNED_BACK));
        } else if (message instanceof DeviceMessage.Reads reads) {
            goesOn(to, new TestMessage(Reason.OTHER_CODE, reads.text()));
        } else {
            goesOn(to, TestMessage.of(Reason.GARBLED));
        }
    }

    @Override
    public TestMessage late() {
        return last.reason() == Reason.SCAN_BACK_DOUBT
                ? new TestMessage(Reason.NOT_PRINTED, last.detail())
                : TestMessage.of(Reason.NOT_SCANNED_BACK, proof);
    }

    @Override
    public TestMessage leftOut() {
        return last.reason() == Reason.PRINTING
                ? TestMessage.of(Reason.LEFT_OUT)
                : TestMessage.of(Reason.NOT_SCANNED_BACK, proof);
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(120);
    }
}
