package dev.dockhand.server.intake;

import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.id.CheckDigit;
import dev.dockhand.model.id.Gtin;
import dev.dockhand.model.id.OwnerId;
import dev.dockhand.model.id.Sku;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.server.feed.Changes;
import dev.dockhand.server.feed.FeedWriter;
import dev.dockhand.server.store.Meta;
import dev.dockhand.server.store.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Loads items. */
final class Items implements Loader<Item> {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_BARCODE = 60;
    private static final int MOST_BARCODES = 20;
    private static final int UPC_WITHOUT_ZERO = 11;

    private static final String PUT = """
        INSERT INTO item (tenant, warehouse, sku, owner, name_ko, name_en, lot_tracked, expiry_tracked,
            unit_weight, note)
        VALUES (:tenant, :warehouse, :sku, :owner, :ko, :en, :lot, :expiry, :weight, :note)
        ON CONFLICT (tenant, warehouse, sku) DO UPDATE SET owner = excluded.owner, name_ko = excluded.name_ko,
            name_en = excluded.name_en, lot_tracked = excluded.lot_tracked,
            expiry_tracked = excluded.expiry_tracked, unit_weight = excluded.unit_weight, note = excluded.note\
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
    private final Site site;

    Items(FeedWriter feed, Site site) {
        this.feed = feed;
        this.site = site;
    }

    @Override
    public Item read(List<Fields> rows) throws BadFieldException {
        Fields row = rows.getFirst();
        String ko = row.optionalText("name_ko", LONGEST_NAME);
        String en = row.optionalText("name_en", LONGEST_NAME);
        if (ko.isEmpty() && en.isEmpty()) {
            throw row.bad("name_en", "MISSING", "a Korean or an English name is needed");
        }
        return new Item(
                row.id("sku", Sku::new),
                row.id("owner", OwnerId::new),
                ko,
                en,
                barcodes(row),
                row.yes("lot_tracked"),
                row.yes("expiry_tracked"),
                row.optionalGrams("unit_grams"),
                row.optionalText("note", LONGEST_NAME));
    }

    private static List<String> barcodes(Fields row) throws BadFieldException {
        Set<String> barcodes = new LinkedHashSet<>();
        for (String barcode : row.codes("barcodes", LONGEST_BARCODE)) {
            barcodes.addAll(checked(row, barcode));
        }
        if (barcodes.size() > MOST_BARCODES) {
            throw row.bad("barcodes", "TOO_LONG", "an item has at most %d barcodes".formatted(MOST_BARCODES));
        }
        return List.copyOf(barcodes);
    }

    private static List<String> checked(Fields row, String barcode) throws BadFieldException {
        if (Gtin.isShaped(barcode)) {
            Gtin gtin = Gtin.read(barcode)
                    .orElseThrow(() ->
                            row.bad("barcodes", "BAD_CHECK_DIGIT", barcode + " is no GTIN: its check digit is wrong"));
            if (!CheckDigit.isRight(barcode)) {
                row.notice("barcodes", "UPC_E", gtin.shortest(), "the digits are a UPC-E");
            }
            return List.of(gtin.digits());
        }
        Optional<Gtin> whole = Gtin.withZerosBack(barcode);
        if (whole.isEmpty()) {
            return List.of(barcode);
        }
        String gtin = whole.get().digits();
        if (barcode.length() == UPC_WITHOUT_ZERO) {
            row.notice("barcodes", "ZERO_BACK", whole.get().shortest(), "eleven digits are a UPC-A without its zero");
            return List.of(gtin);
        }
        // So few digits may be a number of the house's own: both are known then.
        row.notice("barcodes", "ZERO_BACK", barcode + " and " + gtin, "it may be a GTIN without its zeros");
        return List.of(barcode, gtin);
    }

    @Override
    public String key(Item item) {
        return item.sku().value();
    }

    @Override
    public Tally load(List<Entry<Item>> entries) {
        return feed.inTransaction(site, (handle, changes) -> load(handle, changes, entries));
    }

    private Tally load(Handle handle, Changes changes, List<Entry<Item>> entries) {
        Meta.lock(handle, site);
        Tally tally = new Tally();
        Map<Sku, Item> known = Catalogue.items(
                handle, site, entries.stream().map(entry -> entry.value().sku()).toList());
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
            } else if (item.equals(known.get(item.sku()))) {
                tally.unchanged();
            } else if (isTaken(item, owners)) {
                tally.reject(
                        entry.rejected("barcodes", "BARCODE_TAKEN", "one of its barcodes belongs to another item"));
            } else {
                item.barcodes()
                        .forEach(barcode -> owners.put(barcode, item.sku().value()));
                skus.put(lower(item), item.sku().value());
                changed.add(item);
                tally.loaded();
            }
        }
        write(handle, changed);
        changed.forEach(item -> changes.add(new Feed.ItemChanged(item)));
        return tally;
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

    private void write(Handle handle, List<Item> items) {
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
