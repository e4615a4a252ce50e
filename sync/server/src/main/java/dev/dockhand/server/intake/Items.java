package dev.dockhand.server.intake;

import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.id.OwnerId;
import dev.dockhand.model.id.Sku;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.server.feed.Changes;
import dev.dockhand.server.feed.FeedWriter;
import dev.dockhand.server.picture.PictureSource;
import dev.dockhand.server.picture.Pictures;
import dev.dockhand.server.store.Meta;
import dev.dockhand.server.store.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Loads items. */
final class Items implements Loader<Items.Told> {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ADDRESS = 2000;
    private static final String NO_PICTURE = "-";

    private static final String PUT = """
        INSERT INTO item (tenant, warehouse, sku, owner, name_ko, name_en, lot_tracked, expiry_tracked,
            unit_weight, note, picture_source)
        VALUES (:tenant, :warehouse, :sku, :owner, :ko, :en, :lot, :expiry, :weight, :note, :source)
        ON CONFLICT (tenant, warehouse, sku) DO UPDATE SET owner = excluded.owner, name_ko = excluded.name_ko,
            name_en = excluded.name_en, lot_tracked = excluded.lot_tracked,
            expiry_tracked = excluded.expiry_tracked, unit_weight = excluded.unit_weight, note = excluded.note,
            picture_source = excluded.picture_source\
        """;

    private static final String FORGET_BARCODES = """
        DELETE FROM item_barcode WHERE tenant = :tenant AND warehouse = :warehouse AND sku = ANY(:skus)\
        """;

    private static final String PUT_BARCODE = """
        INSERT INTO item_barcode (tenant, warehouse, barcode, sku, position)
        VALUES (:tenant, :warehouse, :barcode, :sku, :position)\
        """;

    private static final String TAKEN = """
        SELECT barcode, sku FROM item_barcode
        WHERE tenant = :tenant AND warehouse = :warehouse AND barcode = ANY(:barcodes)\
        """;

    private static final String TWINS = """
        SELECT sku FROM item WHERE tenant = :tenant AND warehouse = :warehouse AND lower(sku) = ANY(:skus)\
        """;

    private final FeedWriter feed;
    private final Pictures pictures;
    private final Site site;

    Items(FeedWriter feed, Pictures pictures, Site site) {
        this.feed = feed;
        this.pictures = pictures;
        this.site = site;
    }

    /**
     * What a file says of an item.
     *
     * @param item the item, without its picture
     * @param source where its picture comes from: absent where the file does not say, empty for no picture
     */
    record Told(Item item, @Nullable String source) {}

    @Override
    public Told read(List<Fields> rows) throws BadFieldException {
        Fields row = rows.getFirst();
        String ko = row.optionalText("name_ko", LONGEST_NAME);
        String en = row.optionalText("name_en", LONGEST_NAME);
        if (ko.isEmpty() && en.isEmpty()) {
            throw row.bad("name_en", "MISSING", "a Korean or an English name is needed");
        }
        Item item = new Item(
                row.id("sku", Sku::new),
                row.id("owner", OwnerId::new),
                ko,
                en,
                ItemBarcodes.of(row),
                row.yes("lot_tracked"),
                row.yes("expiry_tracked"),
                row.optionalGrams("unit_grams"),
                row.optionalText("note", LONGEST_NAME));
        return new Told(item, source(row));
    }

    private static @Nullable String source(Fields row) throws BadFieldException {
        String text = row.optionalText("picture", LONGEST_ADDRESS);
        if (text.isEmpty() || text.equals(NO_PICTURE)) {
            return text.isEmpty() ? null : "";
        }
        try {
            return new PictureSource(text).value();
        } catch (IllegalArgumentException e) {
            throw row.wrong("picture", "BAD_PICTURE", String.valueOf(e.getMessage()));
        }
    }

    @Override
    public String key(Told told) {
        return told.item().sku().value();
    }

    @Override
    public Tally load(List<Entry<Told>> entries) {
        return feed.inTransaction(site, (handle, changes) -> {
            Meta.lock(handle, site);
            Map<Sku, Item> known = Catalogue.items(
                    handle,
                    site,
                    entries.stream().map(entry -> entry.value().item().sku()).toList());
            Tally tally = new Tally();
            load(handle, changes, ItemPictures.of(handle, site, pictures, entries, known), known, tally);
            return tally;
        });
    }

    private void load(Handle handle, Changes changes, ItemPictures shown, Map<Sku, Item> known, Tally tally) {
        List<Entry<Item>> entries = shown.items();
        Map<String, String> owners = takenBarcodes(handle, entries);
        Map<String, String> skus = skus(handle, entries);
        List<Item> changed = new ArrayList<>();
        for (Entry<Item> entry : entries) {
            Item item = entry.value();
            String twin = skus.getOrDefault(lower(item), item.sku().value());
            if (!twin.equals(item.sku().value()) && !known.containsKey(item.sku())) {
                tally.reject(entry.rejected(
                        "sku",
                        "TWIN",
                        "\"%s\" differs only by letter case from the item %s; people and scanners would take one for the other"
                                .formatted(item.sku(), twin)));
            } else if (item.equals(known.get(item.sku())) && !shown.hasOtherSource(item)) {
                tally.unchanged();
                shown.notice(entry, tally);
            } else if (isTaken(item, owners)) {
                tally.reject(
                        entry.rejected("barcodes", "BARCODE_TAKEN", "one of its barcodes belongs to another item"));
            } else {
                item.barcodes()
                        .forEach(barcode -> owners.put(barcode, item.sku().value()));
                skus.put(lower(item), item.sku().value());
                changed.add(item);
                tally.loaded();
                shown.notice(entry, tally);
            }
        }
        write(handle, changed, shown);
        changed.forEach(item -> changes.add(new Feed.ItemChanged(item)));
    }

    private static String lower(Item item) {
        return item.sku().value().toLowerCase(Locale.ROOT);
    }

    private Map<String, String> skus(Handle handle, List<Entry<Item>> entries) {
        Map<String, String> skus = new HashMap<>();
        site.bindTo(handle.createQuery(TWINS))
                .bindArray(
                        "skus",
                        String.class,
                        entries.stream().map(entry -> lower(entry.value())).toList())
                .mapTo(String.class)
                .forEach(sku -> skus.put(sku.toLowerCase(Locale.ROOT), sku));
        return skus;
    }

    private static boolean isTaken(Item item, Map<String, String> owners) {
        return item.barcodes().stream()
                .anyMatch(barcode -> !owners.getOrDefault(barcode, item.sku().value())
                        .equals(item.sku().value()));
    }

    private Map<String, String> takenBarcodes(Handle handle, List<Entry<Item>> entries) {
        List<String> barcodes = entries.stream()
                .flatMap(entry -> entry.value().barcodes().stream())
                .toList();
        Map<String, String> owners = new HashMap<>();
        site.bindTo(handle.createQuery(TAKEN))
                .bindArray("barcodes", String.class, barcodes)
                .map((row, context) -> Map.entry(row.getString("barcode"), row.getString("sku")))
                .forEach(taken -> owners.put(taken.getKey(), taken.getValue()));
        return owners;
    }

    private void write(Handle handle, List<Item> items, ItemPictures shown) {
        if (items.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(PUT);
        for (Item item : items) {
            site.bindTo(batch)
                    .bind("sku", item.sku().value())
                    .bind("owner", item.owner().value())
                    .bind("ko", item.nameKo())
                    .bind("en", item.nameEn())
                    .bind("lot", item.lotTracked())
                    .bind("expiry", item.expiryTracked())
                    .bind(
                            "weight",
                            item.unitWeight() == null ? null : item.unitWeight().value())
                    .bind("note", item.note())
                    .bind("source", shown.source(item))
                    .add();
        }
        batch.execute();
        writeBarcodes(handle, items);
    }

    private void writeBarcodes(Handle handle, List<Item> items) {
        site.bindTo(handle.createUpdate(FORGET_BARCODES))
                .bindArray(
                        "skus",
                        String.class,
                        items.stream().map(item -> item.sku().value()).toList())
                .execute();
        PreparedBatch batch = handle.prepareBatch(PUT_BARCODE);
        for (Item item : items) {
            for (int i = 0; i < item.barcodes().size(); i++) {
                site.bindTo(batch)
                        .bind("sku", item.sku().value())
                        .bind("barcode", item.barcodes().get(i))
                        .bind("position", i)
                        .add();
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }
}
