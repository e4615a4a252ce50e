package dev.dockhand.server.accept;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.id.EventId;
import dev.dockhand.model.task.TaskStage;
import dev.dockhand.model.trouble.TroubleKind;
import dev.dockhand.server.release.Work;
import java.util.List;
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
                    TroubleKind.ALREADY_SHIPPED,
                    work.order().value(),
                    "a second parcel was closed by %s; the first by event %s"
                            .formatted(event.station(), earlier.get())));
        } else if (work.stage() == TaskStage.CANCELLED) {
            outcomes.add(new Outcome.Raised(
                    TroubleKind.SHIPPED_AFTER_CANCEL,
                    work.order().value(),
                    "closed by %s with waybill %s".formatted(event.station(), act.waybill())));
        } else {
            ship(event, act, work, outcomes);
        }
    }

    private static void ship(FloorEvent event, Act.ShipmentPacked act, Work work, List<Outcome> outcomes) {
        if (work.waybill() == null) {
            outcomes.add(Decider.unknown(
                    work.order().value(), "closed by %s, but never granted".formatted(event.station())));
            return;
        }
        if (!act.waybill().equals(work.waybill())) {
            outcomes.add(Decider.unknown(
                    work.order().value(),
                    "the box carries waybill %s; %s is bound to it".formatted(act.waybill(), work.waybill())));
        }
        outcomes.add(new Outcome.Shipped(work.task(), work.order(), work.shipment(), work.waybill()));
        outcomes.add(new Outcome.StageSet(work.task(), TaskStage.PACKED));
    }
}
