package dev.dockhand.server.catalogue;

import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.PictureId;
import dev.dockhand.server.picture.PictureSource;
import dev.dockhand.server.picture.Pictures;
import dev.dockhand.server.store.Admission;
import dev.dockhand.server.store.Tx;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Items that are told, each with the picture that its source holds by now. Used by one thread. */
final class ItemPictures {

    private static final String SOURCES = """
        SELECT item, picture_source FROM item
        WHERE company = :company AND warehouse = :warehouse AND item = ANY(:items)\
        """;

    private final Map<ItemId, String> before = new HashMap<>();
    private final Map<ItemId, String> sources = new HashMap<>();
    private final Map<PictureSource, PictureId> here;
    private final List<Item> items;

    private ItemPictures(Tx tx, Pictures pictures, List<Items.Told> told, Map<ItemId, Item> known) {
        tx.query(SOURCES)
                .bindArray(
                        "items",
                        String.class,
                        told.stream().map(one -> one.item().id().value()).toList())
                .map((row, context) -> Map.entry(new ItemId(row.getString("item")), row.getString("picture_source")))
                .forEach(each -> before.put(each.getKey(), each.getValue()));
        Set<PictureSource> named = new HashSet<>();
        for (Items.Told one : told) {
            String source = one.source();
            if (source != null) {
                sources.put(one.item().id(), source);
                if (!source.isEmpty()) {
                    named.add(new PictureSource(source));
                }
            }
        }
        here = pictures.sources().tell(tx, named);
        items = told.stream().map(one -> shown(one.item(), known)).toList();
    }

    static ItemPictures of(Tx tx, Pictures pictures, List<Items.Told> told, Map<ItemId, Item> known) {
        return new ItemPictures(tx, pictures, told, known);
    }

    private Item shown(Item item, Map<ItemId, Item> known) {
        @Nullable String source = sources.get(item.id());
        if (source == null) {
            Item last = known.get(item.id());
            return last == null ? item : item.withPicture(last.picture());
        }
        return source.isEmpty() ? item : item.withPicture(here.get(new PictureSource(source)));
    }

    List<Item> items() {
        return items;
    }

    /** Where the picture of an item comes from; empty for none. */
    String source(Item item) {
        String last = before.getOrDefault(item.id(), "");
        return sources.getOrDefault(item.id(), last);
    }

    boolean hasOtherSource(Item item) {
        return !source(item).equals(before.getOrDefault(item.id(), ""));
    }

    /** A file that nobody uploaded yet keeps no item from loading, but is told. */
    Admission.@Nullable Remark remark(Item item) {
        String source = sources.getOrDefault(item.id(), "");
        if (source.isEmpty()) {
            return null;
        }
        PictureSource named = new PictureSource(source);
        return named.isAddress() || here.containsKey(named)
                ? null
                : new Admission.Remark(
                        "picture",
                        "PICTURE_NOT_UPLOADED",
                        "no picture was uploaded as %s yet; the item shows it once it is".formatted(source));
    }
}
