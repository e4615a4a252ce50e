package dev.dockhand.app.cli;

import dev.dockhand.hardware.port.RawTrace;
import dev.dockhand.hardware.port.TraceFile;
import dev.dockhand.hardware.printer.PrinterLanguage;
import dev.dockhand.hardware.printer.PrinterStatus;
import dev.dockhand.hardware.printer.StatusReader;
import dev.dockhand.hardware.printer.StatusTalk;
import dev.dockhand.hardware.scale.Framer;
import dev.dockhand.hardware.scale.RawFrame;
import dev.dockhand.hardware.scale.Reading;
import dev.dockhand.hardware.scale.ScaleMessage;
import dev.dockhand.hardware.scale.ScaleProfile;
import dev.dockhand.hardware.scale.ScaleProfiles;
import dev.dockhand.hardware.scale.ScaleProtocol;
import dev.dockhand.hardware.scale.ScaleRequest;
import dev.dockhand.hardware.scan.ScanReplay;
import dev.dockhand.hardware.scan.ScannerProfile;
import dev.dockhand.hardware.scan.ScannerProfiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads a device's trace again. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the scans, the readings or the states of a printer that a trace of a device holds.",
            "A trace is written by --trace of listen, weigh and print."
        })
final class Replay extends Common implements Callable<Integer> {

    private static final List<ScaleRequest> REQUESTS = List.of(
            new ScaleRequest.Weigh(), new ScaleRequest.Zero(), new ScaleRequest.Tare(), new ScaleRequest.ClearTare());

    @Parameters(paramLabel = "FILE", description = "the trace")
    private @Nullable Path file;

    @Option(
            names = "--profile",
            paramLabel = "ID",
            description = "profile of the scale or scanner, or the printer's language; the trace's own if left out")
    private @Nullable String profileId;

    @Override
    public Integer call() {
        TraceFile trace;
        try {
            trace = TraceFile.read(file == null ? Path.of("") : file);
        } catch (IllegalArgumentException e) {
            return refuse(NOT_DONE, file + ": " + e.getMessage());
        } catch (IOException e) {
            return refuse(NOT_DONE, "%s cannot be read: %s".formatted(file, FileFault.words(e)));
        }
        if (trace.about().isEmpty() && trace.chunks().isEmpty()) {
            return refuse(NOT_DONE, file + " holds no trace");
        }
        String id = profileId != null ? profileId : trace.about().getOrDefault("profile", "serial");
        ScaleProfiles scales = ScaleProfiles.load();
        ScannerProfiles scanners = ScannerProfiles.load();
        Optional<ScaleProfile> scale = scales.byId(id);
        Optional<ScannerProfile> scanner = scanners.byId(id);
        if (scanner.isPresent()) {
            ScanReplay.events(trace, scanner.get()).forEach(event -> report().print(Listen.line(event)));
        } else if (scale.isPresent()) {
            readings(trace, scale.get());
        } else if (languages().anyMatch(id::equals)) {
            PrinterLanguage.of(id).talk().ifPresent(talk -> states(trace, talk));
        } else {
            String known = Stream.of(
                            scales.all().stream().map(ScaleProfile::id),
                            scanners.all().stream().map(ScannerProfile::id),
                            languages())
                    .flatMap(ids -> ids)
                    .collect(Collectors.joining(", "));
            return refuse(MISUSED, "no profile '%s'; there are %s".formatted(id, known));
        }
        return DONE;
    }

    private static Stream<String> languages() {
        return PrinterLanguage.all().stream().map(language -> language.labels().id());
    }

    /** Every answer to the question of how the printer is. */
    private void states(TraceFile trace, StatusTalk talk) {
        StatusReader reader = talk.reader();
        for (TraceFile.Chunk chunk : trace.chunks()) {
            if (chunk.direction() == RawTrace.Direction.OUT) {
                tell(reader, chunk);
            } else {
                reader.accept(chunk.bytes());
                if (reader.whole()) {
                    tell(reader, chunk);
                }
            }
        }
        if (!trace.chunks().isEmpty()) {
            tell(reader, trace.chunks().getLast());
        }
    }

    /** The answer as far as it came, and the next one begins. */
    private void tell(StatusReader reader, TraceFile.Chunk chunk) {
        reader.status().ifPresent(status -> report().print(line(chunk, status)));
        reader.reset();
    }

    private static Report.Line line(TraceFile.Chunk chunk, PrinterStatus status) {
        return Report.line()
                .with("severity", status.severity().name())
                .with("flags", status.flags().stream().map(Enum::name).sorted().toList())
                .with("at", chunk.at().toString());
    }

    /** The requests of the trace tell what its answers mean. */
    private void readings(TraceFile trace, ScaleProfile profile) {
        ScaleProtocol protocol = ScaleProfiles.protocol(profile);
        Framer framer = protocol.framer();
        ScaleRequest asked = new ScaleRequest.Weigh();
        for (TraceFile.Chunk chunk : trace.chunks()) {
            if (chunk.direction() == RawTrace.Direction.OUT) {
                asked = asked(protocol, chunk.bytes());
            } else {
                for (RawFrame frame : framer.accept(chunk.bytes())) {
                    if (protocol.read(frame, asked) instanceof ScaleMessage.Measurement said) {
                        Reading reading = new Reading(
                                said.state(), said.weight(), said.net(), said.flags(), frame, chunk.at(), profile.id());
                        report().print(Weigh.line(reading).with("at", chunk.at().toString()));
                    }
                }
            }
        }
    }

    private static ScaleRequest asked(ScaleProtocol protocol, byte[] sent) {
        return REQUESTS.stream()
                .filter(request -> protocol.bytes(request).stream().anyMatch(bytes -> Arrays.equals(bytes, sent)))
                .findFirst()
                .orElseGet(ScaleRequest.Weigh::new);
    }
}
