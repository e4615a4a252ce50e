package dev.dockhand.server.order;

import dev.dockhand.model.id.OrderId;
import dev.dockhand.server.store.Site;
import dev.dockhand.server.store.Tx;

/** What becomes of orders and goods after they are taken in. */
public interface OrderDesk {

    /** Not everything of an order that was stored could be promised. */
    void fellShort(Tx tx, OrderId order);

    /** New orders were promised and committed: make work of them. */
    void ordersCame(Site site);

    /** More can be sold than before: try the orders again that wait. */
    void goodsCame(Site site);
}
