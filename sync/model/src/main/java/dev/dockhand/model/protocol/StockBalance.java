package dev.dockhand.model.protocol;

import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.ItemId;

/**
 * Units of one item at one place.
 *
 * @param place where
 * @param goods what
 * @param balance units; negative when the ledger says that more left than came
 */
public record StockBalance(Place place, Goods goods, int balance) {

    /** Kind of item. */
    public ItemId item() {
        return goods.item();
    }
}
