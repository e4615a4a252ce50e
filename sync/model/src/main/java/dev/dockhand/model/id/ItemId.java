package dev.dockhand.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One kind of item of a brand.
 *
 * @param value written as {@link BrandedId} says
 */
public record ItemId(@JsonValue String value) implements BrandedId {

    /** Checks the written form; see {@link BrandedId#checked}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ItemId {
        value = BrandedId.checked("item", value, Sku::new);
    }

    /** Names it by its parts. */
    public static ItemId of(BrandId brand, Sku sku) {
        return new ItemId(brand.value() + SLASH + sku.value());
    }

    /** The part that the brand gave. */
    public Sku sku() {
        return new Sku(name());
    }

    @Override
    public String toString() {
        return value;
    }
}
