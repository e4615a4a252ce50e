package dev.dockhand.model.event;

import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.measure.Quantity;

/**
 * Units of one item went from one place to another: a line of the stock ledger. Movements are facts and commute.
 *
 * @param goods what
 * @param quantity how many, at least 1
 * @param from where they were
 * @param to where they are now
 */
public record Movement(Goods goods, Quantity quantity, Place from, Place to) {

    /** Refuses a movement of nothing or to nowhere else. */
    public Movement {
        if (quantity.isZero() || from.equals(to)) {
            throw new IllegalArgumentException("a movement moves at least one unit to another place");
        }
    }

    /** Kind of item. */
    public ItemId item() {
        return goods.item();
    }

    /** The same units going back, for an undo. */
    public Movement reversed() {
        return new Movement(goods, quantity, to, from);
    }
}
