package dev.dockhand.model.task;

import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.model.measure.Grams;
import dev.dockhand.model.measure.Quantity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was done to a shipment so far, acts that were taken back left out. Derived from events; a station that was killed
 * goes on from here.
 *
 * @param picked units picked, by line of the pick list
 * @param shorted units found missing that the server has not answered for yet, by line of the pick list
 * @param tote the tote that picking goes to, absent before the first pick
 * @param pickFinished whether picking is done
 * @param lost units told missing or damaged at the bench for which the server has not answered yet, by line; the
 *     parcel waits
 * @param boxes the boxes that were begun, from the first on; none where the work is not known
 * @param packedOut whether the last label was scanned back: the shipment is closed
 * @param cancelled whether the shop called the shipment off
 * @param cancelSeen whether an operator has answered that
 */
public record Progress(
        Map<Integer, Quantity> picked,
        Map<Integer, Quantity> shorted,
        @Nullable ToteCode tote,
        boolean pickFinished,
        Map<Integer, Quantity> lost,
        List<Box> boxes,
        boolean packedOut,
        boolean cancelled,
        boolean cancelSeen) {

    /** Nothing was done yet. */
    public static final Progress NONE =
            new Progress(Map.of(), Map.of(), null, false, Map.of(), List.of(), false, false, false);

    /** Copies the maps. */
    public Progress {
        picked = Map.copyOf(picked);
        shorted = Map.copyOf(shorted);
        lost = Map.copyOf(lost);
        boxes = List.copyOf(boxes);
    }

    /**
     * A box of a shipment.
     *
     * @param waybill its number
     * @param packed units checked into it, by item
     * @param weight captured weight, absent before weighing
     * @param labels how many labels were sent to the printer: the highest copy number
     * @param labelOutcome outcome of the last one as in {@code Act.LabelPrinted}, absent before the first
     */
    public record Box(
            WaybillNumber waybill,
            Map<ItemId, Quantity> packed,
            @Nullable Grams weight,
            int labels,
            @Nullable String labelOutcome) {

        /** Copies the map. */
        public Box {
            packed = Map.copyOf(packed);
        }

        /** One that nothing is in. */
        public static Box empty(WaybillNumber waybill) {
            return new Box(waybill, Map.of(), null, 0, null);
        }

        /** With more units in it. */
        public Box plus(ItemId item, Quantity units) {
            Map<ItemId, Quantity> more = new HashMap<>(packed);
            more.merge(item, units, Quantity::plus);
            return new Box(waybill, more, weight, labels, labelOutcome);
        }

        /** With what was in it back in the tote. */
        public Box emptied() {
            return new Box(waybill, Map.of(), weight, labels, labelOutcome);
        }

        /** With its weight. */
        public Box weighing(Grams grams) {
            return new Box(waybill, packed, grams, labels, labelOutcome);
        }

        /** With a copy of its label. */
        public Box labelled(int copy, @Nullable String outcome) {
            return new Box(waybill, packed, weight, Math.max(labels, copy), outcome);
        }

        /** Whether nothing is in it. */
        public boolean holdsNothing() {
            return packed.values().stream().allMatch(Quantity::isZero);
        }

        /** Units of an item in it. */
        public Quantity packed(ItemId item) {
            return packed.getOrDefault(item, Quantity.ZERO);
        }
    }

    /** The numbers of the boxes, from the first on. */
    public List<WaybillNumber> waybills() {
        return boxes.stream().map(Box::waybill).toList();
    }

    /** Whether a label was sent to the printer. */
    public boolean hasLabel() {
        return boxes.stream().anyMatch(box -> box.labels() > 0);
    }

    /** Units checked into all boxes together. */
    public int unitsPacked() {
        return boxes.stream()
                .flatMap(box -> box.packed().values().stream())
                .mapToInt(Quantity::units)
                .sum();
    }

    /**
     * Whether units are missing, at the shelf or at the bench, and nobody has said yet what becomes of the parcel: it may not be
     * packed. Units missing at the shelf are asked about once the list is done.
     */
    public boolean waitsForAnswer() {
        return !lost.isEmpty() || pickFinished && !shorted.isEmpty();
    }

    /** Units picked of a line. */
    public Quantity picked(int line) {
        return picked.getOrDefault(line, Quantity.ZERO);
    }

    /** Units found missing of a line. */
    public Quantity shorted(int line) {
        return shorted.getOrDefault(line, Quantity.ZERO);
    }

    /** Units of an item checked into all boxes. */
    public Quantity packed(ItemId item) {
        return boxes.stream().map(box -> box.packed(item)).reduce(Quantity.ZERO, Quantity::plus);
    }
}
