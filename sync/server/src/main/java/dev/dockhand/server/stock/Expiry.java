package dev.dockhand.server.stock;

import dev.dockhand.server.feed.FeedWriter;
import dev.dockhand.server.store.Site;
import dev.dockhand.server.store.Tx;
import java.time.InstantSource;
import java.util.List;

/**
 * Takes lots that have expired out of what can be sold: no event tells that a day is over. A lot is good on the day of its
 * expiry and not after, by the warehouse's calendar. May run at any time, again, and on several servers at once.
 */
public final class Expiry {

    private static final int AT_ONCE = 500;

    private static final String FOUND = """
        SELECT place, item, lot, expiry FROM balance
        WHERE company = :company AND warehouse = :warehouse
            AND (NOT expired AND expiry <> '' AND expiry < :today OR expired AND expiry >= :today)
        ORDER BY place COLLATE "C", item COLLATE "C", lot COLLATE "C", expiry COLLATE "C"
        LIMIT :limit FOR UPDATE\
        """;

    private static final String MARK = """
        UPDATE balance b SET expired = b.expiry < :today
        FROM unnest(:places, :items, :lots, :expiries) AS d (place, item, lot, expiry)
        WHERE b.company = :company AND b.warehouse = :warehouse AND b.place = d.place AND b.item = d.item
            AND b.lot = d.lot AND b.expiry = d.expiry\
        """;

    private final FeedWriter feed;
    private final Availability availability;
    private final InstantSource time;
    private final Calendar calendar;

    /** Works with these services; the calendar says what has expired. */
    public Expiry(FeedWriter feed, Availability availability, InstantSource time, Calendar calendar) {
        this.feed = feed;
        this.availability = availability;
        this.time = time;
        this.calendar = calendar;
    }

    /**
     * Counts again what can be sold where a lot has expired; also where a clock was ahead and a lot is good after all.
     *
     * @return how many balances changed sides
     */
    public int sweep(Site site) {
        String today = calendar.day(site, time.instant()).toString();
        int swept = 0;
        int now;
        do {
            now = feed.inTransaction(site, tx -> some(tx, today));
            swept += now;
        } while (now == AT_ONCE);
        return swept;
    }

    private int some(Tx tx, String today) {
        List<StockKey> keys = tx.query(FOUND)
                .bind("today", today)
                .bind("limit", AT_ONCE)
                .map((row, context) -> StockKey.read(row))
                .list();
        if (!keys.isEmpty()) {
            StockKey.columns(keys).in(tx.update(MARK)).bind("today", today).execute();
            availability.recountItems(tx, keys.stream().map(StockKey::item).toList());
        }
        return keys.size();
    }
}
