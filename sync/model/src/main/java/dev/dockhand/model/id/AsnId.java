package dev.dockhand.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An advance shipping notice of a brand's goods.
 *
 * @param value written as {@link BrandedId} says
 */
public record AsnId(@JsonValue String value) implements BrandedId {

    /** Checks the written form; see {@link BrandedId#checked}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AsnId {
        value = BrandedId.checked("ASN", value, AsnNumber::new);
    }

    /** Names it by its parts. */
    public static AsnId of(BrandId brand, AsnNumber number) {
        return new AsnId(brand.value() + SLASH + number.value());
    }

    /** The part that the brand gave. */
    public AsnNumber number() {
        return new AsnNumber(name());
    }

    @Override
    public String toString() {
        return value;
    }
}
