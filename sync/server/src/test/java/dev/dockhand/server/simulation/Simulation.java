package dev.dockhand.server.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.exception.ExceptionRecord;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.protocol.Leases;
import dev.dockhand.model.site.Warehouse;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.server.TestWarehouse;
import dev.dockhand.server.access.Companies;
import dev.dockhand.server.access.Warehouses;
import dev.dockhand.server.store.Meta;
import dev.dockhand.station.Later;
import dev.dockhand.station.ReadModel;
import dev.dockhand.station.SyncStatus.State;
import dev.dockhand.station.link.Link.Errand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Machines, an office, a network and everything that befalls them, all from one seed. */
final class Simulation implements AutoCloseable {

    private static final int STATIONS = 2;
    private static final int MOST_MACHINES = 4;
    private static final int ROUNDS = 300;
    /** Then a station asks once more about what was refused, whoever refused it; and what that push did comes with the feed. */
    private static final Duration ASKED_AGAIN = Duration.ofMinutes(11);

    private static final int LAST_ROUNDS = 8;

    private final Doors doors;
    private final Later tomorrow;
    private final AtStatement atStatement;
    private final Path folder;
    private final Random chance;
    private final Machine.Setting setting;
    private final List<Machine> machines = new ArrayList<>();
    private final List<Worker> workers = new ArrayList<>();
    private final List<Chance> chances = chances();
    private final List<String> story = new ArrayList<>();
    private final BrokenLeases brokenLeases = new BrokenLeases();
    private @Nullable Backup backup;
    private long ticks;
    private int orders;
    private int plates;

    Simulation(TestWarehouse warehouse, AtStatement atStatement, Path folder, long seed) {
        this.atStatement = atStatement;
        this.folder = folder;
        this.chance = new Random(seed);
        this.tomorrow = new Later(new Random(seed), 0);
        this.doors = new Doors(warehouse, chance);
        this.setting = new Machine.Setting(warehouse.site, this::now, () -> ticks, chance);
        new Companies(warehouse.database, warehouse.time).ensure(warehouse.site.company());
        settings();
        Stock.fill(warehouse, chance);
        for (int i = 1; i <= STATIONS; i++) {
            StationId name = warehouse.station("S" + i).id;
            add(Machine.enrolled(name, folder.resolve("M" + i), setting, wire(name)));
        }
    }

    private Instant now() {
        return TestWarehouse.NOW.plusNanos(ticks);
    }

    private Wire wire(StationId name) {
        // The first station is of yesterday: to it the server always tells more than it knows.
        return new Wire(doors, atStatement, name, chance, name.value().equals("S1") ? tomorrow : Later.NONE);
    }

    private void add(Machine machine) {
        machines.add(machine);
        workers.add(new Worker(machine, chance, () -> ++plates));
    }

    TestWarehouse warehouse() {
        return doors.warehouse();
    }

    List<Machine> machines() {
        return machines;
    }

    BrokenLeases brokenLeases() {
        return brokenLeases;
    }

    int orders() {
        return orders;
    }

    private void later(Duration time) {
        ticks += time.toNanos();
    }

    /**
     * Something that may happen.
     *
     * @param name what a story calls it
     * @param weight how often it happens beside the others
     * @param deed what happens at a machine
     */
    private record Chance(String name, int weight, BiConsumer<Machine, Worker> deed) {}

    private List<Chance> chances() {
        return List.of(
                new Chance("order", 30, (machine, worker) -> order()),
                new Chance(
                        "want",
                        40,
                        (machine, worker) ->
                                machine.station().wantWork(Leases.Request.any(1 + chance.nextInt(4), null))),
                new Chance("act", 120, (machine, worker) -> worker.next().ifPresent(machine::record)),
                new Chance("undo", 10, (machine, worker) -> worker.undo().ifPresent(machine::record)),
                new Chance("sync", 70, (machine, worker) -> errands(machine)),
                new Chance("office", 20, (machine, worker) -> office(machine)),
                new Chance("call off", 15, (machine, worker) -> callOff(machine)),
                new Chance("settings", 2, (machine, worker) -> settings()),
                new Chance("late commit", 6, (machine, worker) -> lateCommit(machine)),
                new Chance("late", 10, (machine, worker) -> late(machine)),
                new Chance("cable", 10, (machine, worker) -> machine.wire().pull()),
                new Chance("hand on", 12, (machine, worker) -> machine.station().wantWork(named())),
                new Chance("give back", 3, (machine, worker) -> giveBack(machine)),
                new Chance("kill", 10, (machine, worker) -> machine.kill()),
                new Chance("no power", 10, (machine, worker) -> machine.losePower()),
                new Chance(
                        "no power in an act",
                        10,
                        (machine, worker) -> worker.next().ifPresent(machine::recordInTheDark)),
                new Chance("no power in a push", 10, (machine, worker) -> machine.stepInTheDark(Errand.PUSH)),
                new Chance("poison", 2, (machine, worker) -> machine.record(Worker.poison())),
                new Chance("disk fails", 4, (machine, worker) -> machine.diskFails()),
                new Chance("bit turns", 3, (machine, worker) -> machine.bitTurns()),
                new Chance("clock jumps", 3, (machine, worker) -> machine.clockJumps()),
                new Chance("clone", 2, (machine, worker) -> cloned(machine)),
                new Chance("enrol anew", 3, (machine, worker) -> enrolAnew(machine)),
                new Chance(
                        "server's clock",
                        3,
                        (machine, worker) -> warehouse().after(Duration.ofHours(chance.nextInt(30) - 4L))),
                new Chance("backup", 4, (machine, worker) -> backup = Backup.of(warehouse())),
                new Chance("restore", 4, (machine, worker) -> restore()));
    }

    /** Something happens. */
    void step() {
        later(Duration.ofSeconds(1 + chance.nextInt(20)));
        int who = chance.nextInt(machines.size());
        int drawn = chance.nextInt(chances.stream().mapToInt(Chance::weight).sum());
        for (Chance each : chances) {
            drawn -= each.weight();
            if (drawn < 0) {
                story.add(each.name() + " " + machines.get(who));
                each.deed().accept(machines.get(who), workers.get(who));
                return;
            }
        }
    }

    /** What happened so far, for whoever looks for the reason of a failure. */
    List<String> story() {
        return story;
    }

    private void order() {
        Map<String, Integer> lines = new HashMap<>();
        for (int i = 0; i < 1 + chance.nextInt(2); i++) {
            lines.merge(Stock.SKUS.get(chance.nextInt(Stock.SKUS.size())), 1 + chance.nextInt(3), Integer::sum);
        }
        warehouse().order("O-" + ++orders, lines);
    }

    /** A tote is scanned where it stands now, or somebody's work is taken over on a supervisor's word. */
    private Leases.Request named() {
        ToteCode tote = new ToteCode("T-S" + (1 + chance.nextInt(STATIONS)));
        OrderId order = new OrderId("b/O-" + (1 + chance.nextInt(orders + 1)));
        return switch (chance.nextInt(4)) {
            case 0 -> new Leases.Request(1, null, tote, Stock.SUPERVISOR, null);
            case 1 -> new Leases.Request(1, order, null, Stock.SUPERVISOR, null);
            default -> new Leases.Request(1, null, tote, null, null);
        };
    }

    private void errands(Machine machine) {
        machine.step(Errand.PULL);
        machine.step(Errand.LEASE);
        machine.step(Errand.PUSH);
        if (chance.nextInt(6) == 0) {
            machine.step(Errand.WATCH);
        }
    }

    private static void late(Machine machine) {
        try {
            machine.wire().arriveLate();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody changes how the warehouse works. */
    private void settings() {
        TestWarehouse warehouse = warehouse();
        Warehouse usual = Warehouse.usual(warehouse.site.warehouse(), ZoneOffset.UTC);
        new Warehouses(warehouse.database, warehouse.feed, warehouse.time)
                .put(
                        warehouse.site.company(),
                        new Warehouse(
                                usual.id(),
                                "House " + chance.nextInt(9),
                                usual.zone(),
                                usual.currency(),
                                usual.companyPrefix(),
                                usual.labelDpi(),
                                usual.weighing(),
                                usual.cutOffs(),
                                usual.holidays()));
    }

    private void office(Machine machine) {
        TestWarehouse warehouse = warehouse();
        List<ShipmentTask> held = warehouse.desk.held(warehouse.site, machine.name());
        switch (chance.nextInt(6)) {
            case 0, 1 ->
                warehouse.orders.cancel(warehouse.site, new OrderId("b/O-" + (1 + chance.nextInt(orders + 1))));
            case 2 -> held.stream().findFirst().ifPresent(task -> brokenLeases.broken(warehouse, task));
            case 3 -> {
                List<ExceptionRecord> open = warehouse.openExceptions();
                if (!open.isEmpty()) {
                    warehouse.settling.settle(
                            warehouse.site,
                            open.get(chance.nextInt(open.size())).id(),
                            "boss",
                            "settled");
                }
            }
            case 4 -> warehouse.expiry.sweep(warehouse.site);
            default -> warehouse.orders.retryWaiting(warehouse.site);
        }
    }

    /** The shop calls off an order that somebody at the machine has begun to pick. */
    private void callOff(Machine machine) {
        ReadModel view = machine.station().view();
        view.tasks().stream()
                .filter(task -> !view.progress(task.id()).picked().isEmpty())
                .findFirst()
                .ifPresent(task -> warehouse().orders.cancel(warehouse().site, task.order()));
    }

    /** While an order comes or the office is at work, another transaction that began later is committed, and a station hears of it. */
    private void lateCommit(Machine machine) {
        atStatement.happens(
                1 + chance.nextInt(Wire.MOST_STATEMENTS),
                () -> elsewhere(() -> {
                    Stock.moveRack(warehouse(), chance);
                    machine.step(Errand.PULL);
                }));
        if (chance.nextBoolean()) {
            order();
        } else {
            office(machine);
        }
        atStatement.never();
    }

    /** On another thread, since each has a transaction of its own, while this one waits. */
    private static void elsewhere(Runnable work) {
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            thread.submit(work).get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts", e);
        }
    }

    private static void giveBack(Machine machine) {
        ReadModel view = machine.station().view();
        view.tasks().stream()
                .map(ShipmentTask::id)
                .filter(task -> !view.progress(task).cancelled())
                .findFirst()
                .ifPresent(machine::giveBack);
    }

    private void cloned(Machine machine) {
        if (machines.size() < MOST_MACHINES) {
            add(machine.cloned(folder.resolve("M" + (1 + machines.size())), wire(machine.name())));
        }
    }

    private void enrolAnew(Machine machine) {
        machine.makeRoom();
        int epoch = 1 + Math.max(machine.epoch(), epoch(machine));
        warehouse()
                .execute(
                        "UPDATE station SET epoch = :epoch WHERE company = :company AND warehouse = :warehouse"
                                + " AND station = :station",
                        Map.of("epoch", epoch, "station", machine.name().value()));
        machine.enrolAnew(epoch);
    }

    /** Whether another machine was enrolled under its name since: the server would not let this one in any more. */
    boolean isSuperseded(Machine machine) {
        return machine.epoch() < epoch(machine);
    }

    /** Whether there never was another machine of its name. */
    boolean isAlone(Machine machine) {
        return machines.stream()
                        .filter(other -> other.name().equals(machine.name()))
                        .count()
                == 1;
    }

    private int epoch(Machine machine) {
        return Math.toIntExact(warehouse()
                .number(
                        "SELECT epoch FROM station WHERE company = :company AND warehouse = :warehouse AND station = '%s'"
                                .formatted(machine.name())));
    }

    /** Yesterday's backup takes the place of the data; now and then nobody says so. */
    private void restore() {
        if (backup == null) {
            return;
        }
        backup.restore();
        brokenLeases.forgotten();
        doors.restart();
        if (chance.nextBoolean()) {
            story.add("told so");
            TestWarehouse warehouse = warehouse();
            warehouse.database.useTransaction(warehouse.site, tx -> Meta.renew(tx, warehouse.time.instant()));
        }
        for (Machine machine : machines) {
            if (machine.epoch() > epoch(machine)) {
                enrolAnew(machine);
            }
        }
    }

    /** The faults are over and people go home: every queue drains without anybody's help. */
    void drain() {
        machines.forEach(Machine::calm);
        machines.forEach(machine -> machine.record(Worker.signOut()));
        for (int round = 0; round < ROUNDS && !isQuiet(); round++) {
            later(Duration.ofSeconds(61));
            machines.forEach(this::errands);
        }
        List<String> waiting = machines.stream()
                .filter(machine -> !isQuiet(machine))
                .map(machine -> "%s: %s %s"
                        .formatted(
                                machine,
                                machine.station().sync(),
                                machine.station().health().notices()))
                .toList();
        assertThat(waiting).as("queues that do not drain").isEmpty();
        later(ASKED_AGAIN);
        for (int round = 0; round < LAST_ROUNDS; round++) {
            machines.forEach(this::errands);
        }
    }

    private boolean isQuiet() {
        return machines.stream().allMatch(this::isQuiet);
    }

    private boolean isQuiet(Machine machine) {
        State state = machine.station().sync().state();
        boolean agreed = state == State.IN_STEP || state == State.CONFLICT && !isAlone(machine);
        return machine.station().sync().waiting() == 0 && agreed;
    }

    @Override
    public void close() {
        machines.forEach(Machine::close);
    }
}
