package dev.dockhand.model.task;

import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.measure.Quantity;

/**
 * A license plate that was received and waits for putaway.
 *
 * @param plate its number
 * @param goods what is on it
 * @param quantity units on it
 * @param condition whether they can be sold; damaged goods go to a damaged location only
 */
public record Plate(LicensePlate plate, Goods goods, Quantity quantity, Act.Condition condition) {

    /** Kind of item. */
    public ItemId item() {
        return goods.item();
    }
}
