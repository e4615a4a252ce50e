package dev.dockhand.server.intake;

import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.server.picture.PictureSource;
import dev.dockhand.server.picture.Pictures;
import dev.dockhand.server.store.Tx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Loads items. */
final class Items implements Loader<Items.Told> {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ADDRESS = 2000;
    private static final String NO_PICTURE = "-";

    private static final String PUT = """
        INSERT INTO item (company, warehouse, item, name_ko, name_en, lot_tracked, expiry_tracked,
            unit_weight, note, picture_source)
        VALUES (:company, :warehouse, :item, :ko, :en, :lot, :expiry, :weight, :note, :source)
        ON CONFLICT (company, warehouse, item) DO UPDATE SET name_ko = excluded.name_ko,
            name_en = excluded.name_en, lot_tracked = excluded.lot_tracked,
            expiry_tracked = excluded.expiry_tracked, unit_weight = excluded.unit_weight, note = excluded.note,
            picture_source = excluded.picture_source\
        """;

    private static final String FORGET_BARCODES = """
        DELETE FROM item_barcode WHERE company = :company AND warehouse = :warehouse AND item = ANY(:items)\
        """;

    private static final String PUT_BARCODE = """
        INSERT INTO item_barcode (company, warehouse, barcode, item, position)
        VALUES (:company, :warehouse, :barcode, :item, :position)\
        """;

    private static final String TAKEN = """
        SELECT barcode, item FROM item_barcode
        WHERE company = :company AND warehouse = :warehouse AND barcode = ANY(:barcodes)\
        """;

    private static final String TWINS = """
        SELECT item FROM item WHERE company = :company AND warehouse = :warehouse AND item_lower = ANY(:items)\
        """;

    private final Pictures pictures;

    Items(Pictures pictures) {
        this.pictures = pictures;
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
                row.item(row.brand()),
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
        return told.item().id().value();
    }

    @Override
    public Tally load(Tx tx, List<Entry<Told>> entries) {
        Map<ItemId, Item> known = Catalogue.items(
                tx, entries.stream().map(entry -> entry.value().item().id()).toList());
        Tally tally = new Tally();
        load(tx, ItemPictures.of(tx, pictures, entries, known), known, tally);
        return tally;
    }

    private void load(Tx tx, ItemPictures shown, Map<ItemId, Item> known, Tally tally) {
        List<Entry<Item>> entries = shown.items();
        Map<String, ItemId> owners = takenBarcodes(tx, entries);
        Map<String, String> twins = twins(tx, entries);
        List<Item> changed = new ArrayList<>();
        for (Entry<Item> entry : entries) {
            Item item = entry.value();
            String twin = twins.getOrDefault(lower(item), item.id().value());
            if (!twin.equals(item.id().value()) && !known.containsKey(item.id())) {
                tally.reject(entry.rejected(
                        "sku",
                        "TWIN",
                        "\"%s\" differs only by letter case from the item %s; people and scanners would take one for the other"
                                .formatted(item.id(), twin)));
            } else if (item.equals(known.get(item.id())) && !shown.hasOtherSource(item)) {
                tally.unchanged();
                shown.notice(entry, tally);
            } else if (isTaken(item, owners)) {
                tally.reject(
                        entry.rejected("barcodes", "BARCODE_TAKEN", "one of its barcodes belongs to another item"));
            } else {
                item.barcodes().forEach(barcode -> owners.put(ofBrand(item.id(), barcode), item.id()));
                twins.put(lower(item), item.id().value());
                changed.add(item);
                tally.loaded();
                shown.notice(entry, tally);
            }
        }
        write(tx, changed, shown);
        changed.forEach(item -> tx.tell(new Feed.ItemChanged(item)));
    }

    /** A barcode is one item's within a brand; two brands may use the same. */
    private static String ofBrand(ItemId item, String barcode) {
        return item.brand() + "\t" + barcode;
    }

    private static String lower(Item item) {
        return item.id().value().toLowerCase(Locale.ROOT);
    }

    private Map<String, String> twins(Tx tx, List<Entry<Item>> entries) {
        Map<String, String> twins = new HashMap<>();
        tx.query(TWINS)
                .bindArray(
                        "items",
                        String.class,
                        entries.stream().map(entry -> lower(entry.value())).toList())
                .mapTo(String.class)
                .forEach(item -> twins.put(item.toLowerCase(Locale.ROOT), item));
        return twins;
    }

    private static boolean isTaken(Item item, Map<String, ItemId> owners) {
        return item.barcodes().stream()
                .map(barcode -> owners.get(ofBrand(item.id(), barcode)))
                .anyMatch(owner -> owner != null && !owner.equals(item.id()));
    }

    private Map<String, ItemId> takenBarcodes(Tx tx, List<Entry<Item>> entries) {
        List<String> barcodes = entries.stream()
                .flatMap(entry -> entry.value().barcodes().stream())
                .toList();
        Map<String, ItemId> owners = new HashMap<>();
        tx.query(TAKEN)
                .bindArray("barcodes", String.class, barcodes)
                .map((row, context) -> Map.entry(row.getString("barcode"), new ItemId(row.getString("item"))))
                .forEach(taken -> owners.put(ofBrand(taken.getValue(), taken.getKey()), taken.getValue()));
        return owners;
    }

    private void write(Tx tx, List<Item> items, ItemPictures shown) {
        if (items.isEmpty()) {
            return;
        }
        PreparedBatch batch = tx.batch(PUT);
        for (Item item : items) {
            tx.bindTo(batch)
                    .bind("item", item.id().value())
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
        writeBarcodes(tx, items);
    }

    private void writeBarcodes(Tx tx, List<Item> items) {
        tx.update(FORGET_BARCODES)
                .bindArray(
                        "items",
                        String.class,
                        items.stream().map(item -> item.id().value()).toList())
                .execute();
        PreparedBatch batch = tx.batch(PUT_BARCODE);
        for (Item item : items) {
            for (int i = 0; i < item.barcodes().size(); i++) {
                tx.bindTo(batch)
                        .bind("item", item.id().value())
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
