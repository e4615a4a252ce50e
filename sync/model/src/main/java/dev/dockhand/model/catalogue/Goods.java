package dev.dockhand.model.catalogue;

import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.Lot;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What units are: two units of the same goods can stand for each other.
 *
 * @param item kind of item, with its brand
 * @param lot lot, absent for items without lots
 * @param expiry expiry date, absent where there is none
 */
public record Goods(
        ItemId item, @Nullable Lot lot, @Nullable LocalDate expiry) {

    /**
     * Reads the three columns of a key.
     *
     * @param item as {@link ItemId} is written
     * @param lot empty for none
     * @param expiry ISO form, empty for none
     */
    public static Goods ofKey(String item, String lot, String expiry) {
        return new Goods(
                new ItemId(item),
                lot.isEmpty() ? null : new Lot(lot),
                expiry.isEmpty() ? null : LocalDate.parse(expiry));
    }

    /** The lot in a key, where an absent one is empty text. */
    public String lotKey() {
        return lot == null ? "" : lot.value();
    }

    /** The expiry date in a key, in ISO form, which sorts as dates do; an absent one is empty text. */
    public String expiryKey() {
        return expiry == null ? "" : expiry.toString();
    }

    /** Goods without lot and date. */
    public static Goods of(ItemId item) {
        return new Goods(item, null, null);
    }
}
