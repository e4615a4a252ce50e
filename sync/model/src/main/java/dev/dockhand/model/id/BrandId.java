package dev.dockhand.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The brand whose goods they are: the consignor, or owner. It is part of the key of everything that is the brand's own.
 *
 * @param value 1 to 40 characters in their normal form, no slash
 */
public record BrandId(@JsonValue String value) implements Identifier {

    /** Checks the text; see {@link Identifier#checked}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BrandId {
        value = Identifier.checked("brand", value, 40);
        if (value.indexOf(BrandedId.SLASH) >= 0) {
            throw new IllegalArgumentException("brand cannot hold a slash");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
