package dev.dockhand.server.stock;

import dev.dockhand.server.feed.Changes;
import dev.dockhand.server.feed.FeedWriter;
import dev.dockhand.server.store.Site;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

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
    private final ZoneId zone;

    /** Works with these services; the zone says which day it is in the warehouse. */
    public Expiry(FeedWriter feed, Availability availability, InstantSource time, ZoneId zone) {
        this.feed = feed;
        this.availability = availability;
        this.time = time;
        this.zone = zone;
    }

    /** The day in the warehouse, written as an expiry is. */
    static String day(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(at, zone).toString();
    }

    /**
     * Counts again what can be sold where a lot has expired; also where a clock was ahead and a lot is good after all.
     *
     * @return how many balances changed sides
     */
    public int sweep(Site site) {
        String today = day(time.instant(), zone);
        int swept = 0;
        int now;
        do {
            now = feed.inTransaction(site, (handle, changes) -> some(handle, site, changes, today));
            swept += now;
        } while (now == AT_ONCE);
        return swept;
    }

    private int some(Handle handle, Site site, Changes changes, String today) {
        List<StockKey> keys = site.bindTo(handle.createQuery(FOUND))
                .bind("today", today)
                .bind("limit", AT_ONCE)
                .map((row, context) -> StockKey.read(row))
                .list();
        if (!keys.isEmpty()) {
            mark(handle, site, today, keys);
            availability.recountItems(
                    handle, site, changes, keys.stream().map(StockKey::item).toList());
        }
        return keys.size();
    }

    private static void mark(Handle handle, Site site, String today, List<StockKey> keys) {
        List<String> places = new ArrayList<>();
        List<String> items = new ArrayList<>();
        List<String> lots = new ArrayList<>();
        List<String> expiries = new ArrayList<>();
        for (StockKey key : keys) {
            places.add(key.place().toString());
            items.add(key.item().value());
            lots.add(key.goods().lotKey());
            expiries.add(key.goods().expiryKey());
        }
        site.bindTo(handle.createUpdate(MARK))
                .bind("today", today)
                .bindArray("places", String.class, places)
                .bindArray("items", String.class, items)
                .bindArray("lots", String.class, lots)
                .bindArray("expiries", String.class, expiries)
                .execute();
    }
}
