package dev.dockhand.app.proof;

import static org.awaitility.Awaitility.await;

import dev.dockhand.app.StationProgram;
import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.demo.Administrator;
import dev.dockhand.app.device.DeviceLamp;
import dev.dockhand.app.device.DeviceSettings;
import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.packing.PackingFlow;
import dev.dockhand.hardware.port.ConnectionState;
import dev.dockhand.hardware.virtual.FarEnd;
import dev.dockhand.hardware.virtual.VirtualPrinter;
import dev.dockhand.hardware.virtual.VirtualPty;
import dev.dockhand.hardware.virtual.VirtualScanner;
import dev.dockhand.station.memory.Station;
import dev.dockhand.station.memory.StationSettings;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/**
 * A whole station without a window: a serial scanner over a PTY, a printer over TCP, the product's own settings, and somebody who
 * packs. Nothing is weighed.
 */
final class SerialBench implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Set<ConnectionState> OPEN = Set.of(ConnectionState.SILENT, ConnectionState.OK);

    private final VirtualPty cable;
    private final VirtualScanner scanner = new VirtualScanner(VirtualScanner.Ending.CR_LF);
    private final FarEnd paper = FarEnd.socket();
    private final StationProgram program;
    private final Worker worker;

    /** Enrols, opens, and waits until it holds so many orders. */
    SerialBench(Path folder, Administrator office, URI server, int orders) throws Exception {
        cable = new VirtualPty(folder.resolve("scanner"));
        cable.serve(scanner);
        new VirtualPrinter(paper, InstantSource.system()).start();
        Path station = folder.resolve("station");
        Bench.enrol(station, office, server, "ST-01", devices(), Bench.rules(false, orders));
        program = StationProgram.open(
                station, Station.Parts.real(StationSettings.USUAL, InstantSource.system(), new SecureRandom()));
        worker = new Worker(program.bench(), new ByScanner(), "TOTE");
        worker.await(
                view -> view.devices().stream().allMatch(lamp -> OPEN.contains(lamp.state())), "devices that are open");
        await().atMost(PATIENCE).until(() -> program.memory().view().tasks().size() == orders);
    }

    private List<DeviceSettings> devices() {
        String serial = cable.address().uri();
        String network = paper.address().uri();
        return List.of(
                new DeviceSettings("scanner", DeviceLamp.Kind.SCANNER, "scanner", serial, null),
                new DeviceSettings("printer", DeviceLamp.Kind.PRINTER, "printer", network, "zpl"));
    }

    /** Signs in, picks everything, and stands at the packing job. */
    void pickEverything() throws InterruptedException {
        worker.work(view ->
                view.flow().equals(PackingFlow.ID) && view.screen().step().equals("packing.choose-work"));
    }

    /** Begins to pack an order. */
    void beginParcel(int order) throws InterruptedException {
        new ByScanner().scan(GeneratedShop.order(order));
        worker.await(view -> view.screen().step().equals("packing.scan-item"), "the parcel");
    }

    /** Puts a parcel that is not full aside. */
    void setAside() throws InterruptedException {
        new ByScanner().scan(Command.BACK.barcode());
        worker.await(view -> view.screen().step().equals("packing.choose-work"), "the list of orders");
    }

    /** What the bench shows now. */
    BenchView view() throws InterruptedException {
        return worker.view();
    }

    Gun gun() {
        return new Gun.Serial(scanner);
    }

    StationProgram program() {
        return program;
    }

    @Override
    public void close() {
        program.close();
        cable.close();
        paper.close();
    }

    private final class ByScanner implements Hands {
        @Override
        public void scan(String text) {
            if (!scanner.scan(text)) {
                throw new AssertionError("no station listens to the scanner");
            }
        }

        @Override
        public void load(BigDecimal grams) {
            throw new AssertionError("nothing is weighed here");
        }

        @Override
        public boolean hasLabel(String waybill) {
            throw new AssertionError("no parcel is filled here");
        }
    }
}
