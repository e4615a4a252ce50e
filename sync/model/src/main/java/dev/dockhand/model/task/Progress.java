package dev.dockhand.model.task;

import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.measure.Grams;
import dev.dockhand.model.measure.Quantity;
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
 * @param packed units checked into the parcel, by item
 * @param weight captured weight of the parcel, absent before weighing
 * @param labels how many labels were sent to the printer: the highest copy number
 * @param labelOutcome outcome of the last one as in {@code Act.LabelPrinted}, absent before the first
 * @param packedOut whether the label was scanned back: the parcel is closed
 * @param cancelled whether the shop called the shipment off
 * @param cancelSeen whether an operator has answered that
 */
public record Progress(
        Map<Integer, Quantity> picked,
        Map<Integer, Quantity> shorted,
        @Nullable ToteCode tote,
        boolean pickFinished,
        Map<Integer, Quantity> lost,
        Map<ItemId, Quantity> packed,
        @Nullable Grams weight,
        int labels,
        @Nullable String labelOutcome,
        boolean packedOut,
        boolean cancelled,
        boolean cancelSeen) {

    /** Nothing was done yet. */
    public static final Progress NONE =
            new Progress(Map.of(), Map.of(), null, false, Map.of(), Map.of(), null, 0, null, false, false, false);

    /** Copies the maps. */
    public Progress {
        picked = Map.copyOf(picked);
        shorted = Map.copyOf(shorted);
        lost = Map.copyOf(lost);
        packed = Map.copyOf(packed);
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

    /** Units of an item checked into the parcel. */
    public Quantity packed(ItemId item) {
        return packed.getOrDefault(item, Quantity.ZERO);
    }
}
