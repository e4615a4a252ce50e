package dev.dockhand.server.stock;

import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.id.EventId;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.StationId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one transaction does to stock, added up before it is written: facts for the ledger, claims of pick
 * lists on balances, and promises to orders. Used by one thread.
 */
public final class Posting {

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final SortedMap<StockKey, Integer> quantities = new TreeMap<>();
    private final SortedMap<StockKey, Integer> claims = new TreeMap<>();
    private final Map<ItemId, Integer> promises = new HashMap<>();

    /**
     * What moves stock.
     *
     * @param key its key in the ledger, written once only: STATION/epoch/seq for an event, kind:id for everything else
     * @param station the station that told of it, absent when none did
     * @param event the event behind it, absent when there is none
     */
    public record Cause(
            String key,
            @Nullable StationId station,
            @Nullable EventId event) {

        /** An act on the floor. */
        public static Cause of(FloorEvent event) {
            String key = "%s/%d/%d".formatted(event.station(), event.epoch(), event.seq());
            return new Cause(key, event.station(), event.id());
        }

        /** What the server or its office did. */
        public static Cause of(String kind, String id) {
            return new Cause(kind + ":" + id, null, null);
        }
    }

    /**
     * A line of the ledger.
     *
     * @param cause what wrote it
     * @param line 1, 2, 3 … within the cause
     * @param movement what moved
     */
    record Entry(Cause cause, int line, Movement movement) {}

    /** Units moved. */
    public void move(Cause cause, Movement movement) {
        entries.add(new Entry(cause, lines.merge(cause.key(), 1, Integer::sum), movement));
        int units = movement.quantity().units();
        add(StockKey.from(movement), -units);
        add(StockKey.to(movement), units);
    }

    private void add(StockKey key, int units) {
        if (key.place().kind().isOnHand()) {
            quantities.merge(key, units, Math::addExact);
        }
    }

    /** Pick lists claim more units of a balance, or fewer when negative. */
    public void claim(StockKey key, int units) {
        if (units != 0) {
            claims.merge(key, units, Math::addExact);
        }
    }

    /** Orders are promised more units of an item, or fewer when negative. */
    public void promise(ItemId item, int units) {
        if (units != 0) {
            promises.merge(item, units, Math::addExact);
        }
    }

    List<Entry> entries() {
        return entries;
    }

    SortedMap<StockKey, Integer> quantities() {
        return quantities;
    }

    SortedMap<StockKey, Integer> claims() {
        return claims;
    }

    Map<ItemId, Integer> promises() {
        return promises;
    }
}
