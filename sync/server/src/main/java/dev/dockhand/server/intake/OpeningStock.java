package dev.dockhand.server.intake;

import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.catalogue.Location;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.server.stock.Ledger;
import dev.dockhand.server.stock.Posting;
import dev.dockhand.server.stock.StockKey;
import dev.dockhand.server.store.Ids;
import dev.dockhand.server.store.Site;
import dev.dockhand.server.store.Tx;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Loads opening stock: what lay where when the work began. The server remembers what it was told, so telling it again
 * changes nothing, and telling another number moves the difference.
 */
final class OpeningStock implements Loader<OpeningStock.Told> {

    private static final String KNOWN = """
        SELECT location, item, lot, expiry, quantity FROM opening_stock
        WHERE company = :company AND warehouse = :warehouse AND item = ANY(:items)\
        """;

    private static final String PUT = """
        INSERT INTO opening_stock (company, warehouse, location, item, lot, expiry, quantity)
        VALUES (:company, :warehouse, :location, :item, :lot, :expiry, :quantity)
        ON CONFLICT (company, warehouse, location, item, lot, expiry) DO UPDATE SET quantity = excluded.quantity\
        """;

    private final Ledger ledger;
    private final OrderDesk desk;
    private final Ids ids;
    private final InstantSource time;

    OpeningStock(Ledger ledger, OrderDesk desk, Ids ids, InstantSource time) {
        this.ledger = ledger;
        this.desk = desk;
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
    record Told(LocationCode location, Goods goods, Quantity quantity) {

        Movement moved(int units) {
            Place place = Place.of(location);
            return units > 0
                    ? new Movement(goods, Quantity.of(units), Place.CORRECTION, place)
                    : new Movement(goods, Quantity.of(-units), place, Place.CORRECTION);
        }
    }

    @Override
    public Told read(List<Fields> rows) throws BadFieldException {
        Fields row = rows.getFirst();
        return new Told(row.id("location", LocationCode::new), row.goods(row.brand()), row.quantity("quantity", 0));
    }

    @Override
    public String key(Told told) {
        return key(told.location().value(), told.goods());
    }

    private static String key(String location, Goods goods) {
        return String.join("\t", location, goods.item().value(), goods.lotKey(), goods.expiryKey());
    }

    @Override
    public void loaded(Site site) {
        desk.goodsCame(site);
    }

    @Override
    public Tally load(Tx tx, List<Entry<Told>> entries) {
        Tally tally = new Tally();
        List<ItemId> named = entries.stream()
                .map(entry -> entry.value().goods().item())
                .distinct()
                .toList();
        Map<ItemId, Item> items = Catalogue.items(tx, named);
        Map<LocationCode, Location> locations = Catalogue.locations(
                tx,
                entries.stream()
                        .map(entry -> entry.value().location())
                        .distinct()
                        .toList());
        Map<String, Integer> known = known(tx, named);
        Posting posting = new Posting();
        PreparedBatch batch = tx.batch(PUT);
        Posting.Cause cause = Posting.Cause.of("import", ids.next());
        for (Entry<Told> entry : entries) {
            Told told = entry.value();
            int difference = told.quantity().units() - known.getOrDefault(key(told), 0);
            Optional<ImportResult.Rejection> refused =
                    refused(entry, items.get(told.goods().item()), locations.containsKey(told.location()));
            if (refused.isPresent()) {
                tally.reject(refused.get());
            } else if (difference == 0) {
                tally.unchanged();
            } else {
                posting.move(cause, told.moved(difference));
                add(tx, batch, told);
                tally.loaded();
            }
        }
        if (batch.size() > 0) {
            batch.execute();
            ledger.post(tx, posting, time.instant());
        }
        return tally;
    }

    private static void add(Tx tx, PreparedBatch batch, Told told) {
        tx.bindTo(batch)
                .bind("location", told.location().value())
                .bind("item", told.goods().item().value())
                .bind("lot", told.goods().lotKey())
                .bind("expiry", told.goods().expiryKey())
                .bind("quantity", told.quantity().units())
                .add();
    }

    private static Optional<ImportResult.Rejection> refused(
            Entry<Told> entry, @Nullable Item item, boolean locationKnown) {
        Told told = entry.value();
        if (item == null) {
            return Optional.of(entry.rejected(
                    "sku", "UNKNOWN_SKU", "there is no item " + told.goods().item()));
        }
        if (!locationKnown) {
            return Optional.of(
                    entry.rejected("location", "UNKNOWN_LOCATION", "there is no location " + told.location()));
        }
        if (item.lotTracked() != (told.goods().lot() != null)) {
            return Optional.of(
                    item.lotTracked()
                            ? entry.rejected("lot", "LOT_MISSING", "this item is tracked by lot")
                            : entry.rejected("lot", "LOT_NOT_TRACKED", "this item has no lots"));
        }
        if (item.expiryTracked() != (told.goods().expiry() != null)) {
            return Optional.of(
                    item.expiryTracked()
                            ? entry.rejected("expiry", "EXPIRY_MISSING", "this item is tracked by expiry date")
                            : entry.rejected("expiry", "EXPIRY_NOT_TRACKED", "this item has no expiry date"));
        }
        return Optional.empty();
    }

    private Map<String, Integer> known(Tx tx, List<ItemId> ids) {
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
