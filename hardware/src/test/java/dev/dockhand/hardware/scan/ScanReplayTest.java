package dev.dockhand.hardware.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.dockhand.hardware.port.AnyOpener;
import dev.dockhand.hardware.port.DeviceLink;
import dev.dockhand.hardware.port.TraceFile;
import dev.dockhand.hardware.virtual.VirtualScanner;
import dev.dockhand.hardware.virtual.VirtualSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was traced is read again as it was read the first time. */
class ScanReplayTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final ScannerProfiles PROFILES = ScannerProfiles.load();

    @TempDir
    private Path folder;

    @Test
    void theScansOfALiveScannerComeOutOfItsTrace() throws Exception {
        Path file = folder.resolve("trace");
        List<ScanEvent> heard = new CopyOnWriteArrayList<>();
        VirtualScanner scanner = new VirtualScanner(VirtualScanner.Ending.CR_LF);
        ScanReader reader = new ScanReader("scanner", () -> 1, InstantSource.system());
        ScannerConversation talk = new ScannerConversation(PROFILES.usual(), reader, heard::add);
        try (VirtualSocket end = new VirtualSocket()) {
            end.serve(scanner);
            try (DeviceLink link =
                    new DeviceLink("scanner", end.address(), new AnyOpener(), talk, InstantSource.system())) {
                link.trace().recordTo(file, Map.of("device", "gate", "profile", "serial"));
                link.start();
                await().atMost(LONG).until(scanner::isConnected);
                end.dials().byteByByte(true);
                scanner.scan("]C1010880123456789310LOT\u001d17261231");
                scanner.scan("bad\u0000code");
                scanner.scan("LOC-A1");
                await().atMost(LONG).until(() -> heard.size() == 3);
            }
        }
        TraceFile trace = TraceFile.read(file);
        assertThat(trace.about()).containsEntry("profile", "serial");
        assertThat(shown(ScanReplay.events(trace, PROFILES.usual())))
                .isEqualTo(shown(heard))
                .hasSize(3);
        assertThat(ScanReplay.events(trace, PROFILES.usual()))
                .extracting(ScanEvent::sequence, ScanEvent::device)
                .contains(org.assertj.core.groups.Tuple.tuple(3L, "gate"));
    }

    private static List<String> shown(List<ScanEvent> events) {
        return events.stream()
                .map(event -> switch (event) {
                    case Scan scan -> scan.aimText() + scan.text();
                    case RefusedScan refused -> refused.reason().name();
                })
                .toList();
    }

    @Test
    void silencesOfTheTraceCount() throws Exception {
        Path file = Files.writeString(
                folder.resolve("trace"),
                "2026-11-23T09:00:00Z IN 4131\n2026-11-23T09:00:00.010Z OUT 00\n2026-11-23T09:00:01Z IN 4232\n");
        List<ScanEvent> events = ScanReplay.events(TraceFile.read(file), PROFILES.usual());
        assertThat(shown(events)).containsExactly("A1", "B2");
        assertThat(events.getFirst().at()).isEqualTo("2026-11-23T09:00:01Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23T09:00:00Z IN",
                "2026-11-23T09:00:00Z UP 41",
                "noon IN 41",
                "2026-11-23T09:00:00Z IN 4"
            })
    void whatIsNoTraceIsNamedByItsLine(String line) throws Exception {
        Path file = Files.writeString(folder.resolve("trace"), "# dockhand trace 1\n" + line + "\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TraceFile.read(file))
                .withMessageContaining("line 2");
    }
}
