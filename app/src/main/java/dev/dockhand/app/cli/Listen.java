package dev.dockhand.app.cli;

import dev.dockhand.hardware.port.AnyOpener;
import dev.dockhand.hardware.port.DeviceLink;
import dev.dockhand.hardware.port.PortAddress;
import dev.dockhand.hardware.scan.Framing;
import dev.dockhand.hardware.scan.RefusedScan;
import dev.dockhand.hardware.scan.Scan;
import dev.dockhand.hardware.scan.ScanEvent;
import dev.dockhand.hardware.scan.ScanReader;
import dev.dockhand.hardware.scan.ScannerConversation;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints what a scanner reads. */
@Command(
        name = "listen",
        mixinStandardHelpOptions = true,
        description = "Prints each scan as it comes, until the count or the time-out is reached.")
final class Listen extends Common implements Callable<Integer> {

    private final InstantSource clock;
    private final BlockingQueue<ScanEvent> scans = new LinkedBlockingQueue<>();

    @Option(names = "--port", required = true, paramLabel = "URI", description = "serial:, tcp:// or file: address")
    private String port = "";

    @Option(names = "--count", paramLabel = "N", defaultValue = "1", description = "how many scans (default 1)")
    private int count;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "30s",
            converter = Durations.class,
            description = "how long altogether (default 30s)")
    private Duration timeout = Duration.ofSeconds(30);

    Listen(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        PortAddress address;
        try {
            address = PortAddress.parse(port);
        } catch (IllegalArgumentException e) {
            return refuse(MISUSED, String.valueOf(e.getMessage()));
        }
        ScanReader reader = new ScanReader("scanner", new AtomicLong()::incrementAndGet, clock);
        ScannerConversation talk = new ScannerConversation(Framing.USUAL, reader, scans::add);
        try (DeviceLink link = new DeviceLink("scanner", address, new AnyOpener(), talk, clock)) {
            link.start();
            long end = System.nanoTime() + timeout.toNanos();
            for (int printed = 0; printed < count; printed++) {
                ScanEvent event = scans.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (event == null) {
                    return refuse(
                            NOT_DONE,
                            "%d of %d scans came: %s %s"
                                    .formatted(
                                            printed,
                                            count,
                                            link.status().state(),
                                            link.status().detail())
                                    .strip());
                }
                report().print(line(event));
            }
            return DONE;
        }
    }

    private static Report.Line line(ScanEvent event) {
        Report.Line line = Report.line()
                .with("number", event.sequence())
                .with("at", event.at().toString());
        return switch (event) {
            case Scan scan ->
                line.with("aim", scan.aim() == null ? null : scan.aimText())
                        .with("text", scan.text())
                        .with("repaired", scan.repaired() ? true : null);
            case RefusedScan refused ->
                line.with("error", refused.reason().name()).with("detail", refused.detail());
        };
    }
}
