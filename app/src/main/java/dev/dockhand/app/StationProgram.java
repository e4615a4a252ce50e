package dev.dockhand.app;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.dockhand.app.bench.BenchLoop;
import dev.dockhand.app.bench.BenchSettings;
import dev.dockhand.app.bench.CodeReader;
import dev.dockhand.app.bench.PlateNumbers;
import dev.dockhand.app.device.StationDevices;
import dev.dockhand.app.flow.BenchRules;
import dev.dockhand.app.flow.menu.JobRegistry;
import dev.dockhand.app.machine.JsonFile;
import dev.dockhand.hardware.gs1.ApplicationIdentifiers;
import dev.dockhand.hardware.gs1.Gs1Reader;
import dev.dockhand.hardware.label.Dpi;
import dev.dockhand.hardware.label.LabelTemplates;
import dev.dockhand.hardware.port.AnyOpener;
import dev.dockhand.hardware.scale.ScaleProfiles;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.AsnNumber;
import dev.dockhand.model.id.Identifier;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.protocol.Leases;
import dev.dockhand.station.MemoryException;
import dev.dockhand.station.ReadModel;
import dev.dockhand.station.link.Identity;
import dev.dockhand.station.memory.Station;
import dev.dockhand.station.memory.StationSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * The whole station but its window: memory, devices and bench, put together by hand from what its folder holds. The
 * window, the demo and the tests start this same thing.
 */
public final class StationProgram implements AutoCloseable {

    private final Station memory;
    private final StationDevices devices;
    private final BenchLoop bench;

    private StationProgram(Station memory, StationDevices devices, BenchLoop bench) {
        this.memory = memory;
        this.devices = devices;
        this.bench = bench;
    }

    /**
     * Opens the station of a folder and starts it.
     *
     * @param folder the station's folder, enrolled before
     * @param clock the time
     * @param random a secure source of chance, thread-safe
     * @throws MemoryException when the memory cannot be opened: not enrolled, in use, damaged
     * @throws IOException when a settings file cannot be read
     */
    public static StationProgram open(Path folder, InstantSource clock, RandomGenerator random)
            throws MemoryException, IOException {
        return open(folder, Station.Parts.real(StationSettings.USUAL, clock, random));
    }

    /**
     * The same with other bounds, disk or network.
     *
     * @param parts what its memory needs from outside
     */
    public static StationProgram open(Path folder, Station.Parts parts) throws MemoryException, IOException {
        InstantSource clock = parts.clock();
        BenchRules rules = rules(folder).read();
        Station memory = Station.open(folder, parts);
        StationDevices devices = new StationDevices(
                folder,
                new AnyOpener(),
                ScaleProfiles.load(),
                LabelTemplates.bundled(clock),
                () -> Dpi.of(memory.view().warehouse().labelDpi()),
                clock);
        CodeReader codes = new CodeReader(
                new Gs1Reader(ApplicationIdentifiers.load(), clock), code -> isKnown(memory.view(), code));
        BenchLoop bench =
                new BenchLoop(memory, JobRegistry.flows(), settings(memory.identity(), rules, clock), devices, codes);
        StationProgram program = new StationProgram(memory, devices, bench);
        try {
            bench.start();
            devices.start();
            memory.wantWork(Leases.Request.any(rules.holdsUpTo(), rules.role().stage()));
            return program;
        } catch (IOException | RuntimeException e) {
            program.close();
            throw e;
        }
    }

    /** {@code bench.json} in a station's folder: how strict its bench is. */
    public static JsonFile<BenchRules> rules(Path folder) {
        return new JsonFile<>(folder.resolve("bench.json"), new TypeReference<>() {}, BenchRules.USUAL);
    }

    private static BenchSettings settings(Identity identity, BenchRules rules, InstantSource clock) {
        PlateNumbers plates = new PlateNumbers(identity.number(), identity.epoch());
        return new BenchSettings(identity.station().value(), plates, rules, clock);
    }

    private static boolean isKnown(ReadModel view, String code) {
        return !view.itemsByBarcode(code).isEmpty()
                || !view.shipments(code).isEmpty()
                || view.operatorByBadge(code).isPresent()
                || isPlace(view, code);
    }

    private static boolean isPlace(ReadModel view, String code) {
        return Identifier.read(code, LocationCode::new).flatMap(view::location).isPresent()
                || Identifier.read(code, AsnNumber::new)
                        .filter(number -> !view.asns(number).isEmpty())
                        .isPresent()
                || Identifier.read(code, ToteCode::new)
                        .filter(tote -> !view.contents(Place.of(tote)).isEmpty())
                        .isPresent();
    }

    /** What the station knows and remembers. */
    public Station memory() {
        return memory;
    }

    /** The devices on the bench. */
    public StationDevices devices() {
        return devices;
    }

    /** The bench. */
    public BenchLoop bench() {
        return bench;
    }

    /** Stops taking input, then closes the devices, then the memory. */
    @Override
    public void close() {
        bench.close();
        devices.close();
        memory.close();
    }
}
