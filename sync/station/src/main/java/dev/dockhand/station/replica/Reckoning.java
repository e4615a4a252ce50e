package dev.dockhand.station.replica;

import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.id.EventId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.task.PickLine;
import dev.dockhand.model.task.Progress;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.model.task.TaskStage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the station's own acts do to what the server told. Pure.
 *
 * <p>Picking stands in the server's grant up to an event number; later own acts under its lease come on top, and the undo of an earlier
 * act takes away from the grant. Units that were lost at the bench since then keep the parcel waiting, until a newer grant
 * says what is picked in their place. Packing is done at one station under one lease, so it is reckoned from that station's
 * own acts alone.
 */
final class Reckoning {

    private final Map<EventId, FloorEvent> byId = new HashMap<>();
    private final Map<EventId, EventId> undone = new HashMap<>();
    private final List<FloorEvent> events;

    /** Reckons with own events about one thing, in their order. */
    Reckoning(List<FloorEvent> events) {
        this.events = events;
        for (FloorEvent event : events) {
            byId.put(event.id(), event);
            if (event.act() instanceof Act.ActUndone(EventId target)) {
                undone.put(target, event.id());
            }
        }
    }

    /**
     * A shipment's progress.
     *
     * @param task the grant
     * @param cancelled whether the server called the shipment off since
     */
    Progress progress(ShipmentTask task, boolean cancelled) {
        Map<Integer, Integer> picked = new HashMap<>();
        Map<Integer, Integer> shorted = new HashMap<>();
        Map<Integer, Integer> lost = new HashMap<>();
        for (PickLine line : task.lines()) {
            picked.put(line.line(), line.picked().units());
            shorted.put(line.line(), line.shorted().units());
        }
        boolean finished = task.stage() == TaskStage.PICKED || task.stage() == TaskStage.PACKED;
        for (FloorEvent event : events) {
            if (event.seq() <= task.basedOnSeq() || !isUnderLease(event, task)) {
                continue;
            }
            int sign = event.act() instanceof Act.ActUndone ? -1 : 1;
            switch (meant(event)) {
                case Act.Picked act ->
                    picked.merge(act.line(), sign * act.quantity().units(), Integer::sum);
                case Act.PickShorted act ->
                    shorted.merge(act.line(), sign * act.missing().units(), Integer::sum);
                case Act.PickFinished act -> finished = sign > 0;
                case Act.PackShorted act -> {
                    for (Act.PackShorted.Part part : act.parts()) {
                        int units = sign * part.quantity().units();
                        picked.merge(part.line(), -units, Integer::sum);
                        lost.merge(part.line(), units, Integer::sum);
                    }
                    // Found after all: the list that was finished before is so again, whatever the grant says.
                    finished = finished || sign < 0 && !isShortAtBench();
                }
                case Act.BoxBegun _,
                        Act.ItemPacked _,
                        Act.ParcelWeighed _,
                        Act.LabelPrinted _,
                        Act.ShipmentPacked _,
                        Act.CancelSeen _,
                        Act.SessionAct _,
                        Act.ReceivingAct _,
                        Act.PutawayAct _,
                        Act.ActUndone _ -> {}
                case null -> {}
            }
        }
        Packing packing = new Packing(task);
        return new Progress(
                quantities(picked),
                quantities(shorted),
                packing.tote,
                finished,
                quantities(lost),
                packing.boxes,
                packing.packedOut || task.stage() == TaskStage.PACKED,
                cancelled || task.stage() == TaskStage.CANCELLED,
                packing.cancelSeen);
    }

    /** The server counts what was done under another lease as late work, whenever it hears of it. */
    private static boolean isUnderLease(FloorEvent event, ShipmentTask task) {
        Long token = event.leaseToken();
        return token == null || token == task.lease().token();
    }

    /** Whether units were lost at the bench since the list was finished last. */
    private boolean isShortAtBench() {
        boolean isShort = false;
        for (FloorEvent event : events) {
            if (!undone.containsKey(event.id())) {
                isShort =
                        event.act() instanceof Act.PackShorted || isShort && !(event.act() instanceof Act.PickFinished);
            }
        }
        return isShort;
    }

    /**
     * A notice with own receipts.
     *
     * @param asn what the server told
     * @param untold which own events the server had not told of yet
     */
    Asn asn(Asn asn, Predicate<FloorEvent> untold) {
        Map<Integer, Integer> received = new HashMap<>();
        boolean closed = asn.closed();
        for (FloorEvent event : events) {
            if (!untold.test(event)) {
                continue;
            }
            int sign = event.act() instanceof Act.ActUndone ? -1 : 1;
            switch (meant(event)) {
                case Act.GoodsReceived act ->
                    received.merge(act.line(), sign * act.quantity().units(), Integer::sum);
                case Act.ReceiptClosed act -> closed = sign > 0;
                case Act.SessionAct _, Act.PutawayAct _, Act.PickingAct _, Act.PackingAct _, Act.ActUndone _ -> {}
                case null -> {}
            }
        }
        List<Asn.Line> lines = asn.lines().stream()
                .map(line -> with(line, received.getOrDefault(line.line(), 0)))
                .toList();
        return new Asn(asn.id(), asn.supplier(), asn.expectedOn(), lines, closed);
    }

    /** Counts of goods that were not taken back. */
    List<Act.GoodsReceived> received() {
        return events.stream()
                .filter(event -> !undone.containsKey(event.id()))
                .map(FloorEvent::act)
                .filter(Act.GoodsReceived.class::isInstance)
                .map(Act.GoodsReceived.class::cast)
                .toList();
    }

    private static Asn.Line with(Asn.Line line, int more) {
        return new Asn.Line(
                line.line(),
                line.goods(),
                line.expected(),
                Quantity.of(Math.max(0, line.received().units() + more)));
    }

    /** The act itself, or the one that it takes back; absent when that one is not known. */
    private @Nullable Act meant(FloorEvent event) {
        if (event.act() instanceof Act.ActUndone(EventId target)) {
            FloorEvent found = byId.get(target);
            return found == null ? null : found.act();
        }
        return event.act();
    }

    private static <K> Map<K, Quantity> quantities(Map<K, Integer> units) {
        Map<K, Quantity> found = new HashMap<>();
        units.forEach((key, count) -> {
            if (count > 0) {
                found.put(key, Quantity.of(count));
            }
        });
        return found;
    }

    /** What the acts under the task's present lease come to. */
    private final class Packing {
        private final List<Progress.Box> boxes = new ArrayList<>();
        private @Nullable ToteCode tote;
        private boolean packedOut;
        private boolean cancelSeen;

        Packing(ShipmentTask task) {
            tote = task.tote();
            boxes.add(Progress.Box.empty(task.waybill()));
            for (FloorEvent event : events) {
                if (isUnderLease(event, task) && !undone.containsKey(event.id())) {
                    add(event.act());
                }
            }
        }

        private void add(Act act) {
            switch (act) {
                case Act.Picked picked -> tote = picked.tote();
                case Act.PickFinished done -> tote = done.tote();
                case Act.BoxBegun begun -> boxes.add(Progress.Box.empty(begun.waybill()));
                case Act.ItemPacked item -> box(item.box(), box -> box.plus(item.item(), item.quantity()));
                // What was checked lies in the tote again.
                case Act.PackShorted gone -> boxes.replaceAll(Progress.Box::emptied);
                case Act.ParcelWeighed weighed -> {
                    if (weighed.accepted()) {
                        box(weighed.box(), box -> box.weighing(weighed.grams()));
                    }
                }
                case Act.LabelPrinted label -> box(label.box(), box -> box.labelled(label.copy(), label.outcome()));
                case Act.ShipmentPacked done -> {
                    packedOut = true;
                    boxes.removeIf(box -> !done.waybills().contains(box.waybill()));
                }
                case Act.CancelSeen seen -> cancelSeen = true;
                case Act.PickShorted _, Act.SessionAct _, Act.ReceivingAct _, Act.PutawayAct _, Act.ActUndone _ -> {}
            }
        }

        private void box(int number, UnaryOperator<Progress.Box> change) {
            int at = Math.clamp(number, 1, boxes.size()) - 1;
            boxes.set(at, change.apply(boxes.get(at)));
        }
    }
}
