package dev.dockhand.app.cli;

import dev.dockhand.app.ui.texts.Texts;
import dev.dockhand.hardware.label.LabelException;
import dev.dockhand.hardware.label.WrittenLabel;
import dev.dockhand.hardware.port.AnyOpener;
import dev.dockhand.hardware.port.PortAddress;
import dev.dockhand.hardware.printer.LabelPrinter;
import dev.dockhand.hardware.printer.PrintJob;
import dev.dockhand.hardware.printer.PrintReason;
import dev.dockhand.hardware.printer.PrintState;
import dev.dockhand.hardware.printer.PrintUpdate;
import dev.dockhand.hardware.printer.PrinterLanguage;
import dev.dockhand.hardware.printer.PrinterSettings;
import dev.dockhand.hardware.printer.ProofLevel;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which printer prints, and how; labels leave one after the other, each once the one before came out. */
final class PrinterOptions {

    private static final Duration LETTING_GO = Duration.ofSeconds(3);
    private static final String SILENT_HINT =
            "the printer was asked how it is and did not answer, so nothing was sent: look at its paper, ribbon and"
                    + " head; for one that never answers, print with --no-status";

    @Option(names = "--printer", paramLabel = "URI", description = "tcp://host:9100, serial:, file:, queue:NAME")
    private @Nullable String printer;

    @Option(
            names = "--from",
            defaultValue = "1",
            paramLabel = "N",
            description = "begin with this label of a batch, counted from 1")
    private int from = 1;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "60s",
            converter = Durations.class,
            description = "how long to wait for the end of each label (default 60s)")
    private Duration timeout = Duration.ofSeconds(60);

    @Option(
            names = "--no-status",
            description =
                    "the printer never answers how it is: send the label unasked, with no more proof than ACCEPTED")
    private boolean noStatus;

    @Mixin
    private TraceOption trace = new TraceOption();

    /** Whether a printer was named. */
    boolean isGiven() {
        return printer != null;
    }

    /** Prints the labels, tells each, and returns the exit code. */
    int print(Common command, LabelBatch batch, InstantSource clock) throws InterruptedException {
        PortAddress address;
        PrinterLanguage language;
        try {
            address = PortAddress.parse(printer == null ? "" : printer);
            language = PrinterLanguage.of(batch.language().id());
        } catch (IllegalArgumentException e) {
            return command.refuse(Common.MISUSED, String.valueOf(e.getMessage()));
        }
        if (from < 1 || from > batch.size()) {
            return command.refuse(
                    Common.MISUSED, "--from is a number from 1 to %d, not %d".formatted(batch.size(), from));
        }
        PrinterSettings settings =
                noStatus || address instanceof PortAddress.DeviceFile || address instanceof PortAddress.Queue
                        ? PrinterSettings.writeOnly()
                        : PrinterSettings.usual();
        try (LabelPrinter device = new LabelPrinter("printer", address, new AnyOpener(), language, settings, clock)) {
            trace.follow(device.link(), language.labels().id());
            device.start();
            for (int number = from; number <= batch.size(); number++) {
                WrittenLabel label = batch.written(number);
                PrintState state = ended(device, device.print(new PrintJob("command-line-" + number, label.bytes())));
                tell(command, batch, number, label, state, device);
                if (!(state instanceof PrintState.Confirmed)) {
                    return stopped(command, batch, number, state);
                }
            }
            return Common.DONE;
        } catch (IOException e) {
            return command.refuse(
                    Common.NOT_DONE, "nothing was printed, since the trace cannot be written: " + e.getMessage());
        } catch (TimeoutException e) {
            return command.refuse(
                    Common.NOT_DONE, "nobody knows whether the label came out: the printer did not let go");
        } catch (ExecutionException e) {
            return command.refuse(Common.NOT_DONE, "the label was not printed: " + e.getCause());
        } catch (LabelException e) {
            return command.refuse(Common.NOT_DONE, String.valueOf(e.getMessage()));
        }
    }

    /** A job that is not over in time is given up, which tells whether anything of it had left. */
    private PrintState ended(LabelPrinter device, CompletableFuture<PrintUpdate> end)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            return end.get(timeout.toNanos(), TimeUnit.NANOSECONDS).state();
        } catch (TimeoutException e) {
            device.close();
            return end.get(LETTING_GO.toNanos(), TimeUnit.NANOSECONDS).state();
        }
    }

    private static void tell(
            Common command, LabelBatch batch, int number, WrittenLabel label, PrintState state, LabelPrinter device) {
        Report.Line line = Report.line();
        if (batch.size() > 1) {
            line.with("label", number).with("of", batch.size()).with("line", batch.line(number));
        }
        line.with("warning", LabelOptions.words(label.notices()).orElse(null));
        switch (state) {
            case PrintState.Confirmed confirmed -> {
                ProofLevel proof = confirmed.proof();
                line.with("state", proof == ProofLevel.ACCEPTED ? proof.name() : "CONFIRMED")
                        .with("proof", proof.name())
                        .with("interrupted", confirmed.interrupted() ? true : null);
            }
            case PrintState.Unknown(var reason) -> line.with("state", "UNKNOWN").with("reason", reason.name());
            case PrintState.Failed(var reason) -> {
                String detail = device.link().status().detail();
                line.with("state", "FAILED")
                        .with("reason", reason.name())
                        .with("detail", detail.isEmpty() ? null : detail)
                        .with("hint", reason == PrintReason.SILENT ? SILENT_HINT : null);
            }
            case PrintState.Prepared p -> line.with("state", "PREPARED");
            case PrintState.Sent s -> line.with("state", "SENT");
        }
        command.report().print(line);
    }

    /** A batch that stopped says how far it is proved, and how it goes on. */
    private int stopped(Common command, LabelBatch batch, int number, PrintState state) {
        if (batch.size() == 1) {
            return Common.NOT_DONE;
        }
        Texts texts = Texts.in(Locale.getDefault());
        String proved =
                number > from ? texts.of("batch.proved", Integer.toString(number - 1)) : texts.of("batch.none-proved");
        String key = state instanceof PrintState.Failed
                ? "batch.failed"
                : number == batch.size() ? "batch.unknown-last" : "batch.unknown";
        return command.refuse(
                Common.NOT_DONE,
                texts.of(
                        key,
                        Integer.toString(number),
                        batch.size(),
                        batch.line(number),
                        proved,
                        Integer.toString(number + 1)));
    }
}
