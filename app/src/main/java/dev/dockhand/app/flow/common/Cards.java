package dev.dockhand.app.flow.common;

import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.id.Lot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The card of an item with what tells it from its neighbours. */
public final class Cards {

    private Cards() {}

    /**
     * A card.
     *
     * @param item the item
     * @param place where to take it from or put it, absent when it does not matter
     * @param lot its lot, absent when it does not matter
     * @param expiry its expiry date, absent when it does not matter
     */
    public static Screen.ItemCard of(Item item, @Nullable String place, @Nullable Lot lot, @Nullable LocalDate expiry) {
        List<Text> facts = new ArrayList<>();
        if (lot != null) {
            facts.add(Text.of("common.lot", lot));
        }
        if (expiry != null) {
            facts.add(Text.of("common.expiry", expiry));
        }
        if (!item.note().isBlank()) {
            facts.add(Text.of("common.note", item.note()));
        }
        return new Screen.ItemCard(item, place, facts);
    }

    /** A card of which only the item matters. */
    public static Screen.ItemCard of(Item item) {
        return of(item, null, null, null);
    }
}
