package dev.dockhand.server.accept;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.task.TaskStage;
import dev.dockhand.server.release.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides what an event means: a pure function of the event and of what is known. Nothing that people saw is refused; what
 * contradicts is kept and put before a supervisor.
 */
final class Decider {

    private Decider() {}

    /** What this event means in this world. */
    static Decision decide(World world, FloorEvent event) {
        List<Outcome> outcomes = new ArrayList<>();
        checkReferences(world, event, outcomes);
        boolean current = checkLease(world, event, outcomes);
        switch (event.act()) {
            case Act.GoodsReceived received -> Receiving.received(world, event, received, outcomes);
            case Act.ReceiptClosed closed -> Receiving.closed(world, event, closed, outcomes);
            case Act.Picked picked -> picked(world, event, picked, current, outcomes);
            case Act.PickShorted shorted -> shorted(world, event, shorted, current, outcomes);
            case Act.PickFinished finished -> pickFinished(world, event, finished, current, outcomes);
            case Act.LabelPrinted label -> labelPrinted(world, event, label, outcomes);
            case Act.ShipmentPacked packed -> Packing.packed(world, event, packed, outcomes);
            case Act.PackShorted shorted -> Packing.shorted(world, event, shorted, current, outcomes);
            case Act.CancelSeen seen -> cancelSeen(world, seen, outcomes);
            case Act.ActUndone undone -> Undo.undone(world, event, undone, outcomes);
            case Act.SignedIn ignored -> {}
            case Act.SignedOut ignored -> {}
            case Act.SignInRefused ignored -> {}
            case Act.Approved ignored -> {}
            case Act.BadgeUnlocked ignored -> {}
            case Act.PutAway put -> outcomes.add(new Outcome.PlatePut(put.plate(), put.location()));
            case Act.ItemPacked ignored -> {}
            case Act.ParcelWeighed weighed -> Packing.weighed(world, event, weighed, outcomes);
        }
        return new Decision(outcomes);
    }

    static Outcome unknown(String about, String detail) {
        return new Outcome.Raised(ExceptionKind.UNKNOWN_REFERENCE, about, detail);
    }

    private static void checkReferences(World world, FloorEvent event, List<Outcome> outcomes) {
        for (Movement movement : event.movements()) {
            if (!world.knows(movement.item())) {
                outcomes.add(unknown(movement.item().value(), "item is unknown"));
                return;
            }
            if (!world.knows(movement.from()) || !world.knows(movement.to())) {
                outcomes.add(unknown(movement.from() + " > " + movement.to(), "location is unknown"));
                return;
            }
        }
    }

    /** Whether the event was done under the newest lease of its work; work without a lease is always current. */
    private static boolean checkLease(World world, FloorEvent event, List<Outcome> outcomes) {
        if (event.task() == null) {
            return true;
        }
        Optional<Work> work = world.work(event.task());
        if (work.isEmpty() || work.get().isHeldBy(event.station(), event.leaseToken())) {
            return true;
        }
        outcomes.add(new Outcome.Raised(
                ExceptionKind.STALE_LEASE,
                work.get().order().value(),
                "done by %s under token %s; holder is %s with token %d"
                        .formatted(
                                event.station(),
                                event.leaseToken(),
                                work.get().holder(),
                                work.get().token())));
        return false;
    }

    private static void picked(World world, FloorEvent event, Act.Picked act, boolean current, List<Outcome> outcomes) {
        Optional<Work> work = world.work(event.task());
        if (!current || work.isEmpty()) {
            return;
        }
        outcomes.add(new Outcome.LineDone(
                work.get().task(), act.line(), act.quantity().units(), 0));
        if (!act.tote().equals(work.get().tote())) {
            outcomes.add(new Outcome.ToteUsed(work.get().task(), act.tote()));
        }
    }

    private static void shorted(
            World world, FloorEvent event, Act.PickShorted act, boolean current, List<Outcome> outcomes) {
        Optional<Work> work = world.work(event.task());
        String about =
                work.map(found -> found.order().value()).orElse(act.item().value());
        outcomes.add(new Outcome.Raised(
                ExceptionKind.SHORT_PICK,
                about,
                "line %d: %s x %s missing at %s, reason %s"
                        .formatted(act.line(), act.missing(), act.item(), act.location(), act.reason())));
        if (!current || work.isEmpty()) {
            return;
        }
        outcomes.add(new Outcome.LineDone(
                work.get().task(), act.line(), 0, act.missing().units()));
    }

    private static void pickFinished(
            World world, FloorEvent event, Act.PickFinished act, boolean current, List<Outcome> outcomes) {
        Optional<Work> work = world.work(event.task());
        if (!current || work.isEmpty()) {
            return;
        }
        outcomes.add(new Outcome.ToteUsed(work.get().task(), act.tote()));
        if (work.get().stage() == TaskStage.RELEASED) {
            outcomes.add(new Outcome.StageSet(work.get().task(), TaskStage.PICKED));
        }
    }

    private static void labelPrinted(World world, FloorEvent event, Act.LabelPrinted act, List<Outcome> outcomes) {
        if (world.knows(act.waybill())) {
            outcomes.add(new Outcome.LabelLogged(act));
            world.work(event.task())
                    .filter(work -> work.waybill() == null && world.isFree(act.waybill()))
                    .ifPresent(work ->
                            outcomes.add(new Outcome.WaybillBound(work.task(), work.shipment(), act.waybill())));
        } else {
            outcomes.add(unknown(act.waybill().value(), "waybill is unknown"));
        }
    }

    private static void cancelSeen(World world, Act.CancelSeen act, List<Outcome> outcomes) {
        Optional<Work> work = world.work(act.shipment());
        if (work.isEmpty()) {
            outcomes.add(unknown(act.shipment().value(), "shipment is unknown"));
        } else if (work.get().stage() == TaskStage.CANCELLED) {
            outcomes.add(new Outcome.CancelAnswered(work.get().task(), true));
        } else {
            outcomes.add(unknown(act.shipment().value(), "shipment is not called off"));
        }
    }
}
