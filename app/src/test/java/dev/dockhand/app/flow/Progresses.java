package dev.dockhand.app.flow;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.measure.Grams;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.task.Progress;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a shipment's progress is after one more act. */
final class Progresses {

    private final Map<Integer, Quantity> picked;
    private final Map<Integer, Quantity> shorted;
    private final Map<ItemId, Quantity> packed;
    private final Map<Integer, Quantity> lost;
    private @Nullable ToteCode tote;
    private boolean pickFinished;
    private @Nullable Grams weight;
    private int labels;
    private @Nullable String outcome;
    private boolean packedOut;
    private boolean cancelSeen;

    private Progresses(Progress before) {
        picked = new HashMap<>(before.picked());
        shorted = new HashMap<>(before.shorted());
        packed = new HashMap<>(before.packed());
        lost = new HashMap<>(before.lost());
        tote = before.tote();
        pickFinished = before.pickFinished();
        weight = before.weight();
        labels = before.labels();
        outcome = before.labelOutcome();
        packedOut = before.packedOut();
        cancelSeen = before.cancelSeen();
    }

    static Progress begin(boolean cancelled) {
        return new Progress(
                Map.of(), Map.of(), null, false, Map.of(), Map.of(), null, 0, null, false, cancelled, false);
    }

    static Progress after(Progress before, Act act) {
        Progresses p = new Progresses(before);
        p.take(act);
        return p.made(before.cancelled());
    }

    /** Nothing is missing any more; there is more to pick, or not. */
    static Progress answered(Progress before, boolean more) {
        Progresses p = new Progresses(before);
        p.shorted.clear();
        p.lost.clear();
        p.pickFinished = !more;
        return p.made(before.cancelled());
    }

    private Progress made(boolean cancelled) {
        return new Progress(
                picked,
                shorted,
                tote,
                pickFinished,
                lost,
                packed,
                weight,
                labels,
                outcome,
                packedOut,
                cancelled,
                cancelSeen);
    }

    private void take(Act act) {
        switch (act) {
            case Act.Picked a -> {
                picked.merge(a.line(), a.quantity(), Quantity::plus);
                tote = a.tote();
            }
            case Act.PickShorted a -> shorted.merge(a.line(), a.missing(), Quantity::plus);
            case Act.PickFinished a -> {
                pickFinished = true;
                tote = a.tote();
            }
            case Act.ItemPacked a -> packed.merge(a.item(), a.quantity(), Quantity::plus);
            case Act.PackShorted a -> {
                a.parts().forEach(part -> {
                    lost.merge(part.line(), part.quantity(), Quantity::plus);
                    picked.computeIfPresent(part.line(), (line, units) -> units.minus(part.quantity()));
                });
                packed.clear();
            }
            case Act.ParcelWeighed a -> weight = a.grams();
            case Act.LabelPrinted a -> {
                labels = Math.max(labels, a.copy());
                outcome = a.outcome();
            }
            case Act.ShipmentPacked a -> packedOut = true;
            case Act.CancelSeen a -> cancelSeen = true;
            default -> throw new AssertionError("no act of a shipment: " + act);
        }
    }
}
