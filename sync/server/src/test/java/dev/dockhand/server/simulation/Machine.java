package dev.dockhand.server.simulation;

import dev.dockhand.model.event.Draft;
import dev.dockhand.model.event.EventCodec;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.id.EventId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.protocol.Digest;
import dev.dockhand.model.site.Warehouse;
import dev.dockhand.server.store.Site;
import dev.dockhand.station.Health;
import dev.dockhand.station.MemoryException;
import dev.dockhand.station.SyncStatus;
import dev.dockhand.station.journal.JournalSettings;
import dev.dockhand.station.journal.MemoryDisk;
import dev.dockhand.station.link.Identity;
import dev.dockhand.station.link.Link;
import dev.dockhand.station.link.LinkSettings;
import dev.dockhand.station.memory.Station;
import dev.dockhand.station.memory.StationSettings;
import dev.dockhand.station.replica.ReplicaSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.LongSupplier;
import org.awaitility.Awaitility;

/** A machine with a whole station on it, that can be killed, lose its power, and be copied. */
final class Machine implements AutoCloseable {

    private static final StationSettings SETTINGS = new StationSettings(
            new JournalSettings(8 << 10, 0, 0, Duration.ofDays(14)),
            ReplicaSettings.USUAL,
            new LinkSettings(
                    Duration.ofSeconds(1), Duration.ofSeconds(60), Duration.ofSeconds(5), Duration.ofMinutes(2)),
            1L << 20);

    private final StationId name;
    private final Folder folder;
    private final Setting setting;
    private final Wire wire;
    private final MemoryDisk disk;
    private final List<FloorEvent> green = new ArrayList<>();
    private final Set<EventId> damaged = new HashSet<>();
    private Duration wrongBy = Duration.ZERO;
    private boolean wasDisputed;
    private Plug plug;
    private Station station;
    private boolean foundOtherRows;

    /**
     * Where machines stand.
     *
     * @param site the warehouse
     * @param clock the right time
     * @param ticks nanoseconds that no clock moves
     * @param chance everything that happens by chance
     */
    record Setting(Site site, InstantSource clock, LongSupplier ticks, Random chance) {}

    /** A new machine, enrolled for the first time. */
    static Machine enrolled(StationId name, Path folder, Setting setting, Wire wire) {
        Machine machine = new Machine(name, folder, setting, wire, new MemoryDisk(setting.chance()));
        machine.identify(1);
        machine.open();
        return machine;
    }

    private Machine(StationId name, Path folder, Setting setting, Wire wire, MemoryDisk disk) {
        this.name = name;
        this.folder = new Folder(folder);
        this.setting = setting;
        this.wire = wire;
        this.disk = disk;
    }

    private void identify(int epoch) {
        try {
            new Identity(
                            URI.create("http://server"),
                            setting.site().company(),
                            Warehouse.usual(setting.site().warehouse(), ZoneOffset.UTC),
                            name,
                            1,
                            epoch,
                            1,
                            "secret")
                    .write(folder.path());
        } catch (IOException e) {
            throw new AssertionError("the machine's folder", e);
        }
    }

    private void open() {
        plug = new Plug(disk);
        Station.Parts parts = new Station.Parts(
                SETTINGS,
                () -> setting.clock().instant().plus(wrongBy),
                setting.ticks(),
                setting.chance(),
                plug,
                AtOnce::new,
                server -> wire);
        try {
            station = opened(parts);
        } catch (MemoryException e) {
            throw new AssertionError("%s does not start".formatted(name), e);
        }
    }

    /** A disk that fails just then is told, and somebody starts the station again. */
    private Station opened(Station.Parts parts) throws MemoryException {
        try {
            return Station.openAtRest(folder.path(), parts);
        } catch (MemoryException e) {
            if (e.reason() != MemoryException.Reason.DISK_FAILED) {
                throw e;
            }
            return Station.openAtRest(folder.path(), parts);
        }
    }

    StationId name() {
        return name;
    }

    Station station() {
        return station;
    }

    Wire wire() {
        return wire;
    }

    /** What was called good here, oldest first. */
    List<FloorEvent> green() {
        return green;
    }

    /** What was called good here and is not lost with a bit of the disk. */
    List<FloorEvent> promised() {
        return green.stream().filter(event -> !damaged.contains(event.id())).toList();
    }

    /** Writes an act. Says whether it was called good. */
    boolean record(Draft draft) {
        try {
            List<FloorEvent> events = station.record(List.of(draft));
            green.addAll(events);
            return station.awaitApplied();
        } catch (MemoryException e) {
            return false;
        } catch (MemoryDisk.PowerCut e) {
            losePower();
            return false;
        }
    }

    /** Writes an act while the power goes at one of its steps, or at none. */
    void recordInTheDark(Draft draft) {
        disk.cutAfter(1 + setting.chance().nextInt(4));
        try {
            record(draft);
        } finally {
            disk.restart();
        }
    }

    /** Gives work back, and waits until it has left the list. */
    void giveBack(TaskId task) {
        station.giveBack(task);
        Awaitility.await()
                .until(() -> station.view().tasks().stream()
                        .noneMatch(held -> held.id().equals(task)));
    }

    /** Lets the link do an errand. */
    void step(Link.Errand errand) {
        try {
            station.step(errand);
        } catch (MemoryDisk.PowerCut e) {
            losePower();
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts", e);
        }
    }

    /** Lets the link do an errand while the power goes at one of its steps, or at none. */
    void stepInTheDark(Link.Errand errand) {
        disk.cutAfter(1 + setting.chance().nextInt(4));
        try {
            step(errand);
        } finally {
            disk.restart();
        }
    }

    /** The process is killed and started again: what was written is there, forced or not. */
    void kill() {
        die();
        disk.restart();
        open();
    }

    /** The machine loses its power: what was not forced may be lost, in the journal and in the read model beside it. */
    void losePower() {
        die();
        disk.powerOn();
        folder.damage(setting.chance());
        open();
    }

    private void die() {
        wasDisputed = isDisputed();
        foundOtherRows = foundOtherRows();
        plug.pull();
        folder.around(station::close);
    }

    /** The disk fails once when it is told to force, or has no room for a while. */
    void diskFails() {
        if (setting.chance().nextBoolean()) {
            disk.failForces(1);
        } else {
            disk.free(setting.chance().nextBoolean() ? 0 : 10L << 30);
        }
    }

    /** One bit of something that was called good turns. */
    void bitTurns() {
        if (!green.isEmpty()) {
            FloorEvent event = green.get(setting.chance().nextInt(green.size()));
            if (disk.damage(EventCodec.encode(event))) {
                damaged.add(event.id());
            }
        }
    }

    /** The clock of the machine jumps. */
    void clockJumps() {
        wrongBy = Duration.ofHours(setting.chance().nextInt(49) - 24L);
    }

    /** Somebody clears the disk. */
    void makeRoom() {
        disk.free(10L << 30);
    }

    /** Everything is well from now on. */
    void calm() {
        disk.failForces(0);
        makeRoom();
        wire.calm();
    }

    /** The machine is enrolled anew; its old journal is still to be sent. */
    void enrolAnew(int epoch) {
        wasDisputed = isDisputed();
        foundOtherRows = foundOtherRows();
        station.close();
        identify(epoch);
        open();
    }

    /** Another machine with the same image. */
    Machine cloned(Path other, Wire otherWire) {
        die();
        folder.copyTo(other);
        Machine clone = new Machine(name, other, setting, otherWire, disk.copied(folder.path(), other));
        disk.restart();
        open();
        clone.wasDisputed = wasDisputed;
        clone.open();
        return clone;
    }

    /** Whether the server refused something of it, which it goes on showing as done. */
    boolean isDisputed() {
        return wasDisputed
                || station.health().notices().stream().anyMatch(notice -> notice.kind() == Health.Kind.HANDED_OVER)
                || station.sync().state() == SyncStatus.State.CONFLICT;
    }

    /** What the server told, summed up. */
    Digest digest(Instant since) {
        try {
            return station.digest(since);
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts", e);
        }
    }

    /** Whether a comparison ever found other rows here than the server has. */
    boolean foundOtherRows() {
        return foundOtherRows
                || station.health().notices().stream().anyMatch(notice -> notice.kind() == Health.Kind.ROWS_DIFFERED);
    }

    int epoch() {
        return station.identity().epoch();
    }

    @Override
    public String toString() {
        return "%s in %s, epoch %d, %d green".formatted(name, folder.path().getFileName(), epoch(), green.size());
    }

    @Override
    public void close() {
        station.close();
    }
}
