package dev.dockhand.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An order as the shop calls it.
 *
 * @param value 1 to 60 characters in their normal form
 */
public record OrderNumber(@JsonValue String value) implements Identifier {

    /** Checks the text; see {@link Identifier#checked}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OrderNumber {
        value = Identifier.checked("order number", value, 60);
    }

    @Override
    public String toString() {
        return value;
    }
}
