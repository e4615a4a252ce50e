package dev.dockhand.app.demo;

import dev.dockhand.app.StationProgram;
import dev.dockhand.app.device.DeviceFiles;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.station.MemoryException;
import dev.dockhand.station.link.EnrolmentException;
import dev.dockhand.station.link.HttpExchange;
import dev.dockhand.station.memory.Station;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Server, sample data, cable, devices and station, put together in one folder. */
final class DemoWorld implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DemoWorld.class);
    private static final StationId STATION = new StationId("S01");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final long PAUSE_NANOS = 50_000_000;

    private final ServerProcess server;
    private final Administrator host;
    private final Administrator administrator;
    private final SampleData data;
    private final Cable cable;
    private final VirtualBench bench;
    private final StationProgram program;
    private final List<SampleData.Loaded> loaded;
    private final List<SampleData.Badge> badges;

    private DemoWorld(Parts parts, VirtualBench bench, StationProgram program) {
        this.server = parts.server();
        this.host = parts.host();
        this.data = parts.data();
        this.administrator = host.at(data.place());
        this.cable = parts.cable();
        this.loaded = parts.loaded();
        this.badges = parts.badges();
        this.bench = bench;
        this.program = program;
    }

    /** What stands before the station is opened. */
    private record Parts(
            ServerProcess server,
            Administrator host,
            SampleData data,
            Cable cable,
            List<SampleData.Loaded> loaded,
            List<SampleData.Badge> badges) {}

    /**
     * Starts everything.
     *
     * @param launcher the server's launcher
     * @param sample folder with the CSV files
     * @param work folder of the demo
     * @param afresh whether what an earlier demo left there is thrown away
     * @param clock the time
     */
    static DemoWorld open(Path launcher, Path sample, Path work, boolean afresh, InstantSource clock)
            throws IOException, InterruptedException, MemoryException, EnrolmentException {
        DemoFolder folder = DemoFolder.open(work, afresh);
        ServerProcess server = ServerProcess.start(launcher, folder.server(), PATIENCE);
        try {
            Administrator host = new Administrator(server.url(), server.adminKeyFile());
            SampleData data = new SampleData(sample, clock.instant());
            List<SampleData.Loaded> loaded = List.of();
            if (!folder.isLoaded()) {
                loaded = data.load(host);
                folder.loaded();
            }
            drawPictures(data, host);
            Cable cable = new Cable(server.url().getPort());
            Parts parts = new Parts(server, host, data, cable, loaded, data.badges());
            return station(parts, folder, clock);
        } catch (IOException | InterruptedException | MemoryException | EnrolmentException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** Beside the start, so that nobody waits for it. */
    private static void drawPictures(SampleData data, Administrator host) {
        Thread.ofVirtual().name("pictures").start(() -> {
            try {
                data.loadPictures(host);
            } catch (IOException e) {
                LOG.warn("not all pictures were uploaded: {}", e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static DemoWorld station(Parts parts, DemoFolder folder, InstantSource clock)
            throws IOException, InterruptedException, MemoryException, EnrolmentException {
        Administrator administrator = parts.host().at(parts.data().place());
        folder.enrol(
                URI.create("http://127.0.0.1:" + parts.cable().port()),
                (station, server) -> Station.enrol(
                        station, server, administrator.enrolmentCode(STATION), STATION, HttpExchange::new));
        VirtualBench bench = VirtualBench.open(VirtualBench.TOLEDO, clock);
        DeviceFiles.devices(folder.station()).write(bench.settings());
        StationProgram program = StationProgram.open(folder.station(), clock, new SecureRandom());
        return new DemoWorld(parts, bench, program);
    }

    /** Who works in the office of the warehouse where the station stands. */
    Administrator administrator() {
        return administrator;
    }

    /** The companies with their warehouses and brands, in words. */
    List<String> companies() {
        return data.companies().stream().map(SampleCompany::toString).toList();
    }

    Cable cable() {
        return cable;
    }

    /** How many orders went to each warehouse. */
    Map<String, Integer> orders() throws IOException, InterruptedException {
        Map<String, Integer> orders = new TreeMap<>();
        for (SampleCompany company : data.companies()) {
            for (String place : company.places()) {
                orders.put(
                        place, host.at(place).list("/v1/admin/orders", "orders").size());
            }
        }
        return orders;
    }

    VirtualBench bench() {
        return bench;
    }

    StationProgram program() {
        return program;
    }

    List<SampleData.Loaded> loaded() {
        return loaded;
    }

    List<SampleData.Badge> badges() {
        return badges;
    }

    URI serverUrl() {
        return server.url();
    }

    /** Calls an order off without making anybody wait. */
    void callOffLater(OrderId order) {
        Thread.ofVirtual().name("call off").start(() -> {
            try {
                administrator.cancel(order);
            } catch (IOException e) {
                LOG.warn("the order was not called off: {}", e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Waits until the first scan would be understood. */
    void awaitReady() throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String badge = badges.getFirst().badge();
        while (!bench.scanner().isConnected()
                || program.memory().view().operatorByBadge(badge).isEmpty()) {
            if (System.nanoTime() - deadline > 0) {
                throw new IOException("the station knows nobody yet; it did not hear from the server");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** What the virtual bench's window is made of. */
    VirtualBenchWindow.Parts benchParts(Locale language, boolean dark) {
        return new VirtualBenchWindow.Parts(
                bench,
                program.bench(),
                () -> program.memory().view(),
                badges,
                this::pull,
                this::callOffLater,
                language,
                dark);
    }

    private void pull(boolean out) {
        if (out) {
            cable.pull();
        } else {
            cable.plug();
        }
    }

    @Override
    public void close() throws IOException {
        program.close();
        bench.close();
        cable.close();
        host.close();
        server.close();
    }
}
