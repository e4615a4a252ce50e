package dev.dockhand.app.cli;

import dev.dockhand.hardware.label.LabelNotice;
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
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints one label, once. */
@Command(
        name = "print",
        mixinStandardHelpOptions = true,
        description = "Prints one label, once, and says how far it is proved that it came out.")
final class Print extends Common implements Callable<Integer> {

    private static final Duration LETTING_GO = Duration.ofSeconds(3);
    private static final String SILENT_HINT =
            "the printer was asked how it is and did not answer, so nothing was sent: look at its paper, ribbon and"
                    + " head; for one that never answers, print with --no-status";

    private final InstantSource clock;

    @Option(
            names = "--printer",
            required = true,
            paramLabel = "URI",
            description = "tcp://host:9100, serial:, file:, queue:NAME")
    private String printer = "";

    @Mixin
    private LabelOptions options = new LabelOptions();

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "60s",
            converter = Durations.class,
            description = "how long to wait for the end (default 60s)")
    private Duration timeout = Duration.ofSeconds(60);

    @Option(
            names = "--no-status",
            description =
                    "the printer never answers how it is: send the label unasked, with no more proof than ACCEPTED")
    private boolean noStatus;

    @Mixin
    private TraceOption trace = new TraceOption();

    Print(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        PortAddress address;
        WrittenLabel label;
        PrinterLanguage language;
        try {
            address = PortAddress.parse(printer);
            label = options.written(clock);
            language = PrinterLanguage.of(options.language().id());
        } catch (IllegalArgumentException e) {
            return refuse(MISUSED, String.valueOf(e.getMessage()));
        } catch (LabelOptions.Unusable e) {
            return refuse(NOT_DONE, String.valueOf(e.getMessage()));
        }
        PrinterSettings settings =
                noStatus || address instanceof PortAddress.DeviceFile || address instanceof PortAddress.Queue
                        ? PrinterSettings.writeOnly()
                        : PrinterSettings.usual();
        try (LabelPrinter device = new LabelPrinter("printer", address, new AnyOpener(), language, settings, clock)) {
            trace.follow(device.link(), language.labels().id());
            device.start();
            CompletableFuture<PrintUpdate> end = device.print(new PrintJob("command-line", label.bytes()));
            return tell(ended(device, end), device.link().status().detail(), label.notices());
        } catch (IOException e) {
            return refuse(NOT_DONE, "nothing was printed, since the trace cannot be written: " + e.getMessage());
        } catch (TimeoutException e) {
            return refuse(NOT_DONE, "nobody knows whether the label came out: the printer did not let go");
        } catch (ExecutionException e) {
            return refuse(NOT_DONE, "the label was not printed: " + e.getCause());
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

    private int tell(PrintState state, String detail, List<LabelNotice> notices) {
        Report.Line line =
                Report.line().with("warning", LabelOptions.words(notices).orElse(null));
        int code = NOT_DONE;
        switch (state) {
            case PrintState.Confirmed confirmed -> {
                ProofLevel proof = confirmed.proof();
                line.with("state", proof == ProofLevel.ACCEPTED ? proof.name() : "CONFIRMED")
                        .with("proof", proof.name());
                if (confirmed.interrupted()) {
                    line.with("interrupted", true);
                }
                code = DONE;
            }
            case PrintState.Unknown(var reason) -> line.with("state", "UNKNOWN").with("reason", reason.name());
            case PrintState.Failed(var reason) -> {
                line.with("state", "FAILED").with("reason", reason.name());
                if (!detail.isEmpty()) {
                    line.with("detail", detail);
                }
                if (reason == PrintReason.SILENT) {
                    line.with("hint", SILENT_HINT);
                }
            }
            case PrintState.Prepared p -> line.with("state", "PREPARED");
            case PrintState.Sent s -> line.with("state", "SENT");
        }
        report().print(line);
        return code;
    }
}
