package dev.dockhand.server.intake;

import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.PictureId;
import dev.dockhand.server.picture.PictureSource;
import dev.dockhand.server.picture.Pictures;
import dev.dockhand.server.store.Tx;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The items of a part of an import, each with the picture that its source holds by now. Used by one thread. */
final class ItemPictures {

    private static final String SOURCES = """
        SELECT item, picture_source FROM item
        WHERE company = :company AND warehouse = :warehouse AND item = ANY(:items)\
        """;

    private final Map<ItemId, String> before = new HashMap<>();
    private final Map<ItemId, String> sources = new HashMap<>();
    private final Map<PictureSource, PictureId> here;
    private final List<Entry<Item>> items;

    private ItemPictures(Tx tx, Pictures pictures, List<Entry<Items.Told>> entries, Map<ItemId, Item> known) {
        tx.query(SOURCES)
                .bindArray(
                        "items",
                        String.class,
                        entries.stream()
                                .map(entry -> entry.value().item().id().value())
                                .toList())
                .map((row, context) -> Map.entry(new ItemId(row.getString("item")), row.getString("picture_source")))
                .forEach(each -> before.put(each.getKey(), each.getValue()));
        Set<PictureSource> named = new HashSet<>();
        for (Entry<Items.Told> entry : entries) {
            String source = entry.value().source();
            if (source != null) {
                sources.put(entry.value().item().id(), source);
                if (!source.isEmpty()) {
                    named.add(new PictureSource(source));
                }
            }
        }
        here = pictures.sources().tell(tx, named);
        items = entries.stream()
                .map(entry -> entry.with(shown(entry.value().item(), known)))
                .toList();
    }

    static ItemPictures of(Tx tx, Pictures pictures, List<Entry<Items.Told>> entries, Map<ItemId, Item> known) {
        return new ItemPictures(tx, pictures, entries, known);
    }

    private Item shown(Item item, Map<ItemId, Item> known) {
        @Nullable String source = sources.get(item.id());
        if (source == null) {
            Item last = known.get(item.id());
            return last == null ? item : item.withPicture(last.picture());
        }
        return source.isEmpty() ? item : item.withPicture(here.get(new PictureSource(source)));
    }

    List<Entry<Item>> items() {
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
    void notice(Entry<Item> entry, Tally tally) {
        String source = sources.getOrDefault(entry.value().id(), "");
        if (!source.isEmpty()) {
            PictureSource named = new PictureSource(source);
            if (!named.isAddress() && !here.containsKey(named)) {
                tally.notice(List.of(entry.notice(
                        "picture",
                        "PICTURE_NOT_UPLOADED",
                        "no picture was uploaded as %s yet; the item shows it once it is".formatted(source))));
            }
        }
    }
}
