package dev.dockhand.app.cli;

import dev.dockhand.hardware.gs1.ApplicationIdentifiers;
import dev.dockhand.hardware.gs1.Gs1;
import dev.dockhand.hardware.gs1.Gs1Failure;
import dev.dockhand.hardware.gs1.Gs1Reader;
import dev.dockhand.hardware.gs1.Gs1Result;
import dev.dockhand.hardware.scan.AimIdentifier;
import dev.dockhand.hardware.scan.Framing;
import dev.dockhand.hardware.scan.RefusedScan;
import dev.dockhand.hardware.scan.Scan;
import dev.dockhand.hardware.scan.ScanEvent;
import dev.dockhand.hardware.scan.ScanFramer;
import dev.dockhand.hardware.scan.ScanReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Reads scans on standard input, one a line, and says what each holds. */
@Command(
        name = "parse",
        mixinStandardHelpOptions = true,
        description = {
            "Reads scans on standard input, one a line, with GS as the byte 1D.",
            "Prints the AIM identifier, the GS1 fields, or what is wrong."
        })
final class Parse extends Common implements Callable<Integer> {

    private static final int CHUNK = 8192;

    private final InputStream in;
    private final Gs1Reader gs1;
    private final InstantSource clock;

    @Option(
            names = "--charset",
            paramLabel = "NAME",
            defaultValue = "UTF-8",
            converter = Charsets.class,
            description = "what the scanner's bytes are: UTF-8 (default), CP949 …")
    private Charset charset = StandardCharsets.UTF_8;

    Parse(InputStream in, InstantSource clock) {
        this.in = in;
        this.gs1 = new Gs1Reader(ApplicationIdentifiers.load(), clock);
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        ScanReader scans = new ScanReader("stdin", new AtomicLong()::incrementAndGet, clock, charset);
        ScanFramer framer = new ScanFramer(new Framing(true, true, true, Duration.ZERO));
        byte[] buffer = new byte[CHUNK];
        int length = in.read(buffer);
        byte last = '\n';
        while (length >= 0) {
            if (length > 0) {
                last = buffer[length - 1];
            }
            framer.accept(java.util.Arrays.copyOf(buffer, length), 0).forEach(frame -> print(scans.read(frame)));
            length = in.read(buffer);
        }
        if (last != '\n') {
            // A last line without its line break is a scan like the others.
            framer.accept(new byte[] {'\n'}, 0).forEach(frame -> print(scans.read(frame)));
        }
        return DONE;
    }

    private void print(ScanEvent event) {
        Report.Line line = Report.line();
        switch (event) {
            case RefusedScan refused ->
                line.with("error", refused.reason() + (refused.detail().isEmpty() ? "" : ": " + refused.detail()));
            case Scan scan -> describe(scan, line);
        }
        report().print(line);
    }

    private void describe(Scan scan, Report.Line line) {
        AimIdentifier aim = scan.aim();
        line.with("aim", aim == null ? null : aim.text());
        Gs1Result result = gs1.read(scan.aimText(), scan.text()).orElse(null);
        switch (result) {
            case Gs1 fields -> line.with("gs1", fields.asMap());
            case Gs1Failure failure -> line.with("error", failure.message());
            case null ->
                line.with("text", scan.text())
                        .with(
                                "note",
                                gs1.suspicion(scan.text())
                                        .map(Gs1Failure::message)
                                        .orElse(null));
        }
    }
}
