package dev.dockhand.server.catalogue;

import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.PictureId;
import dev.dockhand.model.measure.Grams;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.server.picture.Pictures;
import dev.dockhand.server.store.Admission;
import dev.dockhand.server.store.Columns;
import dev.dockhand.server.store.Keyed;
import dev.dockhand.server.store.Tx;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the warehouse handles. A barcode is one item's within a brand. */
public final class Items {

    private static final String PUT = """
        INSERT INTO item (company, warehouse, item, name_ko, name_en, lot_tracked, expiry_tracked,
            unit_weight, note, picture_source)
        SELECT :company, :warehouse, item, ko, en, lot, expiry, weight::numeric, note, source
        FROM unnest(:items, :ko, :en, :lots, :expiries, :weights, :notes, :sources)
            AS d (item, ko, en, lot, expiry, weight, note, source)
        ON CONFLICT (company, warehouse, item) DO UPDATE SET name_ko = excluded.name_ko,
            name_en = excluded.name_en, lot_tracked = excluded.lot_tracked,
            expiry_tracked = excluded.expiry_tracked, unit_weight = excluded.unit_weight, note = excluded.note,
            picture_source = excluded.picture_source\
        """;

    private static final String FORGET_BARCODES = """
        DELETE FROM item_barcode WHERE company = :company AND warehouse = :warehouse AND item = ANY(:items)\
        """;

    private static final String PUT_BARCODE = """
        INSERT INTO item_barcode (company, warehouse, item, barcode, position)
        SELECT :company, :warehouse, d.* FROM unnest(:items, :barcodes, :positions) AS d\
        """;

    private static final String TAKEN = """
        SELECT barcode, item FROM item_barcode
        WHERE company = :company AND warehouse = :warehouse AND barcode = ANY(:barcodes)\
        """;

    private static final String TWINS = """
        SELECT item FROM item WHERE company = :company AND warehouse = :warehouse AND item_lower = ANY(:items)\
        """;

    /** All items of a warehouse, for {@link #read}; more may be asked of them as {@code i}. */
    public static final String ALL = """
        SELECT i.*, p.picture, ARRAY(
            SELECT b.barcode FROM item_barcode b
            WHERE b.company = i.company AND b.warehouse = i.warehouse AND b.item = i.item
            ORDER BY b.position) AS barcodes
        FROM item i LEFT JOIN picture_source p
            ON p.company = i.company AND p.warehouse = i.warehouse AND p.source = i.picture_source
        WHERE i.company = :company AND i.warehouse = :warehouse\
        """;

    private static final Keyed<ItemId, Item> FIND =
            new Keyed<>(ALL + " AND i.item = ANY(:keys) ORDER BY i.item", Items::read, Item::id);

    private final Pictures pictures;

    /** Works with what keeps the pictures. */
    public Items(Pictures pictures) {
        this.pictures = pictures;
    }

    /**
     * What is told of an item.
     *
     * @param item the item, without its picture
     * @param source where its picture comes from: absent where that is not said, empty for no picture
     */
    public record Told(Item item, @Nullable String source) {}

    /** Items by key; those that are not known are left out. */
    public static Map<ItemId, Item> find(Tx tx, Collection<ItemId> ids) {
        return FIND.in(tx, ids);
    }

    /** Stores items and tells the stations of those that changed. */
    public List<Admission> put(Tx tx, List<Told> told) {
        Map<ItemId, Item> known =
                find(tx, told.stream().map(one -> one.item().id()).toList());
        ItemPictures shown = ItemPictures.of(tx, pictures, told, known);
        Map<String, ItemId> owners = takenBarcodes(tx, shown.items());
        Map<String, String> twins = twins(tx, shown.items());
        List<Item> changed = new ArrayList<>();
        List<Admission> admitted = new ArrayList<>();
        for (Item item : shown.items()) {
            String twin = twins.getOrDefault(lower(item), item.id().value());
            if (!twin.equals(item.id().value()) && !known.containsKey(item.id())) {
                admitted.add(Admission.refused(
                        "sku",
                        "TWIN",
                        "\"%s\" differs only by letter case from the item %s; people and scanners would take one for the other"
                                .formatted(item.id(), twin)));
            } else if (item.equals(known.get(item.id())) && !shown.hasOtherSource(item)) {
                admitted.add(Admission.UNCHANGED.saying(shown.remark(item)));
            } else if (isTaken(item, owners)) {
                admitted.add(
                        Admission.refused("barcodes", "BARCODE_TAKEN", "one of its barcodes belongs to another item"));
            } else {
                item.barcodes().forEach(barcode -> owners.put(ofBrand(item.id(), barcode), item.id()));
                twins.put(lower(item), item.id().value());
                changed.add(item);
                admitted.add(Admission.LOADED.saying(shown.remark(item)));
            }
        }
        write(tx, changed, shown);
        changed.forEach(item -> tx.tell(new Feed.ItemChanged(item)));
        return admitted;
    }

    /** A barcode is one item's within a brand; two brands may use the same. */
    private static String ofBrand(ItemId item, String barcode) {
        return item.brand() + "\t" + barcode;
    }

    private static String lower(Item item) {
        return item.id().value().toLowerCase(Locale.ROOT);
    }

    private Map<String, String> twins(Tx tx, List<Item> items) {
        Map<String, String> twins = new HashMap<>();
        tx.query(TWINS)
                .bindArray(
                        "items", String.class, items.stream().map(Items::lower).toList())
                .mapTo(String.class)
                .forEach(item -> twins.put(item.toLowerCase(Locale.ROOT), item));
        return twins;
    }

    private static boolean isTaken(Item item, Map<String, ItemId> owners) {
        return item.barcodes().stream()
                .map(barcode -> owners.get(ofBrand(item.id(), barcode)))
                .anyMatch(owner -> owner != null && !owner.equals(item.id()));
    }

    private Map<String, ItemId> takenBarcodes(Tx tx, List<Item> items) {
        List<String> barcodes =
                items.stream().flatMap(item -> item.barcodes().stream()).toList();
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
        Columns.of(items)
                .text("items", Item::id)
                .text("ko", Item::nameKo)
                .text("en", Item::nameEn)
                .flags("lots", Item::lotTracked)
                .flags("expiries", Item::expiryTracked)
                .text(
                        "weights",
                        item -> item.unitWeight() == null
                                ? null
                                : item.unitWeight().value())
                .text("notes", Item::note)
                .text("sources", shown::source)
                .in(tx.update(PUT))
                .execute();
        Columns.of(items).text("items", Item::id).in(tx.update(FORGET_BARCODES)).execute();
        List<Barcode> barcodes = new ArrayList<>();
        for (Item item : items) {
            item.barcodes()
                    .forEach(barcode -> barcodes.add(
                            new Barcode(item.id(), barcode, item.barcodes().indexOf(barcode))));
        }
        Columns.of(barcodes)
                .text("items", Barcode::item)
                .text("barcodes", Barcode::barcode)
                .ints("positions", Barcode::position)
                .in(tx.update(PUT_BARCODE))
                .execute();
    }

    private record Barcode(ItemId item, String barcode, int position) {}

    /** Reads an item. */
    public static Item read(ResultSet row) throws SQLException {
        BigDecimal weight = row.getBigDecimal("unit_weight");
        String picture = row.getString("picture");
        return new Item(
                new ItemId(row.getString("item")),
                row.getString("name_ko"),
                row.getString("name_en"),
                List.of((String[]) row.getArray("barcodes").getArray()),
                row.getBoolean("lot_tracked"),
                row.getBoolean("expiry_tracked"),
                weight == null ? null : new Grams(weight),
                row.getString("note"),
                picture == null ? null : new PictureId(picture));
    }
}
