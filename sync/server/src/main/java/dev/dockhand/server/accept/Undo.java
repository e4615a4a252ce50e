package dev.dockhand.server.accept;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.protocol.Push;
import dev.dockhand.model.task.TaskStage;
import dev.dockhand.server.release.Work;
import java.util.List;
import java.util.Optional;

/** Takes the effect of an act back. Its movements come reversed in the undoing event itself. */
final class Undo {

    private Undo() {}

    static void undone(World world, FloorEvent event, Act.ActUndone act, List<Outcome> outcomes) {
        Optional<World.Known> found = world.event(act.undone())
                .filter(known -> known.event().station().equals(event.station()))
                .filter(known -> !known.undone());
        if (found.isEmpty() || found.get().event().act() instanceof Act.ActUndone) {
            outcomes.add(Decider.unknown(act.undone().value(), "no act of this station to take back"));
            return;
        }
        outcomes.add(new Outcome.Undone(act.undone()));
        takeBack(world, found.get(), outcomes);
    }

    private static void takeBack(World world, World.Known known, List<Outcome> outcomes) {
        FloorEvent undone = known.event();
        if (undone.act() instanceof Act.ShipmentPacked packed) {
            unship(world, undone, packed, outcomes);
        } else if (known.status() == Push.Status.ACCEPTED) {
            counts(world, undone, outcomes);
        }
    }

    private static void unship(World world, FloorEvent undone, Act.ShipmentPacked packed, List<Outcome> outcomes) {
        Optional<Work> work = world.work(packed.shipment());
        boolean counted =
                world.shippedBy(packed.shipment()).filter(undone.id()::equals).isPresent();
        if (work.isPresent() && counted) {
            outcomes.add(new Outcome.Unshipped(work.get().task(), packed.shipment()));
            outcomes.add(new Outcome.StageSet(work.get().task(), TaskStage.PICKED));
        }
    }

    private static void counts(World world, FloorEvent undone, List<Outcome> outcomes) {
        switch (undone.act()) {
            case Act.GoodsReceived received -> Receiving.takenBack(world, undone, received, outcomes);
            case Act.ReceiptClosed closed -> outcomes.add(new Outcome.ReceiptSet(closed.asn(), false));
            case Act.Picked picked ->
                world.work(undone.task())
                        .ifPresent(work -> outcomes.add(new Outcome.LineDone(
                                work.task(), picked.line(), -picked.quantity().units(), 0)));
            case Act.PickShorted shorted ->
                world.work(undone.task())
                        .ifPresent(work -> outcomes.add(new Outcome.LineDone(
                                work.task(),
                                shorted.line(),
                                0,
                                -shorted.missing().units())));
            case Act.PackShorted shorted -> Packing.found(world, undone, shorted, outcomes);
            case Act.PickFinished ignored ->
                world.work(undone.task())
                        .filter(work -> work.stage() == TaskStage.PICKED)
                        .ifPresent(work -> outcomes.add(new Outcome.StageSet(work.task(), TaskStage.RELEASED)));
            case Act.CancelSeen seen ->
                world.work(seen.shipment())
                        .ifPresent(work -> outcomes.add(new Outcome.CancelAnswered(work.task(), false)));
            case Act.SignedIn ignored -> {}
            case Act.SignedOut ignored -> {}
            case Act.SignInRefused ignored -> {}
            case Act.Approved ignored -> {}
            case Act.BadgeUnlocked ignored -> {}
            case Act.PutAway put -> outcomes.add(new Outcome.PlatePut(put.plate(), null));
            case Act.ItemPacked ignored -> {}
            case Act.ParcelWeighed ignored -> {}
            case Act.LabelPrinted ignored -> {}
            case Act.ShipmentPacked ignored -> {}
            case Act.ActUndone ignored -> {}
        }
    }
}
