package dev.dockhand.model.catalogue;

import dev.dockhand.model.id.OwnerId;
import dev.dockhand.model.id.PictureId;
import dev.dockhand.model.id.Sku;
import dev.dockhand.model.measure.Grams;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One kind of goods.
 *
 * @param sku its key
 * @param owner whose goods they are
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
        Sku sku,
        OwnerId owner,
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
            Sku sku,
            OwnerId owner,
            String nameKo,
            String nameEn,
            List<String> barcodes,
            boolean lotTracked,
            boolean expiryTracked,
            @Nullable Grams unitWeight,
            String note) {
        this(sku, owner, nameKo, nameEn, barcodes, lotTracked, expiryTracked, unitWeight, note, null);
    }

    /** The same item with another picture, or with none. */
    public Item withPicture(@Nullable PictureId other) {
        return new Item(sku, owner, nameKo, nameEn, barcodes, lotTracked, expiryTracked, unitWeight, note, other);
    }

    /** The name in the operator's language; the other language where this one is blank. */
    public String name(Locale locale) {
        boolean korean = locale.getLanguage().equals("ko");
        String wanted = korean ? nameKo : nameEn;
        return wanted.isBlank() ? (korean ? nameEn : nameKo) : wanted;
    }
}
