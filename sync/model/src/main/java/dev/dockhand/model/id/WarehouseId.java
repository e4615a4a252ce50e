package dev.dockhand.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One warehouse of a company.
 *
 * @param value 1 to 40 characters in their normal form
 */
public record WarehouseId(@JsonValue String value) implements Identifier {

    /** Checks the text; see {@link Identifier#checked}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WarehouseId {
        value = Identifier.checked("warehouse", value, 40);
    }

    @Override
    public String toString() {
        return value;
    }
}
