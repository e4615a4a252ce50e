package dev.dockhand.model.event;

import dev.dockhand.model.id.Lot;
import dev.dockhand.model.id.Sku;
import dev.dockhand.model.measure.Quantity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Units of one item went from one place to another: a line of the stock ledger. Movements are facts and commute.
 *
 * @param sku item
 * @param lot lot, absent for items without lots
 * @param expiry expiry date, absent where there is none
 * @param quantity how many, at least 1
 * @param from where they were
 * @param to where they are now
 */
public record Movement(
        Sku sku, @Nullable Lot lot, @Nullable LocalDate expiry, Quantity quantity, Place from, Place to) {

    /** Refuses a movement of nothing or to nowhere else. */
    public Movement {
        if (quantity.isZero() || from.equals(to)) {
            throw new IllegalArgumentException("a movement moves at least one unit to another place");
        }
    }

    /** The same units going back, for an undo. */
    public Movement reversed() {
        return new Movement(sku, lot, expiry, quantity, to, from);
    }
}
