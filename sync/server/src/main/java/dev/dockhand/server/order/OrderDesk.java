package dev.dockhand.server.order;

import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.server.store.Site;
import dev.dockhand.server.store.Tx;
import java.util.List;
import java.util.Map;

/** What becomes of orders and goods after they are taken in. */
public interface OrderDesk {

    /**
     * Promises new orders their stock, each all or nothing, until one falls short. To be called in the transaction that stores
     * them, before anything else is locked there.
     *
     * @param wanted units by item, of each order
     * @return how many are promised, from the first on; of the next one {@link #fellShort} is to be told once it is stored
     */
    int promise(Tx tx, List<Map<ItemId, Integer>> wanted);

    /** Not everything of an order that was stored could be promised. */
    void fellShort(Tx tx, OrderId order);

    /** New orders were promised and committed: make work of them. */
    void ordersCame(Site site);

    /** More can be sold than before: try the orders again that wait. */
    void goodsCame(Site site);
}
