package dev.dockhand.server.trouble;

import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.trouble.TroubleKind;
import dev.dockhand.server.feed.Changes;
import dev.dockhand.server.store.Site;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Balances below zero: more left a place than ever came there. */
public final class NegativeStock {

    private NegativeStock() {}

    /** Under which key a supervisor is asked about a balance: place, item and, where there are any, lot and expiry date. */
    public static String about(Feed.StockChanged balance) {
        List<String> parts = new ArrayList<>(
                List.of(balance.place().toString(), balance.sku().value()));
        if (balance.lot() != null) {
            parts.add(balance.lot().value());
        }
        if (balance.expiry() != null) {
            parts.add(balance.expiry().toString());
        }
        return String.join(" ", parts);
    }

    /** Nobody needs to be asked about these balances any more. */
    public static void cameRight(
            Troubles troubles, Handle handle, Site site, Changes changes, List<Feed.StockChanged> sound) {
        troubles.resolve(
                handle,
                site,
                changes,
                TroubleKind.NEGATIVE_STOCK,
                sound.stream().map(NegativeStock::about).distinct().toList(),
                "the balance is not negative any more");
    }
}
