package dev.dockhand.app.flow;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.task.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a shipment's progress is after one more act. */
final class Progresses {

    private final Map<Integer, Quantity> picked;
    private final Map<Integer, Quantity> shorted;
    private final List<Progress.Box> boxes;
    private final Map<Integer, Quantity> lost;
    private @Nullable ToteCode tote;
    private boolean pickFinished;
    private boolean packedOut;
    private boolean cancelSeen;

    private Progresses(Progress before) {
        picked = new HashMap<>(before.picked());
        shorted = new HashMap<>(before.shorted());
        boxes = new ArrayList<>(before.boxes());
        lost = new HashMap<>(before.lost());
        tote = before.tote();
        pickFinished = before.pickFinished();
        packedOut = before.packedOut();
        cancelSeen = before.cancelSeen();
    }

    static Progress begin(WaybillNumber first, boolean cancelled) {
        return new Progress(
                Map.of(), Map.of(), null, false, Map.of(), List.of(Progress.Box.empty(first)), false, cancelled, false);
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
        return new Progress(picked, shorted, tote, pickFinished, lost, boxes, packedOut, cancelled, cancelSeen);
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
            case Act.BoxBegun a -> boxes.add(Progress.Box.empty(a.waybill()));
            case Act.ItemPacked a -> box(a.box(), box -> box.plus(a.item(), a.quantity()));
            case Act.PackShorted a -> {
                a.parts().forEach(part -> {
                    lost.merge(part.line(), part.quantity(), Quantity::plus);
                    picked.computeIfPresent(part.line(), (line, units) -> units.minus(part.quantity()));
                });
                boxes.replaceAll(Progress.Box::emptied);
            }
            case Act.ParcelWeighed a -> box(a.box(), box -> box.weighing(a.grams()));
            case Act.LabelPrinted a -> box(a.box(), box -> box.labelled(a.copy(), a.outcome()));
            case Act.ShipmentPacked a -> packedOut = true;
            case Act.CancelSeen a -> cancelSeen = true;
            default -> throw new AssertionError("no act of a shipment: " + act);
        }
    }

    private void box(int number, UnaryOperator<Progress.Box> change) {
        boxes.set(number - 1, change.apply(boxes.get(number - 1)));
    }
}
