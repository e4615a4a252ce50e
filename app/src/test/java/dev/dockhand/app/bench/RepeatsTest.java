package dev.dockhand.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.device.DeviceFiles;
import dev.dockhand.app.device.DeviceLamp;
import dev.dockhand.app.device.DeviceOption;
import dev.dockhand.app.device.DeviceSettings;
import dev.dockhand.app.device.StationDevices;
import dev.dockhand.app.device.WindowKey;
import dev.dockhand.app.flow.BenchRules;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Flow;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.ui.SampleDevices;
import dev.dockhand.app.ui.texts.Texts;
import dev.dockhand.hardware.gs1.ApplicationIdentifiers;
import dev.dockhand.hardware.gs1.Gs1Reader;
import dev.dockhand.hardware.label.Dpi;
import dev.dockhand.hardware.label.LabelTemplates;
import dev.dockhand.hardware.port.AnyOpener;
import dev.dockhand.hardware.scale.ScaleProfiles;
import dev.dockhand.hardware.scan.Scan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scanner reads twice, on its one way through the bench. */
class RepeatsTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-24T00:00:00Z"));

    @TempDir
    private Path folder;

    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final List<AutoCloseable> open = new ArrayList<>();

    /** Takes a place and counts units there until "full"; "bad" is warned of, "wrong" stops. */
    private final class Shelf implements Flow<Boolean> {
        @Override
        public FlowId id() {
            return FlowId.SIGN_IN;
        }

        @Override
        public Boolean start(Lookup lookup) {
            return false;
        }

        @Override
        public Decision<Boolean> on(Boolean counting, Input input, Lookup lookup) {
            if (!(input instanceof Input.Scanned(var code))) {
                return Decision.quiet(counting);
            }
            taken.add(code.text());
            return switch (code.text()) {
                case "PLACE" -> Decision.show(true, Verdict.good("plain", "here"));
                case "FULL" -> Decision.show(false, Verdict.done("plain", "full"));
                case "BAD" -> Decision.show(counting, Verdict.warn("plain", "bad"));
                case "WRONG" -> Decision.show(counting, Verdict.stop("plain", "wrong"));
                default -> Decision.show(counting, Verdict.good("plain", "taken"));
            };
        }

        @Override
        public Screen screen(Boolean counting, Lookup lookup) {
            Screen screen = Screen.of(id(), "shelf", Text.of("plain", "scan"));
            return counting ? screen.withCounting() : screen;
        }
    }

    private BenchLoop bench(int window) throws IOException {
        DeviceSettings scanner = new DeviceSettings("scanner", DeviceLamp.Kind.SCANNER, "gun", "", null);
        DeviceFiles.devices(folder).write(List.of(scanner.with(DeviceOption.REPEAT, window)));
        StationDevices devices = new StationDevices(
                folder, new AnyOpener(), ScaleProfiles.load(), LabelTemplates.bundled(CLOCK), () -> Dpi.DPI_203, CLOCK);
        Map<FlowId, Flow<?>> flows = new HashMap<>();
        flows.put(FlowId.SIGN_IN, new Shelf());
        BenchLoop loop = new BenchLoop(
                new MemoryInRam(),
                flows,
                new BenchSettings("S1", new PlateNumbers(1, 1), BenchRules.USUAL, CLOCK),
                devices,
                new CodeReader(new Gs1Reader(ApplicationIdentifiers.load(), CLOCK), code -> false));
        open.addAll(List.of(loop, devices));
        devices.start();
        return loop.start();
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    /** Scans one code after the other, a tenth of a second between them, and gives the last view. */
    private BenchView scan(BenchLoop bench, String... codes) {
        for (String code : codes) {
            Instant at = CLOCK.instant().plusMillis(100L * numbers.incrementAndGet());
            bench.scanned(SampleDevices.decoded(new Scan(numbers.get(), "gun", at, code, null, false)));
        }
        CompletableFuture<BenchView> last = new CompletableFuture<>();
        bench.onView(last::complete);
        return last.join();
    }

    private static String words(BenchView view) {
        Verdict verdict = view.verdict();
        return verdict == null
                ? ""
                : verdict.tone() + " " + Texts.in(Locale.ENGLISH).of(verdict.text());
    }

    @Test
    void nothingIsLeftOutUntilSomebodySaysSo() throws IOException {
        scan(bench(0), "A", "A", "A");
        assertThat(taken).containsExactly("A", "A", "A");
    }

    @Test
    void aCodeThatIsReadTwiceIsTakenOnceAndSaidWithoutAnotherSound() throws IOException {
        BenchLoop bench = bench(500);
        long heard = scan(bench, "BAD").verdictNumber();
        BenchView view = scan(bench, "BAD");
        assertThat(taken).containsExactly("BAD");
        assertThat(words(view)).isEqualTo("WARN bad Read twice, taken once: BAD");
        assertThat(view.verdictNumber()).isEqualTo(heard);
        assertThat(words(scan(bench, "A"))).isEqualTo("GOOD taken");
    }

    @Test
    void unitsCountAsOftenAsTheyAreScannedAndThePlaceDoesNot() throws IOException {
        scan(bench(1_000), "PLACE", "PLACE", "A", "A", "A", "FULL", "FULL", "A");
        assertThat(taken).containsExactly("PLACE", "A", "A", "A", "FULL");
    }

    @Test
    void behindARedVerdictEveryScanIsRefusedAloud() throws IOException {
        BenchView view = scan(bench(1_000), "WRONG", "WRONG");
        assertThat(words(view)).isEqualTo("STOP wrong");
        assertThat(view.verdictNumber()).isEqualTo(2);
    }

    @Test
    void keysOfAKeypadAreTypedAsOftenAsTheyAreScanned() throws IOException {
        BenchLoop bench = bench(1_000);
        List<WindowKey> keys = new CopyOnWriteArrayList<>();
        bench.onWindowKey(keys::add);
        BenchView view = scan(bench, "DH-1", "DH-1", "DH-UNDO", "DH-UNDO");
        assertThat(keys).hasSize(2);
        assertThat(words(view)).contains("Read twice, taken once: DH-UNDO");
    }
}
