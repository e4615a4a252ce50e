package dev.dockhand.app.proof;

import dev.dockhand.app.StationProgram;
import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.packing.PackingFlow;
import dev.dockhand.app.flow.packing.PackingJob;
import dev.dockhand.app.flow.picking.PickingFlow;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.task.Shipment;
import dev.dockhand.model.task.TaskStage;
import dev.dockhand.station.ReadModel;
import dev.dockhand.station.SyncStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One leg of a relay in a process of its own: somebody who picks everything, or has totes of others before them and packs them, or
 * only begins to. Says {@code REST} when all is done and told.
 */
final class RelayStation {

    static final String SUPERVISOR = "OP-9001";

    /** What is done at a station. */
    enum Leg {
        PICK,
        /** Checks one unit of each tote into its parcel and goes away. */
        BEGIN,
        /** Packs each tote, and takes it over on a supervisor's word where another station has begun it. */
        PACK
    }

    private final RemoteHands hands = new RemoteHands();
    private final StationProgram program;
    private final Worker worker;

    private RelayStation(StationProgram program, String name) {
        this.program = program;
        this.worker = new Worker(program.bench(), hands, name, List.of());
    }

    /** Folder, name of this life's totes, what is done, and the totes for it. */
    public static void main(String[] arguments) throws Exception {
        List<String> totes = List.of(arguments).subList(3, arguments.length);
        try (StationProgram program = StationProgram.open(Path.of(arguments[0]), Bench.parts())) {
            new RelayStation(program, arguments[1]).run(Leg.valueOf(arguments[2]), totes);
        }
    }

    private void run(Leg leg, List<String> totes) throws Exception {
        program.bench().onView(view -> hands.say("SEES " + view.screen().step()));
        worker.await(view -> !program.memory().view().locations().isEmpty(), "the first snapshot");
        worker.workTo("menu.choose");
        if (leg == Leg.PICK) {
            worker.plan(List.of(PickingFlow.ID));
            worker.work();
        }
        for (String tote : totes) {
            while (!isDone(leg, tote)) {
                work(leg, tote);
            }
        }
        while (program.memory().sync().state() != SyncStatus.State.IN_STEP) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        hands.say("REST");
        hands.hear();
    }

    private boolean isDone(Leg leg, String tote) {
        program.memory().awaitApplied();
        ReadModel view = program.memory().view();
        return view.shipments(tote).stream()
                .allMatch(shipment ->
                        shipment.stage() == TaskStage.PACKED || leg == Leg.BEGIN && isBegun(view, shipment));
    }

    private static boolean isBegun(ReadModel view, Shipment shipment) {
        TaskId task = shipment.task();
        return view.task(task).isPresent() && view.progress(task).unitsPacked() > 0;
    }

    private void work(Leg leg, String tote) throws InterruptedException {
        if (leg == Leg.BEGIN) {
            setAside();
        }
        String step = worker.view().screen().step();
        if (!step.startsWith("packing.") || step.equals("packing.choose-work")) {
            BenchView view = worker.scanRaw(tote);
            step = worker.await(now -> !now.screen().step().equals("packing.asked"), "the server's word on " + view)
                    .screen()
                    .step();
        }
        if (step.equals("packing.being-packed") || step.equals("packing.being-picked")) {
            takeOver();
        } else if (!step.startsWith("packing.") || step.equals("packing.choose-work")) {
            // No network, or the feed is late: the person looks around and scans again.
            TimeUnit.MILLISECONDS.sleep(50);
        } else if (leg == Leg.BEGIN) {
            worker.plan(List.of(PackingFlow.ID));
            while (!isDone(leg, tote)) {
                worker.step();
            }
            setAside();
        } else {
            worker.plan(List.of(PackingFlow.ID));
            worker.work();
        }
    }

    /** Whoever opens the job goes on with the parcel that was begun: that one is left as it is. */
    private void setAside() throws InterruptedException {
        String step = worker.view().screen().step();
        if (step.equals("menu.choose")) {
            step = worker.scanRaw(new PackingJob().barcode()).screen().step();
        }
        while (step.startsWith("packing.") && !step.equals("packing.choose-work")) {
            step = worker.scanRaw(Command.BACK.barcode()).screen().step();
        }
    }

    private void takeOver() throws InterruptedException {
        worker.scanRaw(Command.CONFIRM.barcode());
        worker.scanRaw(SUPERVISOR);
        program.bench().input(new Input.Entered(GeneratedShop.PIN));
        worker.await(
                view -> view.screen().step().startsWith("packing.")
                        && !view.screen().step().equals("packing.asked"),
                "the supervisor's word to count");
    }
}
