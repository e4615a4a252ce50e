package dev.dockhand.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The stock keeping unit: one kind of item.
 *
 * @param value 1 to 40 characters in their normal form
 */
public record Sku(@JsonValue String value) implements Identifier {

    /** Checks the text; see {@link Identifier#checked}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Sku {
        value = Identifier.checked("SKU", value, 40);
    }

    @Override
    public String toString() {
        return value;
    }
}
