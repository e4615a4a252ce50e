package dev.dockhand.app.proof;

import dev.dockhand.app.StationProgram;
import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.packing.PackingFlow;
import dev.dockhand.app.flow.picking.PickingFlow;
import dev.dockhand.app.flow.putaway.PutawayFlow;
import dev.dockhand.app.flow.receiving.ReceivingFlow;
import dev.dockhand.station.MemoryException;
import dev.dockhand.station.SyncStatus;
import dev.dockhand.station.journal.JournalSettings;
import dev.dockhand.station.journal.RealDisk;
import dev.dockhand.station.memory.Station;
import dev.dockhand.station.memory.StationFacts;
import dev.dockhand.station.memory.StationSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * A station of the soak in a process of its own, and a person who does one job after the other there until they are killed.
 * Beside what {@link RemoteHands} asks for it says on standard output how it stands with the server, {@code SYNC state waiting
 * acked held step}, and {@code PAUSED} once the person signed out because a file asks for it.
 */
final class SoakStation {

    private static final int MOST_STEPS = 150;
    private static final int LEAST_THINK_MILLIS = 20;
    private static final int MOST_THINK_MILLIS = 120;
    private static final int IDLE_MILLIS = 500;
    private static final int LOOK_MILLIS = 50;
    private static final int REPEAT = 20;

    private final RemoteHands hands = new RemoteHands();
    private final Path folder;
    private final boolean carriesPlates;
    private final Random chance;
    private long verdicts;
    private long promised;
    private volatile String shown = "";

    private SoakStation(Path folder, boolean carriesPlates, long seed) {
        this.folder = folder;
        this.carriesPlates = carriesPlates;
        this.chance = new Random(seed);
    }

    /** While this file is there, the station's disk takes nothing. */
    static Path full(Path folder) {
        return beside(folder, "full");
    }

    /** While this file is there, nobody works. */
    static Path pause(Path folder) {
        return beside(folder, "pause");
    }

    /** What people were told. */
    static Path promises(Path folder) {
        return beside(folder, "promises");
    }

    /** Not on the station's disk, which may be full. */
    private static Path beside(Path folder, String what) {
        Path disk = folder.toAbsolutePath().getParent();
        return disk.resolveSibling(disk.getFileName() + "." + what);
    }

    /**
     * Folder, the name of this life's totes, its seed, and whether the person puts plates away: at one station only, since a
     * plate is in one pair of hands.
     */
    public static void main(String[] arguments) throws Exception {
        new SoakStation(Path.of(arguments[0]), Boolean.parseBoolean(arguments[3]), Long.parseLong(arguments[2]))
                .live(arguments[1]);
    }

    private void live(String totes) throws Exception {
        try (StationProgram program = StationProgram.open(folder, parts());
                Promises promises = Promises.open(promises(folder))) {
            program.bench().onView(view -> told(program, promises, view));
            Thread.ofPlatform().daemon().start(() -> sayHowItStands(program));
            Worker worker = new Worker(program.bench(), hands, totes);
            while (program.memory().view().locations().isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
            while (true) {
                shift(worker);
                if (isPaused()) {
                    rest(worker);
                }
            }
        }
    }

    /** The product's settings, with small files in the journal, so that it takes new ones often. */
    private Station.Parts parts() {
        StationSettings usual = StationSettings.USUAL;
        JournalSettings journal =
                new JournalSettings(1 << 20, 0, 0, usual.journal().keep());
        Station.Parts real = Station.Parts.real(
                new StationSettings(journal, usual.replica(), usual.link(), usual.pictures()),
                InstantSource.system(),
                new SecureRandom());
        return new Station.Parts(
                real.settings(),
                real.clock(),
                real.ticks(),
                real.random(),
                FullDisk.over(new RealDisk(), full(folder)),
                real.ahead(),
                real.exchanges());
    }

    /** Written down once it was told, and not by the journal. */
    private void told(StationProgram program, Promises promises, BenchView view) {
        shown = view.screen().step();
        if (view.verdict() != null && view.verdictNumber() > verdicts) {
            verdicts = view.verdictNumber();
            try {
                StationFacts facts = program.memory().facts(false);
                if (facts.lastSeq() > promised) {
                    promised = facts.lastSeq();
                    promises.write(facts.epoch(), facts.lastSeq(), facts.lastHash());
                }
            } catch (MemoryException | IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void sayHowItStands(StationProgram program) {
        String last = "";
        for (int look = 1; ; look++) {
            try {
                SyncStatus sync = program.memory().sync();
                String now = "SYNC %s %d %d %d %s"
                        .formatted(
                                sync.state(),
                                sync.waiting(),
                                program.memory().facts(false).acked(),
                                program.memory().view().tasks().size(),
                                shown);
                if (!now.equals(last) || look % REPEAT == 0) {
                    hands.say(now);
                    last = now;
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            } catch (MemoryException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private boolean isPaused() {
        return Files.exists(pause(folder));
    }

    /** Some jobs, each to its end or for a while. */
    private void shift(Worker worker) throws InterruptedException {
        List<FlowId> jobs = new ArrayList<>(List.of(PickingFlow.ID, PackingFlow.ID));
        if (chance.nextInt(3) == 0) {
            jobs.add(ReceivingFlow.ID);
        }
        if (carriesPlates) {
            jobs.add(PutawayFlow.ID);
        }
        Collections.shuffle(jobs, chance);
        int steps = 0;
        for (FlowId job : jobs) {
            steps += work(worker, job);
        }
        if (steps <= 2 * jobs.size()) {
            TimeUnit.MILLISECONDS.sleep(IDLE_MILLIS);
        }
    }

    private int work(Worker worker, FlowId job) throws InterruptedException {
        worker.plan(List.of(job));
        int steps = 0;
        while (steps < MOST_STEPS && !isPaused() && step(worker)) {
            steps++;
            TimeUnit.MILLISECONDS.sleep(chance.nextInt(LEAST_THINK_MILLIS, MOST_THINK_MILLIS));
        }
        if (steps == MOST_STEPS) {
            tryTo(() -> worker.scanRaw(Command.MENU.barcode()));
        }
        return steps;
    }

    /** Where nothing is to be picked, they ask for work, and leave when none comes soon. */
    private boolean step(Worker worker) throws InterruptedException {
        boolean[] works = {true};
        tryTo(() -> {
            if (worker.view().screen().step().equals("picking.no-work")) {
                worker.scanRaw(Command.CONFIRM.barcode());
                TimeUnit.MILLISECONDS.sleep(IDLE_MILLIS);
            }
            works[0] = worker.step();
        });
        return works[0];
    }

    /** What is in hand is left as it is; the person signs out, which is an act behind all faults. */
    private void rest(Worker worker) throws InterruptedException {
        worker.plan(List.of(PackingFlow.ID));
        tryTo(() -> worker.work(view -> !view.flow().equals(FlowId.SIGN_IN) && !view.mustAnswer()));
        tryTo(() -> worker.scanRaw(Command.SIGN_OUT.barcode()));
        hands.say("PAUSED");
        while (isPaused()) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    /** Something that a person does. */
    private interface Deed {
        void run() throws InterruptedException;
    }

    /** A station that was stopped for a while answers later than a person waits: they look again at what it shows. */
    private static void tryTo(Deed deed) throws InterruptedException {
        try {
            deed.run();
        } catch (AssertionError e) {
            System.err.println("a person looks again: " + e.getMessage());
        }
    }
}
