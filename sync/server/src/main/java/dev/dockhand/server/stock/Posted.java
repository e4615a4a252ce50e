package dev.dockhand.server.stock;

import dev.dockhand.model.id.Sku;
import dev.dockhand.model.protocol.Feed;
import java.util.List;
import java.util.Set;

/**
 * What a posting led to.
 *
 * @param balances new balances, for the feed
 * @param moreToSell items of which more can be sold than before
 */
public record Posted(List<Feed.StockChanged> balances, Set<Sku> moreToSell) {

    /** Copies the collections. */
    public Posted {
        balances = List.copyOf(balances);
        moreToSell = Set.copyOf(moreToSell);
    }

    /** The balances that say that more left than came. */
    public List<Feed.StockChanged> negative() {
        return balances.stream().filter(changed -> changed.balance() < 0).toList();
    }

    /** The balances that are not negative. */
    public List<Feed.StockChanged> sound() {
        return balances.stream().filter(changed -> changed.balance() >= 0).toList();
    }
}
