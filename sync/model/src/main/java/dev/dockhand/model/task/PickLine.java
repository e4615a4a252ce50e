package dev.dockhand.model.task;

import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.measure.Quantity;

/**
 * Take so many of one item from one place.
 *
 * @param line 1, 2, 3 … in walking order
 * @param goods what, of the allocated lot
 * @param location where it is
 * @param quantity units to take
 * @param picked units taken before the lease was granted
 * @param shorted units found missing before the lease was granted
 */
public record PickLine(
        int line, Goods goods, LocationCode location, Quantity quantity, Quantity picked, Quantity shorted) {

    /** Kind of item. */
    public ItemId item() {
        return goods.item();
    }
}
