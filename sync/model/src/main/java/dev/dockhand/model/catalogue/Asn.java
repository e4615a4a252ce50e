package dev.dockhand.model.catalogue;

import dev.dockhand.model.id.AsnId;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.measure.Quantity;
import java.time.LocalDate;
import java.util.List;

/**
 * An advance shipping notice: goods that a supplier said are coming.
 *
 * @param id key, printed on the delivery note
 * @param supplier name of the sender
 * @param expectedOn the day it is expected
 * @param lines what was announced
 * @param closed whether receiving is finished
 */
public record Asn(AsnId id, String supplier, LocalDate expectedOn, List<Line> lines, boolean closed) {

    /** Copies the list. */
    public Asn {
        lines = List.copyOf(lines);
    }

    /**
     * One announced item.
     *
     * @param line 1, 2, 3 …
     * @param goods what, with lot and expiry date where they were announced
     * @param expected units announced
     * @param received units received so far, in any condition
     */
    public record Line(int line, Goods goods, Quantity expected, Quantity received) {

        /** Kind of item. */
        public ItemId item() {
            return goods.item();
        }
    }
}
