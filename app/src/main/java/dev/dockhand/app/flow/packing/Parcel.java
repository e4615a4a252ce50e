package dev.dockhand.app.flow.packing;

import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Shown;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.Lot;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.model.measure.Grams;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.task.PickLine;
import dev.dockhand.model.task.Progress;
import dev.dockhand.model.task.ShipmentTask;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A parcel in the making. What was done is kept here and not looked up after each scan, because the read model may be a
 * moment behind.
 *
 * @param task the work as it was when it was begun
 * @param tote where the picked goods are
 * @param toteSeen whether the tote was scanned here, so that units may be told missing from it
 * @param picked picked units by line of the pick list
 * @param lost units that were missing or damaged at this bench, by line of the pick list
 * @param boxes its boxes, from the first on
 * @param at which box is in hand, from 1 on
 * @param session what was done since the job was begun
 */
record Parcel(
        ShipmentTask task,
        ToteCode tote,
        boolean toteSeen,
        Map<Integer, Quantity> picked,
        Map<Integer, Quantity> lost,
        List<Progress.Box> boxes,
        int at,
        Session session) {

    Parcel {
        picked = Map.copyOf(picked);
        lost = Map.copyOf(lost);
        boxes = List.copyOf(boxes);
    }

    static Parcel of(ShipmentTask task, ToteCode tote, boolean toteSeen, Progress progress, Session session) {
        List<Progress.Box> boxes = boxes(task, progress, session);
        return new Parcel(task, tote, toteSeen, progress.picked(), progress.lost(), boxes, inHand(boxes), session);
    }

    /** The read model may be a moment behind what was set aside here, and behind copies that were printed for closed boxes. */
    private static List<Progress.Box> boxes(ShipmentTask task, Progress progress, Session session) {
        List<Progress.Box> told =
                progress.boxes().isEmpty() ? List.of(Progress.Box.empty(task.waybill())) : progress.boxes();
        return session.aside().getOrDefault(task.id(), told).stream()
                .map(box -> {
                    int known = told.stream()
                            .filter(one -> one.waybill().equals(box.waybill()))
                            .mapToInt(Progress.Box::labels)
                            .findFirst()
                            .orElse(0);
                    int copies = session.copies().getOrDefault(box.waybill(), 0);
                    return box.labelled(Math.max(known, copies), box.labelOutcome());
                })
                .toList();
    }

    /** The last box with a label, else the last with goods. */
    private static int inHand(List<Progress.Box> boxes) {
        for (int at = boxes.size(); at > 1; at--) {
            if (boxes.get(at - 1).labels() > 0) {
                return at;
            }
        }
        for (int at = boxes.size(); at > 1 && boxes.getFirst().labels() == 0; at--) {
            if (!boxes.get(at - 1).holdsNothing()) {
                return at;
            }
        }
        return 1;
    }

    private Parcel with(List<Progress.Box> others, int box) {
        return new Parcel(task, tote, toteSeen, picked, lost, others, box, session);
    }

    private Parcel changed(UnaryOperator<Progress.Box> change) {
        List<Progress.Box> others = new ArrayList<>(boxes);
        others.set(at - 1, change.apply(box()));
        return with(others, at);
    }

    /** The box in hand. */
    Progress.Box box() {
        return boxes.get(at - 1);
    }

    /** How many boxes hold goods; one while none does. */
    int count() {
        return Math.max(
                1, (int) boxes.stream().filter(box -> !box.holdsNothing()).count());
    }

    /** Whether a label was sent to the printer. */
    boolean isLabelled() {
        return boxes.stream().anyMatch(box -> box.labels() > 0);
    }

    /** Numbers on the boxes that hold goods. */
    List<WaybillNumber> waybills() {
        return boxes.stream().limit(count()).map(Progress.Box::waybill).toList();
    }

    /** The same with another box in hand. */
    Parcel at(int box) {
        return with(boxes, box);
    }

    /** Another box is begun and in hand. */
    Parcel begin(WaybillNumber number) {
        List<Progress.Box> more = new ArrayList<>(boxes);
        more.add(Progress.Box.empty(number));
        return new Parcel(task, tote, toteSeen, picked, lost, more, more.size(), session.taking(number));
    }

    Parcel withTote() {
        return new Parcel(task, tote, true, picked, lost, boxes, at, session);
    }

    Parcel plus(ItemId item, Quantity units) {
        return changed(box -> box.plus(item, units));
    }

    Parcel weighing(Grams grams) {
        return changed(box -> box.weighing(grams));
    }

    Parcel withLabel() {
        return changed(box -> box.labelled(box.labels() + 1, null));
    }

    /** Units are lost: everything that is left goes back into the tote. */
    Parcel lacking(List<Act.PackShorted.Part> parts) {
        Map<Integer, Quantity> left = new HashMap<>(picked);
        Map<Integer, Quantity> gone = new HashMap<>(lost);
        for (Act.PackShorted.Part part : parts) {
            left.computeIfPresent(part.line(), (line, units) -> units.minus(part.quantity()));
            gone.merge(part.line(), part.quantity(), Quantity::plus);
        }
        List<Progress.Box> emptied = boxes.stream().map(Progress.Box::emptied).toList();
        return new Parcel(task, tote, toteSeen, left, gone, emptied, 1, session.shelving(task.id(), left));
    }

    /** The lines that so many units of an item are missing from; nobody can see of which, so the last is taken first. */
    List<Act.PackShorted.Part> parts(ItemId item, Quantity units) {
        List<Act.PackShorted.Part> parts = new ArrayList<>();
        int left = units.units();
        for (PickLine line : task.lines().reversed()) {
            int here = line.item().equals(item) ? Math.min(left, picked(line).units()) : 0;
            if (here > 0) {
                parts.add(new Act.PackShorted.Part(line.line(), Quantity.of(here)));
                left -= here;
            }
        }
        return parts;
    }

    /** What was done once this parcel is. */
    Session sessionAfter() {
        return session.finishing(task.id());
    }

    Quantity picked(PickLine line) {
        return picked.getOrDefault(line.line(), Quantity.ZERO);
    }

    /** Units of an item in the tote, from all lines. */
    Quantity picked(ItemId item) {
        Quantity units = Quantity.ZERO;
        for (PickLine line : task.lines()) {
            units = line.item().equals(item) ? units.plus(picked(line)) : units;
        }
        return units;
    }

    /** Units of an item in all boxes. */
    Quantity packed(ItemId item) {
        return boxes.stream().map(box -> box.packed(item)).reduce(Quantity.ZERO, Quantity::plus);
    }

    /** Units of an item that are still in the tote. */
    Quantity open(ItemId item) {
        return open(item, picked(item));
    }

    private Quantity open(ItemId item, Quantity picked) {
        return Quantity.of(Math.max(0, picked.units() - packed(item).units()));
    }

    /** What was picked of each item, from all lines, in walking order. */
    private Map<ItemId, Quantity> contents() {
        Map<ItemId, Quantity> units = new LinkedHashMap<>();
        task.lines().forEach(line -> units.merge(line.item(), picked(line), Quantity::plus));
        return units;
    }

    /** The first item in walking order that is still in the tote, absent when there is none. */
    Optional<ItemId> firstOpen() {
        return contents().entrySet().stream()
                .filter(item -> !open(item.getKey(), item.getValue()).isZero())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The items in walking order, each once. */
    List<ItemId> items() {
        return task.lines().stream().map(PickLine::item).distinct().toList();
    }

    boolean isComplete() {
        return firstOpen().isEmpty();
    }

    /** Items that are still in the tote, in walking order. */
    List<ItemId> open() {
        return items().stream().filter(item -> !open(item).isZero()).toList();
    }

    /** Units that were missing or damaged at this bench. */
    Quantity lostUnits() {
        return lost.values().stream().reduce(Quantity.ZERO, Quantity::plus);
    }

    /**
     * The day on which the last picked units of an item expire, of one lot where that is known; absent where units do not
     * expire or it is not known. While it is not over, no scan without a date can be said to be of expired goods.
     */
    @Nullable
    LocalDate lastExpiry(ItemId item, @Nullable Lot lot) {
        List<PickLine> lines = task.lines().stream()
                .filter(line -> line.item().equals(item) && !picked(line).isZero())
                .filter(line -> lot == null
                        || line.goods().lot() == null
                        || line.goods().lot().equals(lot))
                .toList();
        return lines.stream().anyMatch(line -> line.goods().expiry() == null)
                ? null
                : lines.stream()
                        .map(line -> Objects.requireNonNull(line.goods().expiry()))
                        .max(LocalDate::compareTo)
                        .orElse(null);
    }

    /** Whether one of the picked lots of an item is this one; true where no lot is known. */
    boolean hasLot(ItemId item, Lot lot) {
        List<PickLine> lines = task.lines().stream()
                .filter(line -> line.item().equals(item) && !picked(line).isZero())
                .toList();
        return lines.stream()
                .anyMatch(
                        line -> line.goods().lot() == null || line.goods().lot().equals(lot));
    }

    /** What leaves the stock when the parcel is closed. */
    List<Movement> movements() {
        List<Movement> movements = new ArrayList<>();
        for (PickLine line : task.lines()) {
            if (!picked(line).isZero()) {
                movements.add(new Movement(line.goods(), picked(line), Place.of(tote), Place.of(task.shipment())));
            }
        }
        return movements;
    }

    List<Screen.Row> rows(@Nullable ItemId current, Lookup lookup) {
        Set<ItemId> missed = task.lines().stream()
                .filter(line -> lost.containsKey(line.line()))
                .map(PickLine::item)
                .collect(Collectors.toSet());
        List<Screen.Row> rows = new ArrayList<>();
        contents().forEach((item, units) -> {
            Screen.Row.State done = missed.contains(item) ? Screen.Row.State.SHORT : Screen.Row.State.DONE;
            Screen.Row.State begun = item.equals(current) ? Screen.Row.State.CURRENT : Screen.Row.State.OPEN;
            rows.add(new Screen.Row(
                    open(item, units).isZero() ? done : begun,
                    Text.of("packing.row", Shown.item(item, lookup)),
                    new Screen.Counter(packed(item), units)));
        });
        return rows;
    }

    List<Text> summary() {
        List<Text> words = new ArrayList<>();
        words.add(Text.of("packing.order", task.order()));
        words.add(Text.of("packing.tote", tote));
        if (boxes.size() > 1) {
            words.add(isComplete() ? Text.of("packing.box-of", at, count()) : Text.of("packing.box", at));
        }
        if (box().weight() != null) {
            words.add(Text.of("packing.weight", box().weight()));
        }
        return words;
    }
}
