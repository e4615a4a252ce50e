package dev.dockhand.server.accept;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.id.EventId;
import dev.dockhand.model.task.TaskStage;
import dev.dockhand.server.release.Work;
import dev.dockhand.server.release.WorkLine;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Ship once: the first closed parcel of a shipment counts, whoever closed it; a second one is a supervisor's case. */
final class Packing {

    private Packing() {}

    static void packed(World world, FloorEvent event, Act.ShipmentPacked act, List<Outcome> outcomes) {
        Optional<Work> found = world.work(act.shipment());
        if (found.isEmpty() || !found.get().order().equals(act.order())) {
            outcomes.add(Decider.unknown(act.shipment().value(), "shipment is unknown"));
            return;
        }
        Work work = found.get();
        Optional<EventId> earlier = world.shippedBy(act.shipment());
        if (earlier.isPresent()) {
            outcomes.add(new Outcome.Raised(
                    ExceptionKind.ALREADY_SHIPPED,
                    work.order().value(),
                    "a second parcel was closed by %s; the first by event %s"
                            .formatted(event.station(), earlier.get())));
        } else if (work.stage() == TaskStage.CANCELLED) {
            outcomes.add(new Outcome.Raised(
                    ExceptionKind.SHIPPED_AFTER_CANCEL,
                    work.order().value(),
                    "closed by %s with waybill %s".formatted(event.station(), act.waybill())));
        } else {
            ship(world, event, act, work, outcomes);
        }
    }

    /** A weight beyond tolerance was accepted for a reason. */
    static void weighed(World world, FloorEvent event, Act.ParcelWeighed act, List<Outcome> outcomes) {
        if (!act.accepted() || act.reason().isEmpty()) {
            return;
        }
        String about = world.work(event.task())
                .map(work -> work.order().value())
                .orElseGet(() -> String.valueOf(event.task()));
        outcomes.add(new Outcome.Raised(
                ExceptionKind.WEIGHT_OFF,
                about,
                "weighs %s instead of %s by %s, accepted by %s, reason %s, approved by %s"
                        .formatted(
                                act.grams(),
                                act.expected(),
                                act.device(),
                                event.operator(),
                                act.reason(),
                                act.approver() == null ? "nobody" : act.approver())));
    }

    /** Units were missing or damaged at the bench: the work goes back to picking, and waits until others were found. */
    static void shorted(World world, FloorEvent event, Act.PackShorted act, boolean current, List<Outcome> outcomes) {
        Optional<Work> found = world.work(event.task());
        String about = found.map(work -> work.order().value()).orElse(act.item().value());
        outcomes.add(new Outcome.Raised(
                ExceptionKind.SHORT_PICK,
                about,
                "%s x %s %s at the bench, tote %s, reason %s"
                        .formatted(
                                act.quantity(),
                                act.item(),
                                act.fault().name().toLowerCase(Locale.ROOT),
                                act.tote(),
                                act.reason())));
        if (!current || found.isEmpty()) {
            return;
        }
        Work work = found.get();
        if (!act.parts().stream().allMatch(part -> wasPicked(work, part))) {
            outcomes.add(Decider.unknown(about, "fewer units were picked than are said to be lost at the bench"));
            return;
        }
        act.parts()
                .forEach(part -> outcomes.add(new Outcome.LineLost(
                        work.task(), part.line(), part.quantity().units())));
        if (work.stage() == TaskStage.PICKED) {
            outcomes.add(new Outcome.StageSet(work.task(), TaskStage.RELEASED));
        }
    }

    private static boolean wasPicked(Work work, Act.PackShorted.Part part) {
        WorkLine line = work.lines().get(part.line());
        return line != null && line.picked() >= part.quantity().units();
    }

    /** Takes back that units were lost at the bench. */
    static void found(World world, FloorEvent undone, Act.PackShorted act, List<Outcome> outcomes) {
        Optional<Work> work = world.work(undone.task());
        if (work.isEmpty()) {
            return;
        }
        Work after = work.get();
        for (Act.PackShorted.Part part : act.parts()) {
            int units = part.quantity().units();
            outcomes.add(new Outcome.LineLost(after.task(), part.line(), -units));
            after = after.lose(part.line(), -units);
        }
        if (after.stage() == TaskStage.RELEASED && after.isAllPicked()) {
            outcomes.add(new Outcome.StageSet(after.task(), TaskStage.PICKED));
        }
    }

    private static void ship(World world, FloorEvent event, Act.ShipmentPacked act, Work work, List<Outcome> outcomes) {
        if (!act.waybill().equals(work.waybill())) {
            takeStationsWord(world, event, act, work, outcomes);
        }
        if (work.waits() || work.lines().values().stream().anyMatch(line -> line.refill() && line.left() > 0)) {
            outcomes.add(new Outcome.Raised(
                    ExceptionKind.SHORT_PICK,
                    work.order().value(),
                    "closed by %s before units lost at the bench were replaced".formatted(event.station())));
        }
        outcomes.add(new Outcome.Shipped(work.task(), work.order(), work.shipment()));
        outcomes.add(new Outcome.StageSet(work.task(), TaskStage.PACKED));
    }

    /**
     * The grant was forgotten by a restore from a backup, but the box stands at the ramp with this number: were the order
     * not closed, it would be picked and shipped a second time.
     */
    private static void takeStationsWord(
            World world, FloorEvent event, Act.ShipmentPacked act, Work work, List<Outcome> outcomes) {
        if (world.isFree(act.waybill())) {
            outcomes.add(new Outcome.WaybillBound(work.task(), work.shipment(), act.waybill()));
        } else {
            String why = world.knows(act.waybill()) ? "belongs to another shipment" : "is in no pool";
            String own = work.waybill() == null ? "it has no number" : "its number is " + work.waybill();
            outcomes.add(Decider.unknown(
                    work.order().value(),
                    "closed by %s with waybill %s, which %s; %s".formatted(event.station(), act.waybill(), why, own)));
        }
    }
}
