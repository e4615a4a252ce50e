package dev.dockhand.app.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dockhand.app.StationProgram;
import dev.dockhand.app.demo.Administrator;
import dev.dockhand.app.demo.BenchLabel;
import dev.dockhand.app.demo.VirtualBench;
import dev.dockhand.app.device.DeviceFiles;
import dev.dockhand.app.device.DeviceSettings;
import dev.dockhand.app.flow.BenchRules;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.packing.PackingFlow;
import dev.dockhand.app.flow.picking.PickingFlow;
import dev.dockhand.model.id.StationId;
import dev.dockhand.station.MemoryException;
import dev.dockhand.station.SyncStatus;
import dev.dockhand.station.journal.JournalSettings;
import dev.dockhand.station.link.EnrolmentException;
import dev.dockhand.station.link.HttpExchange;
import dev.dockhand.station.link.LinkSettings;
import dev.dockhand.station.memory.Station;
import dev.dockhand.station.memory.StationSettings;
import dev.dockhand.station.replica.ReplicaSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** A station at its virtual devices: enrolled in a folder, then opened. */
public final class Bench implements AutoCloseable {

    private static final Duration LABEL = Duration.ofMillis(20);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final Station.Parts parts;
    private final VirtualBench devices;
    private StationProgram program;

    private Bench(Path folder, Station.Parts parts, VirtualBench devices) throws IOException, MemoryException {
        this.folder = folder;
        this.parts = parts;
        this.devices = devices;
        this.program = StationProgram.open(folder, parts);
    }

    /** A link that is tried again soon, so that a test need not wait for a minute. */
    static Station.Parts parts() {
        return parts(new JournalSettings(1 << 20, 64L << 20, 32L << 20, JournalSettings.USUAL.keep()));
    }

    static Station.Parts parts(JournalSettings journal) {
        LinkSettings link = new LinkSettings(
                Duration.ofMillis(200),
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                LinkSettings.USUAL.compareEvery());
        return Station.Parts.real(
                new StationSettings(journal, ReplicaSettings.USUAL, link, StationSettings.USUAL.pictures()),
                InstantSource.system(),
                new SecureRandom());
    }

    /** Virtual devices that print quickly. */
    static VirtualBench virtualDevices() {
        VirtualBench devices = VirtualBench.open(VirtualBench.TOLEDO, InstantSource.system());
        devices.printer().dials().labelTime(LABEL);
        return devices;
    }

    /**
     * The usual rules.
     *
     * @param weighs whether parcels are weighed
     * @param holds how many shipments the station wants to hold
     */
    static BenchRules rules(boolean weighs, int holds) {
        return new BenchRules(weighs, BenchRules.USUAL.lockAfter(), holds);
    }

    /** Enrols a station, and writes its settings. */
    static void enrol(
            Path folder, Warehouse warehouse, URI server, String name, List<DeviceSettings> devices, BenchRules rules)
            throws IOException, InterruptedException, EnrolmentException, MemoryException {
        enrol(folder, warehouse.office(), server, name, devices, rules);
    }

    static void enrol(
            Path folder, Administrator office, URI server, String name, List<DeviceSettings> devices, BenchRules rules)
            throws IOException, InterruptedException, EnrolmentException, MemoryException {
        StationId station = new StationId(name);
        Station.enrol(folder, server, office.enrolmentCode(station), station, HttpExchange::new);
        DeviceFiles.devices(folder).write(devices);
        StationProgram.rules(folder).write(rules);
    }

    /** Enrols and opens. */
    public static Bench open(Path folder, Warehouse warehouse, String name, int holds)
            throws IOException, InterruptedException, EnrolmentException, MemoryException {
        return open(folder, warehouse, warehouse.throughCable(), name, holds);
    }

    static Bench open(Path folder, Warehouse warehouse, URI server, String name, int holds)
            throws IOException, InterruptedException, EnrolmentException, MemoryException {
        return open(folder, warehouse, server, name, holds, parts());
    }

    /** With other bounds, disk or network. */
    static Bench open(Path folder, Warehouse warehouse, URI server, String name, int holds, Station.Parts parts)
            throws IOException, InterruptedException, EnrolmentException, MemoryException {
        VirtualBench devices = virtualDevices();
        enrol(folder, warehouse, server, name, devices.settings(), rules(true, holds));
        return new Bench(folder, parts, devices);
    }

    /** Stops the station, does something to its folder, and starts it again at the same devices. */
    void restart(Between work) throws IOException, MemoryException {
        program.close();
        work.on(folder);
        program = StationProgram.open(folder, parts);
    }

    /** What is done to a folder while no station runs. */
    interface Between {
        void on(Path folder) throws IOException;
    }

    public VirtualBench devices() {
        return devices;
    }

    public StationProgram program() {
        return program;
    }

    public Worker worker(String totes) {
        return worker(totes, List.of(PickingFlow.ID, PackingFlow.ID));
    }

    /** Somebody who does these jobs, each to its end. */
    Worker worker(String totes, List<FlowId> plan) {
        return new Worker(program.bench(), new Hands.AtDevices(devices), totes, plan);
    }

    /** How many acts the journal holds. */
    long acts() {
        try {
            return program.memory().facts(false).lastSeq();
        } catch (MemoryException e) {
            throw new IllegalStateException(e);
        }
    }

    void awaitWork() {
        await().atMost(PATIENCE).until(() -> !program.memory().view().tasks().isEmpty());
    }

    void awaitInStep() {
        await().atMost(PATIENCE).until(() -> program.memory().sync().state() == SyncStatus.State.IN_STEP);
    }

    /** Nothing was lost and nothing came up: so many acts in the journal, each of them once at the server. */
    void checkActs(Warehouse warehouse, long acts) throws MemoryException {
        awaitInStep();
        assertThat(program.memory().facts(true).chain()).isNull();
        assertThat(acts()).as("acts in the journal").isEqualTo(acts);
        assertThat(warehouse.number("SELECT count(DISTINCT (epoch, seq)) FROM event"))
                .as("acts at the server")
                .isEqualTo(acts);
    }

    /** What a scanner reads from every label that came out. */
    List<String> waybillsPrinted() {
        return devices.labels().stream()
                .filter(BenchLabel::isGood)
                .map(Bench::code)
                .toList();
    }

    /** What a scanner reads from a label; a separator at the end is no data. */
    static String code(BenchLabel label) {
        return label.code() == null ? "" : label.code().replaceAll("\\x1d$", "");
    }

    @Override
    public void close() {
        program.close();
        devices.close();
    }
}
