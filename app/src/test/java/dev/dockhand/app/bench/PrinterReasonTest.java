package dev.dockhand.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dockhand.app.device.DeviceFiles;
import dev.dockhand.app.device.DeviceLamp;
import dev.dockhand.app.device.DeviceOption;
import dev.dockhand.app.device.DeviceSettings;
import dev.dockhand.app.device.LabelEnd;
import dev.dockhand.app.device.LabelJob;
import dev.dockhand.app.device.StationDevices;
import dev.dockhand.app.flow.BenchRules;
import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Flow;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.hardware.gs1.ApplicationIdentifiers;
import dev.dockhand.hardware.gs1.Gs1Reader;
import dev.dockhand.hardware.label.Dpi;
import dev.dockhand.hardware.label.LabelTemplates;
import dev.dockhand.hardware.port.AnyOpener;
import dev.dockhand.hardware.port.ConnectionState;
import dev.dockhand.hardware.printer.PrintReason;
import dev.dockhand.hardware.scale.ScaleProfiles;
import dev.dockhand.hardware.virtual.FarEnd;
import dev.dockhand.hardware.virtual.PrinterDials;
import dev.dockhand.hardware.virtual.VirtualPrinter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What a printer says of itself, on the lamp and on a page that waits for a label, while it stands still and after. */
@Execution(ExecutionMode.CONCURRENT)
class PrinterReasonTest {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final FarEnd end = FarEnd.socket();
    private final VirtualPrinter printer = new VirtualPrinter(end, CLOCK).start();
    private volatile @Nullable BenchView view;
    private StationDevices devices;
    private BenchLoop bench;

    /** Waits for a label from the first scan on. */
    private static final class Waiting implements Flow<Boolean> {
        @Override
        public FlowId id() {
            return FlowId.SIGN_IN;
        }

        @Override
        public Boolean start(Lookup lookup) {
            return false;
        }

        @Override
        public Decision<Boolean> on(Boolean waiting, Input input, Lookup lookup) {
            return input instanceof Input.Scanned
                    ? Decision.show(true, Verdict.note("plain", "waits"))
                    : Decision.quiet(waiting);
        }

        @Override
        public Screen screen(Boolean waiting, Lookup lookup) {
            Command[] keys = waiting ? new Command[] {Command.PRINT_AGAIN} : new Command[0];
            return Screen.of(id(), "waiting", Text.of("plain", "wait"), keys);
        }
    }

    @BeforeEach
    void open() throws IOException {
        Map<FlowId, Flow<?>> flows = new HashMap<>();
        flows.put(FlowId.SIGN_IN, new Waiting());
        DeviceFiles.devices(folder).write(List.of(device()));
        devices = new StationDevices(
                folder, new AnyOpener(), ScaleProfiles.load(), LabelTemplates.bundled(CLOCK), () -> Dpi.DPI_203, CLOCK);
        bench = new BenchLoop(
                new MemoryInRam(),
                flows,
                new BenchSettings("S1", new PlateNumbers(1, 1), BenchRules.USUAL, CLOCK),
                devices,
                new CodeReader(new Gs1Reader(ApplicationIdentifiers.load(), CLOCK), code -> false));
        devices.start();
        bench.start();
        bench.onView(now -> view = now);
    }

    private DeviceSettings device() {
        return new DeviceSettings(
                "printer", DeviceLamp.Kind.PRINTER, "printer", end.address().uri(), "zpl");
    }

    @AfterEach
    void close() {
        bench.close();
        devices.close();
        end.close();
    }

    private void until(Predicate<BenchView> wanted) {
        await().atMost(PATIENCE).until(() -> {
            BenchView now = view;
            return now != null && wanted.test(now);
        });
    }

    private static Predicate<BenchView> lamp(ConnectionState state, @Nullable PrintReason reason) {
        return now -> now.devices().getFirst().state() == state
                && now.devices().getFirst().reason() == reason;
    }

    private static Predicate<BenchView> notices(String... keys) {
        return now -> now.notices().stream().map(Text::key).toList().equals(List.of(keys));
    }

    private void stands(BiConsumer<PrinterDials, Boolean> dial, PrintReason reason) {
        dial.accept(printer.dials(), true);
        until(lamp(ConnectionState.BLOCKED, reason).and(notices("printer.notice." + reason)));
        dial.accept(printer.dials(), false);
        until(lamp(ConnectionState.OK, null).and(notices()));
    }

    @Test
    void whatKeepsThePrinterIsSaidWhereALabelIsWaitedForAndGoesByItself() {
        until(lamp(ConnectionState.OK, null));
        bench.scanned("GO");
        stands(PrinterDials::paperOut, PrintReason.PAPER_OUT);
        stands(PrinterDials::headOpen, PrintReason.HEAD_OPEN);
        stands(PrinterDials::ribbonOut, PrintReason.RIBBON_OUT);
        stands(PrinterDials::pause, PrintReason.PAUSED);
        stands(PrinterDials::loseAnswers, PrintReason.SILENT);
    }

    @Test
    void oneReasonAfterTheOtherIsSaidAsItIsNow() {
        until(lamp(ConnectionState.OK, null));
        printer.dials().headOpen(true);
        until(lamp(ConnectionState.BLOCKED, PrintReason.HEAD_OPEN));
        printer.dials().paperOut(true);
        until(lamp(ConnectionState.BLOCKED, PrintReason.PAPER_OUT));
        printer.dials().headOpen(false);
        printer.dials().paperOut(false);
        until(lamp(ConnectionState.OK, null));
    }

    @Test
    void whoWaitsForNoLabelIsToldByTheLampAlone() {
        printer.dials().paperOut(true);
        until(lamp(ConnectionState.BLOCKED, PrintReason.PAPER_OUT));
        assertThat(view).matches(notices());
        end.unplug();
        bench.scanned("GO");
        until(now -> !now.notices().isEmpty() && now.devices().getFirst().state() != ConnectionState.BLOCKED);
    }

    @Test
    void aLabelGoesToAPrinterThatNeverAnswersAndIsCalledNoMoreThanSent() throws Exception {
        printer.dials().loseAnswers(true);
        until(lamp(ConnectionState.BLOCKED, PrintReason.SILENT));
        devices.setUp().choose("printer", DeviceOption.ANSWERS, 0, null, answer -> {});
        until(lamp(ConnectionState.OK, null));
        assertThat(DeviceFiles.devices(folder).read()).containsExactly(device().with(DeviceOption.ANSWERS, 0));
        BlockingQueue<LabelEnd> ends = new LinkedBlockingQueue<>();
        devices.labels().print(new LabelJob("job", LabelTemplates.LOCATION, Map.of("code", "A-1"), false), ends::add);
        assertThat(ends.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isEqualTo(new LabelEnd(LabelEnd.Outcome.CONFIRMED, "ACCEPTED", ""));
        await().atMost(PATIENCE).until(() -> printer.labels().size() == 1);
    }
}
