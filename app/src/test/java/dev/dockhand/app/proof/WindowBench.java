package dev.dockhand.app.proof;

import static org.awaitility.Awaitility.await;

import dev.dockhand.app.StationProgram;
import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.demo.Administrator;
import dev.dockhand.app.device.DeviceLamp;
import dev.dockhand.app.device.DeviceSettings;
import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.packing.PackingFlow;
import dev.dockhand.app.ui.OnScreen;
import dev.dockhand.app.ui.about.About;
import dev.dockhand.app.ui.settings.WindowSettings;
import dev.dockhand.app.ui.sound.Sounds;
import dev.dockhand.app.ui.window.Rehearsal;
import dev.dockhand.app.ui.window.StationWindow;
import dev.dockhand.app.ui.work.ItemPictures;
import dev.dockhand.hardware.port.ConnectionState;
import dev.dockhand.hardware.virtual.FarEnd;
import dev.dockhand.hardware.virtual.VirtualPrinter;
import dev.dockhand.hardware.virtual.VirtualPty;
import dev.dockhand.hardware.virtual.VirtualScanner;
import dev.dockhand.station.memory.Station;
import dev.dockhand.station.memory.StationSettings;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * A whole station with its window, as people have it: a serial scanner over a PTY, a keyboard, a printer over TCP, the
 * product's own settings. Without a scale it does not weigh, so the last item of a parcel makes its label.
 */
final class WindowBench implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Set<ConnectionState> OPEN = Set.of(ConnectionState.SILENT, ConnectionState.OK);

    private final VirtualPty cable;
    private final VirtualScanner scanner = new VirtualScanner(VirtualScanner.Ending.CR_LF);
    private final FarEnd paper = FarEnd.socket();
    private final VirtualPrinter printer = new VirtualPrinter(paper, InstantSource.system());
    private final Stopwatch watch = new Stopwatch();
    private volatile CompletableFuture<Integer> rehearsed = new CompletableFuture<>();
    private final Path folder;
    private final StationProgram program;
    private final StationWindow window;
    private final Worker worker;
    private volatile long scanned;

    /**
     * Enrols, opens, and waits for work.
     *
     * @param folder where everything is kept
     * @param office who enrols it
     * @param server the way to the server
     * @param orders how many orders there are to pick
     */
    WindowBench(Path folder, Administrator office, URI server, int orders) throws Exception {
        this(folder, office, server, orders, null);
    }

    /** The same with a scale, on which every parcel is weighed, or without one. */
    WindowBench(Path folder, Administrator office, URI server, int orders, @Nullable DeviceSettings scale)
            throws Exception {
        this.folder = folder.resolve("station");
        cable = new VirtualPty(folder.resolve("scanner"));
        cable.serve(scanner);
        printer.dials().labelTime(Duration.ZERO);
        printer.start();
        List<DeviceSettings> devices = new ArrayList<>(List.of(
                new DeviceSettings(
                        "scanner",
                        DeviceLamp.Kind.SCANNER,
                        "scanner",
                        cable.address().uri(),
                        null),
                new DeviceSettings(
                        "printer",
                        DeviceLamp.Kind.PRINTER,
                        "printer",
                        paper.address().uri(),
                        "zpl")));
        if (scale != null) {
            devices.add(scale);
        }
        Bench.enrol(this.folder, office, server, "ST-01", devices, Bench.rules(scale != null, orders));
        program = StationProgram.open(
                this.folder, Station.Parts.real(StationSettings.USUAL, InstantSource.system(), new SecureRandom()));
        program.bench().onView(watch::told);
        window = OnScreen.get(this::open);
        program.bench().onView(watch::handed);
        program.devices().warmUp();
        rehearsed.join();
        worker = new Worker(program.bench(), new ByScanner(), "TOTE");
        awaitView(view -> view.devices().stream().allMatch(lamp -> OPEN.contains(lamp.state())));
        await().atMost(PATIENCE).until(() -> program.memory().view().tasks().size() == orders);
    }

    private StationWindow open() {
        StationWindow.Parts parts = new StationWindow.Parts(
                program.bench(),
                program.devices().setUp(),
                program.bench().deviceChanges(),
                new WindowSettings(Locale.KOREAN, false, true, WindowSettings.USUAL_DPI),
                settings -> {},
                new About("0", "", "", ""),
                Sounds.NONE,
                ItemPictures.of(program.memory().pictures()),
                InstantSource.system(),
                () -> ZoneId.of("Asia/Seoul"));
        StationWindow opened = new StationWindow(parts);
        opened.open(new Stage());
        watch.watch(opened.scene());
        rehearsed = Rehearsal.beside(parts, opened.model()).over();
        return opened;
    }

    /** Signs in, picks everything, and stands at the packing job. */
    void pickEverything() throws InterruptedException {
        worker.work(view ->
                view.flow().equals(PackingFlow.ID) && view.screen().step().equals("packing.choose-work"));
    }

    /** Scans something and waits for a view. */
    BenchView scan(String text, Predicate<BenchView> until) throws InterruptedException {
        new ByScanner().scan(text);
        return awaitView(until);
    }

    /** Begins to pack an order. */
    void beginParcel(int order) throws InterruptedException {
        scan(GeneratedShop.order(order), view -> view.screen().step().equals("packing.scan-item"));
    }

    /** Puts a parcel that is not full aside. */
    void setAside() throws InterruptedException {
        scan(Command.BACK.barcode(), view -> view.screen().step().equals("packing.choose-work"));
    }

    private BenchView awaitView(Predicate<BenchView> until) throws InterruptedException {
        return worker.await(until, "a view");
    }

    Worker worker() {
        return worker;
    }

    /** When the worker last pulled the trigger, by {@link System#nanoTime()}. */
    long scanned() {
        return scanned;
    }

    Gun serial() {
        return new Gun.Serial(scanner);
    }

    Gun wedge() {
        return new Gun.Wedge(OnScreen.get(Robot::new));
    }

    Stopwatch watch() {
        return watch;
    }

    StationWindow window() {
        return window;
    }

    StationProgram program() {
        return program;
    }

    VirtualPrinter printer() {
        return printer;
    }

    /** The station's folder. */
    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        OnScreen.run(window::close);
        program.close();
        cable.close();
        paper.close();
    }

    private final class ByScanner implements Hands {
        @Override
        public void scan(String text) {
            scanned = System.nanoTime();
            if (!scanner.scan(text)) {
                throw new AssertionError("no station listens to the scanner");
            }
        }

        @Override
        public void load(BigDecimal grams) {
            throw new AssertionError("nothing is weighed here");
        }

        @Override
        public boolean hasLabel(String waybill) throws InterruptedException {
            TimeUnit.MILLISECONDS.sleep(1);
            return printer.labels().stream()
                    .anyMatch(label -> new String(label.bytes(), StandardCharsets.ISO_8859_1).contains(waybill));
        }
    }
}
