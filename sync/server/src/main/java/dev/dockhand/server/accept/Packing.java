package dev.dockhand.server.accept;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.task.TaskStage;
import dev.dockhand.server.release.Work;
import java.util.Optional;
import java.util.Set;

/** Goods of a tote become a parcel; or the order was called off meanwhile. */
record Packing(Act.PackingAct act) implements ActHandler {

    @Override
    public void refer(References references) {
        switch (act) {
            case Act.BoxBegun begun -> references.waybills.add(begun.waybill());
            case Act.LabelPrinted label -> references.waybills.add(label.waybill());
            case Act.ShipmentPacked packed -> {
                references.shipments.add(packed.shipment());
                references.waybills.addAll(packed.waybills());
            }
            case Act.CancelSeen seen -> references.shipments.add(seen.shipment());
            case Act.ItemPacked _, Act.PackShorted _, Act.ParcelWeighed _ -> {}
        }
    }

    @Override
    public boolean belongsToTask() {
        return true;
    }

    @Override
    public Optional<String> work(Work work) {
        if (act instanceof Act.ShipmentPacked packed
                && (packed.waybills().isEmpty()
                        || Set.copyOf(packed.waybills()).size()
                                < packed.waybills().size())) {
            return Optional.of("its boxes do not each have a number of their own");
        }
        boolean same = switch (act) {
            case Act.ShipmentPacked packed ->
                packed.shipment().equals(work.shipment()) && packed.order().equals(work.order());
            case Act.CancelSeen seen -> seen.shipment().equals(work.shipment());
            case Act.BoxBegun begun -> begun.box() > 1;
            case Act.ItemPacked _, Act.PackShorted _, Act.ParcelWeighed _, Act.LabelPrinted _ -> true;
        };
        return Fit.unless(same, "its task is of another shipment, or its box is the first");
    }

    @Override
    public Optional<String> moves(Moves moves) {
        return switch (act) {
            case Act.PackShorted shorted -> BenchShort.moves(moves, shorted);
            case Act.ShipmentPacked packed -> ShipOnce.moves(moves, packed);
            case Act.BoxBegun _, Act.ItemPacked _, Act.ParcelWeighed _, Act.LabelPrinted _, Act.CancelSeen _ ->
                moves.nothing();
        };
    }

    /** Goods that left their tote in a first parcel cannot be in a second one: what matters is that it must not leave. */
    @Override
    public ExceptionKind misfit(World world) {
        return act instanceof Act.ShipmentPacked packed
                        && world.shippedBy(packed.shipment()).isPresent()
                ? ExceptionKind.ALREADY_SHIPPED
                : ExceptionKind.MISFIT_EVENT;
    }

    @Override
    public void decide(Case it) {
        switch (act) {
            case Act.BoxBegun begun -> boxBegun(it, begun);
            case Act.ItemPacked _ -> {}
            case Act.PackShorted shorted -> BenchShort.shorted(it, shorted);
            case Act.ParcelWeighed weighed -> weighed(it, weighed);
            case Act.LabelPrinted label -> labelPrinted(it, label);
            case Act.ShipmentPacked packed -> ShipOnce.packed(it, packed);
            case Act.CancelSeen seen -> cancelSeen(it, seen);
        }
    }

    /** A box may carry the number already, under whatever lease it was begun. */
    private static void boxBegun(Case it, Act.BoxBegun act) {
        it.work().ifPresent(work -> {
            if (it.world().isFree(act.waybill(), it.event().station())) {
                it.add(new Outcome.WaybillBound(work.task(), work.shipment(), act.box(), act.waybill()));
            } else if (!it.world().isOf(act.waybill(), work.shipment())) {
                it.unknown(
                        work.order(),
                        "box %d was begun by %s with waybill %s, which it may not take"
                                .formatted(act.box(), it.event().station(), act.waybill()));
            }
        });
    }

    /** A weight beyond tolerance was accepted for a reason. */
    private static void weighed(Case it, Act.ParcelWeighed act) {
        if (act.accepted()) {
            it.currentWork().ifPresent(work -> it.add(new Outcome.BoxWeighed(work.shipment(), act.box(), act.grams())));
        }
        if (!act.accepted() || act.reason().isEmpty()) {
            return;
        }
        it.raise(
                ExceptionKind.WEIGHT_OFF,
                it.work()
                        .map(work -> work.order().value())
                        .orElseGet(() -> String.valueOf(it.event().task())),
                "weighs %s instead of %s by %s, accepted by %s, reason %s, approved by %s"
                        .formatted(
                                act.grams(),
                                act.expected(),
                                act.device(),
                                it.event().operator(),
                                act.reason(),
                                act.approver() == null ? "nobody" : act.approver()));
    }

    private static void labelPrinted(Case it, Act.LabelPrinted act) {
        if (!it.world().knows(act.waybill())) {
            it.unknown(act.waybill(), "waybill is unknown");
            return;
        }
        it.add(new Outcome.LabelLogged(act));
        it.work()
                .filter(work -> (act.box() > 1 || work.waybill() == null)
                        && it.world().isFree(act.waybill(), it.event().station()))
                .ifPresent(work ->
                        it.add(new Outcome.WaybillBound(work.task(), work.shipment(), act.box(), act.waybill())));
    }

    private static void cancelSeen(Case it, Act.CancelSeen act) {
        Optional<Work> work = it.world().work(act.shipment());
        if (work.isEmpty()) {
            it.unknown(act.shipment(), "shipment is unknown");
        } else if (work.get().stage() == TaskStage.CANCELLED) {
            it.add(new Outcome.CancelAnswered(work.get().task(), true));
        } else {
            it.unknown(act.shipment(), "shipment is not called off");
        }
    }

    /** A closed parcel left the stock, whatever a supervisor must hear of it. */
    @Override
    public boolean countsAllTheSame() {
        return act instanceof Act.ShipmentPacked;
    }

    @Override
    public void undo(Case it) {
        switch (act) {
            case Act.PackShorted shorted -> BenchShort.found(it, shorted);
            case Act.ShipmentPacked packed -> ShipOnce.opened(it, packed);
            case Act.CancelSeen seen ->
                it.world()
                        .work(seen.shipment())
                        .ifPresent(work -> it.add(new Outcome.CancelAnswered(work.task(), false)));
            case Act.BoxBegun begun ->
                it.work()
                        .filter(work -> it.world().isOf(begun.waybill(), work.shipment()))
                        .ifPresent(work ->
                                it.add(new Outcome.WaybillReturned(work.task(), work.shipment(), begun.waybill())));
            case Act.ParcelWeighed weighed ->
                it.currentWork()
                        .filter(work -> weighed.accepted())
                        .ifPresent(work -> it.add(new Outcome.BoxWeighed(work.shipment(), weighed.box(), null)));
            case Act.ItemPacked _, Act.LabelPrinted _ -> {}
        }
    }
}
