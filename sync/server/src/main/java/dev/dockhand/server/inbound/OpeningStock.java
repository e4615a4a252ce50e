package dev.dockhand.server.inbound;

import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.catalogue.Location;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.server.catalogue.Items;
import dev.dockhand.server.catalogue.Locations;
import dev.dockhand.server.stock.Ledger;
import dev.dockhand.server.stock.Posting;
import dev.dockhand.server.stock.StockKey;
import dev.dockhand.server.store.Admission;
import dev.dockhand.server.store.Columns;
import dev.dockhand.server.store.Ids;
import dev.dockhand.server.store.Tx;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Opening stock: what lay where when the work began. The server remembers what it was told, so telling it again
 * changes nothing, and telling another number moves the difference.
 */
public final class OpeningStock {

    private static final String KNOWN = """
        SELECT location, item, lot, expiry, quantity FROM opening_stock
        WHERE company = :company AND warehouse = :warehouse AND item = ANY(:items)\
        """;

    private static final String PUT = """
        INSERT INTO opening_stock (company, warehouse, location, item, lot, expiry, quantity)
        SELECT :company, :warehouse, d.* FROM unnest(:locations, :items, :lots, :expiries, :quantities) AS d
        ON CONFLICT (company, warehouse, location, item, lot, expiry) DO UPDATE SET quantity = excluded.quantity\
        """;

    private final Ledger ledger;
    private final Ids ids;
    private final InstantSource time;

    /** Works with these services. */
    public OpeningStock(Ledger ledger, Ids ids, InstantSource time) {
        this.ledger = ledger;
        this.ids = ids;
        this.time = time;
    }

    /**
     * Units at a place as told.
     *
     * @param location where
     * @param goods what
     * @param quantity units
     */
    public record Told(LocationCode location, Goods goods, Quantity quantity) {

        private Movement moved(int units) {
            Place place = Place.of(location);
            return units > 0
                    ? new Movement(goods, Quantity.of(units), Place.CORRECTION, place)
                    : new Movement(goods, Quantity.of(-units), place, Place.CORRECTION);
        }
    }

    /** What tells two of them apart. */
    public static String key(Told told) {
        return key(told.location().value(), told.goods());
    }

    private static String key(String location, Goods goods) {
        return String.join("\t", location, goods.item().value(), goods.lotKey(), goods.expiryKey());
    }

    /** Stores what lay where, and moves the differences. */
    public List<Admission> put(Tx tx, List<Told> all) {
        List<ItemId> named =
                all.stream().map(told -> told.goods().item()).distinct().toList();
        Map<ItemId, Item> items = Items.find(tx, named);
        Map<LocationCode, Location> locations =
                Locations.find(tx, all.stream().map(Told::location).distinct().toList());
        Map<String, Integer> known = known(tx, named);
        Posting posting = new Posting();
        Posting.Cause cause = Posting.Cause.of("import", ids.next());
        List<Told> changed = new ArrayList<>();
        List<Admission> admitted = new ArrayList<>();
        for (Told told : all) {
            int difference = told.quantity().units() - known.getOrDefault(key(told), 0);
            Admission admission =
                    admission(told, items.get(told.goods().item()), locations.containsKey(told.location()), difference);
            admitted.add(admission);
            if (admission.equals(Admission.LOADED)) {
                posting.move(cause, told.moved(difference));
                changed.add(told);
            }
        }
        if (!changed.isEmpty()) {
            Columns.of(changed)
                    .text("locations", Told::location)
                    .text("items", told -> told.goods().item())
                    .text("lots", told -> told.goods().lotKey())
                    .text("expiries", told -> told.goods().expiryKey())
                    .ints("quantities", told -> told.quantity().units())
                    .in(tx.update(PUT))
                    .execute();
            ledger.post(tx, posting, time.instant());
        }
        return admitted;
    }

    private static Admission admission(Told told, @Nullable Item item, boolean locationKnown, int difference) {
        if (item == null) {
            return Admission.refused(
                    "sku", "UNKNOWN_SKU", "there is no item " + told.goods().item());
        }
        if (!locationKnown) {
            return Admission.refused("location", "UNKNOWN_LOCATION", "there is no location " + told.location());
        }
        if (item.lotTracked() != (told.goods().lot() != null)) {
            return item.lotTracked()
                    ? Admission.refused("lot", "LOT_MISSING", "this item is tracked by lot")
                    : Admission.refused("lot", "LOT_NOT_TRACKED", "this item has no lots");
        }
        if (item.expiryTracked() != (told.goods().expiry() != null)) {
            return item.expiryTracked()
                    ? Admission.refused("expiry", "EXPIRY_MISSING", "this item is tracked by expiry date")
                    : Admission.refused("expiry", "EXPIRY_NOT_TRACKED", "this item has no expiry date");
        }
        return difference == 0 ? Admission.UNCHANGED : Admission.LOADED;
    }

    private static Map<String, Integer> known(Tx tx, List<ItemId> ids) {
        Map<String, Integer> known = new HashMap<>();
        tx.query(KNOWN)
                .bindArray(
                        "items", String.class, ids.stream().map(ItemId::value).toList())
                .map((row, context) ->
                        Map.entry(key(row.getString("location"), StockKey.goods(row)), row.getInt("quantity")))
                .forEach(told -> known.put(told.getKey(), told.getValue()));
        return known;
    }
}
