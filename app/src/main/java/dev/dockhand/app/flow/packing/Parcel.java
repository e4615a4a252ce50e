package dev.dockhand.app.flow.packing;

import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Shown;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.Lot;
import dev.dockhand.model.id.Sku;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.measure.Grams;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.task.PickLine;
import dev.dockhand.model.task.Progress;
import dev.dockhand.model.task.ShipmentTask;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A parcel in the making. What was done is kept here and not looked up after each scan, because the read model may be a
 * moment behind.
 *
 * @param task the work as it was when it was begun
 * @param tote where the picked goods are
 * @param picked picked units by line of the pick list
 * @param shorted units found missing by line of the pick list
 * @param packed units checked into the parcel
 * @param weight accepted weight, absent before weighing
 * @param labels how many labels were sent to the printer
 * @param session what was done since the job was begun
 */
record Parcel(
        ShipmentTask task,
        ToteCode tote,
        Map<Integer, Quantity> picked,
        Map<Integer, Quantity> shorted,
        Map<Sku, Quantity> packed,
        @Nullable Grams weight,
        int labels,
        Session session) {

    Parcel {
        picked = Map.copyOf(picked);
        shorted = Map.copyOf(shorted);
        packed = Map.copyOf(packed);
    }

    static Parcel of(ShipmentTask task, ToteCode tote, Progress progress, Session session) {
        return new Parcel(
                task,
                tote,
                progress.picked(),
                progress.shorted(),
                session.aside().getOrDefault(task.id(), progress.packed()),
                progress.weight(),
                progress.labels(),
                session);
    }

    Parcel plus(Sku sku, Quantity units) {
        Map<Sku, Quantity> more = new HashMap<>(packed);
        more.merge(sku, units, Quantity::plus);
        return new Parcel(task, tote, picked, shorted, more, weight, labels, session);
    }

    Parcel weighing(Grams grams) {
        return new Parcel(task, tote, picked, shorted, packed, grams, labels, session);
    }

    Parcel withLabel() {
        return new Parcel(task, tote, picked, shorted, packed, weight, labels + 1, session);
    }

    /** What was done once this parcel is. */
    Session sessionAfter() {
        return session.finishing(task.id());
    }

    Quantity picked(PickLine line) {
        return picked.getOrDefault(line.line(), Quantity.ZERO);
    }

    /** Units of an item in the tote, from all lines. */
    Quantity picked(Sku sku) {
        return task.lines().stream()
                .filter(line -> line.sku().equals(sku))
                .map(this::picked)
                .reduce(Quantity.ZERO, Quantity::plus);
    }

    Quantity packed(Sku sku) {
        return packed.getOrDefault(sku, Quantity.ZERO);
    }

    /** Units of an item that are still in the tote. */
    Quantity open(Sku sku) {
        return Quantity.of(Math.max(0, picked(sku).units() - packed(sku).units()));
    }

    /** The items in walking order, each once. */
    List<Sku> skus() {
        return task.lines().stream().map(PickLine::sku).distinct().toList();
    }

    boolean isComplete() {
        return skus().stream().allMatch(sku -> open(sku).isZero());
    }

    Quantity missing() {
        return shorted.values().stream().reduce(Quantity.ZERO, Quantity::plus);
    }

    /** Whether one of the picked lots of an item is this one; true where no lot is known. */
    boolean hasLot(Sku sku, Lot lot) {
        List<PickLine> lines = task.lines().stream()
                .filter(line -> line.sku().equals(sku) && !picked(line).isZero())
                .toList();
        return lines.stream().anyMatch(line -> line.lot() == null || line.lot().equals(lot));
    }

    /** What leaves the stock when the parcel is closed. */
    List<Movement> movements() {
        List<Movement> movements = new ArrayList<>();
        for (PickLine line : task.lines()) {
            if (!picked(line).isZero()) {
                movements.add(new Movement(
                        line.sku(),
                        line.lot(),
                        line.expiry(),
                        picked(line),
                        Place.of(tote),
                        Place.of(task.shipment())));
            }
        }
        return movements;
    }

    List<Screen.Row> rows(@Nullable Sku current, Lookup lookup) {
        return skus().stream()
                .map(sku -> new Screen.Row(
                        stateOf(sku, current),
                        Text.of("packing.row", Shown.item(sku, lookup)),
                        new Screen.Counter(packed(sku), picked(sku))))
                .toList();
    }

    private Screen.Row.State stateOf(Sku sku, @Nullable Sku current) {
        if (!open(sku).isZero()) {
            return sku.equals(current) ? Screen.Row.State.CURRENT : Screen.Row.State.OPEN;
        }
        boolean isShort = task.lines().stream()
                .anyMatch(line -> line.sku().equals(sku)
                        && shorted.getOrDefault(line.line(), Quantity.ZERO).units() > 0);
        return isShort ? Screen.Row.State.SHORT : Screen.Row.State.DONE;
    }

    List<Text> summary() {
        List<Text> words = new ArrayList<>();
        words.add(Text.of("packing.order", task.order()));
        words.add(Text.of("packing.tote", tote));
        if (!missing().isZero()) {
            words.add(Text.of("packing.short", missing()));
        }
        if (weight != null) {
            words.add(Text.of("packing.weight", weight));
        }
        return words;
    }
}
