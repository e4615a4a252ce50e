package dev.dockhand.app.flow.packing;

import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.flow.common.Drafts;
import dev.dockhand.app.flow.common.Shown;
import dev.dockhand.app.flow.common.Work;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Draft;
import dev.dockhand.model.id.Sku;
import dev.dockhand.model.measure.Quantity;
import java.util.ArrayList;
import java.util.List;

/** Units into the parcel, and the parcel out of the house. */
final class Packs {

    private Packs() {}

    /** Units were checked into the parcel; the last one leads on to the scale, or straight to the label. */
    static Decision<PackState> pack(Parcel parcel, Sku sku, Quantity units, Lookup lookup) {
        Parcel after = parcel.plus(sku, units);
        List<Draft> acts = List.of(Drafts.of(lookup, parcel.task(), new Act.ItemPacked(sku, units)));
        if (after.isComplete()) {
            return lookup.rules().weighs()
                    ? Decision.<PackState>did(new Weighing(after), Verdict.done("packing.all-checked"), acts)
                            .with(new Effect.Weigh())
                    : Labels.first(after, acts, "packing.printing", lookup);
        }
        Object item = Shown.item(sku, lookup);
        Verdict verdict = after.open(sku).isZero()
                ? Verdict.good("packing.line-complete", item)
                : Verdict.good("packing.checked", after.packed(sku), after.picked(sku));
        return Decision.did(new PackItems(after, sku), verdict, acts);
    }

    /** The right label was scanned on the box: the parcel is closed and leaves the stock, for good. */
    static Decision<PackState> close(Parcel parcel, List<Draft> before, Lookup lookup) {
        Act act = new Act.ShipmentPacked(
                parcel.task().order(), parcel.task().shipment(), parcel.task().waybill());
        List<Draft> acts = new ArrayList<>(before);
        acts.add(Drafts.of(lookup, parcel.task(), act, parcel.movements()));
        Verdict verdict = Verdict.done("packing.closed", parcel.task().order());
        return refilled(
                Decision.<PackState>did(new ChooseWork(parcel.sessionAfter()), verdict, acts)
                        .forGood(),
                parcel,
                lookup);
    }

    /** The operator saw that the parcel was called off. */
    static Decision<PackState> seen(Parcel parcel, Lookup lookup) {
        Act act = new Act.CancelSeen(parcel.task().shipment());
        Verdict verdict = Verdict.note("packing.goods-back", parcel.task().order(), parcel.tote());
        List<Draft> acts = List.of(Drafts.of(lookup, parcel.task(), act));
        return refilled(
                Decision.<PackState>did(new ChooseWork(parcel.sessionAfter()), verdict, acts)
                        .forGood(),
                parcel,
                lookup);
    }

    /** Asks for work when less than half of what the station wants to hold is left. */
    private static Decision<PackState> refilled(Decision<PackState> decision, Parcel parcel, Lookup lookup) {
        long left = lookup.tasks().stream()
                .filter(task -> !parcel.sessionAfter().finished().contains(task.id()))
                .filter(task -> Work.isToPick(task, lookup.progress(task.id()))
                        || Work.isToPack(task, lookup.progress(task.id())))
                .count();
        return left * 2 < lookup.rules().holdsUpTo() ? decision.with(new Effect.WantWork(null)) : decision;
    }
}
