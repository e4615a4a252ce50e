package dev.dockhand.model.catalogue;

import dev.dockhand.model.id.BrandId;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.PictureId;
import dev.dockhand.model.id.Sku;
import dev.dockhand.model.measure.Grams;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One kind of goods.
 *
 * @param id its key
 * @param nameKo Korean name
 * @param nameEn English name
 * @param barcodes every code that is printed on a unit: GTINs as 14 digits with leading zeros, others as printed
 * @param lotTracked whether a lot must be known at receiving
 * @param expiryTracked whether an expiry date must be known at receiving
 * @param unitWeight weight of a packed unit, absent where nobody weighed it
 * @param note what tells it from its neighbours, for instance "white cap"; empty where there is nothing to say
 * @param picture what it looks like, absent where nobody gave a picture
 */
public record Item(
        ItemId id,
        String nameKo,
        String nameEn,
        List<String> barcodes,
        boolean lotTracked,
        boolean expiryTracked,
        @Nullable Grams unitWeight,
        String note,
        @Nullable PictureId picture) {

    /** Copies the list. */
    public Item {
        barcodes = List.copyOf(barcodes);
    }

    /** An item without a picture. */
    public Item(
            ItemId id,
            String nameKo,
            String nameEn,
            List<String> barcodes,
            boolean lotTracked,
            boolean expiryTracked,
            @Nullable Grams unitWeight,
            String note) {
        this(id, nameKo, nameEn, barcodes, lotTracked, expiryTracked, unitWeight, note, null);
    }

    /** Whose goods they are. */
    public BrandId brand() {
        return id.brand();
    }

    /** What the brand calls it. */
    public Sku sku() {
        return id.sku();
    }

    /** The same item with another picture, or with none. */
    public Item withPicture(@Nullable PictureId other) {
        return new Item(id, nameKo, nameEn, barcodes, lotTracked, expiryTracked, unitWeight, note, other);
    }

    /** The name in the operator's language; the other language where this one is blank. */
    public String name(Locale locale) {
        boolean korean = locale.getLanguage().equals("ko");
        String wanted = korean ? nameKo : nameEn;
        return wanted.isBlank() ? (korean ? nameEn : nameKo) : wanted;
    }
}
