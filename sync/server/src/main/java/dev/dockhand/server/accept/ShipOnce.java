package dev.dockhand.server.accept;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.id.EventId;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.model.task.TaskStage;
import dev.dockhand.server.release.Work;
import dev.dockhand.server.stock.StockKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The first closed parcel of a shipment counts, whoever closed it; a second one is a supervisor's case. */
final class ShipOnce {

    private ShipOnce() {}

    static void packed(Case it, Act.ShipmentPacked act) {
        Optional<Work> found = it.world().work(act.shipment());
        if (found.isEmpty() || !found.get().order().equals(act.order())) {
            it.unknown(act.shipment(), "shipment is unknown");
            return;
        }
        Work work = found.get();
        Optional<EventId> earlier = it.world().shippedBy(act.shipment());
        if (earlier.isPresent()) {
            it.raise(
                    ExceptionKind.ALREADY_SHIPPED,
                    work.order().value(),
                    "a second parcel was closed by %s; the first by event %s"
                            .formatted(it.event().station(), earlier.get()));
        } else if (work.stage() == TaskStage.CANCELLED) {
            it.raise(
                    ExceptionKind.SHIPPED_AFTER_CANCEL,
                    work.order().value(),
                    "closed by %s with waybills %s".formatted(it.event().station(), act.waybills()));
        } else {
            ship(it, act, work);
        }
    }

    private static void ship(Case it, Act.ShipmentPacked act, Work work) {
        Map<Integer, WaybillNumber> numbers = new HashMap<>();
        int box = 0;
        for (WaybillNumber number : act.waybills()) {
            box++;
            if (isOurs(it, work, box, number)) {
                numbers.put(box, number);
            }
        }
        if (work.waits() || work.lines().values().stream().anyMatch(line -> line.refill() && line.left() > 0)) {
            it.raise(
                    ExceptionKind.SHORT_PICK,
                    work.order().value(),
                    "closed by %s before units lost at the bench were replaced"
                            .formatted(it.event().station()));
        }
        it.add(new Outcome.Shipped(
                work.task(), work.order(), work.shipment(), act.waybills().size(), numbers));
        it.add(new Outcome.StageSet(work.task(), TaskStage.PACKED));
    }

    /**
     * A number that is not bound to the shipment is believed where it is free: the grant was forgotten by a restore from a backup, but
     * the box stands at the ramp with this number. Were the order not closed, it would be picked and shipped a second time.
     */
    private static boolean isOurs(Case it, Work work, int box, WaybillNumber number) {
        if (it.world().isOf(number, work.shipment())) {
            return true;
        }
        if (it.world().isFree(number, it.event().station())) {
            it.add(new Outcome.WaybillBound(work.task(), work.shipment(), box, number));
            return true;
        }
        String why = it.world().knows(number) ? "belongs to another shipment" : "is in no pool";
        String own = work.waybill() == null ? "it has no number" : "its number is " + work.waybill();
        it.unknown(
                work.order(),
                "box %d closed by %s with waybill %s, which %s; %s"
                        .formatted(box, it.event().station(), number, why, own));
        return false;
    }

    /** That a parcel was closed is taken back, where that parcel is the one that counted. */
    static void opened(Case it, Act.ShipmentPacked act) {
        boolean counted = it.world()
                .shippedBy(act.shipment())
                .filter(it.event().id()::equals)
                .isPresent();
        it.world().work(act.shipment()).filter(work -> counted).ifPresent(work -> {
            it.add(new Outcome.Unshipped(work.task(), act.shipment()));
            it.add(new Outcome.StageSet(work.task(), TaskStage.PICKED));
        });
    }

    /** Goods of the pick list leave one tote for the parcel; that the tote holds them is looked at for all acts. */
    static Optional<String> moves(Moves moves, Act.ShipmentPacked act) {
        Map<StockKey, Integer> listed = new HashMap<>();
        Place parcel = Place.of(act.shipment());
        moves.work()
                .ifPresent(work -> work.lines()
                        .values()
                        .forEach(line ->
                                listed.merge(new StockKey(parcel, line.goods()), line.quantity(), Integer::sum)));
        for (Movement movement : moves.event().movements()) {
            int left = listed.merge(StockKey.to(movement), -movement.quantity().units(), Integer::sum);
            if (movement.from().kind() != Place.Kind.TOTE || left < 0) {
                return Optional.of("the parcel holds what the order does not want");
            }
        }
        boolean oneTote = moves.event().movements().stream()
                        .map(Movement::from)
                        .distinct()
                        .count()
                == 1;
        return Fit.unless(oneTote, "its goods come from no tote or from several");
    }
}
