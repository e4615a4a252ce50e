package dev.dockhand.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The number that the carrier knows the parcel by.
 *
 * @param value 1 to 40 characters, no control characters
 */
public record WaybillNumber(@JsonValue String value) implements Identifier {

    /** Checks the text; see {@link Identifier#checked}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WaybillNumber {
        value = Identifier.checked("waybill number", value, 40);
    }

    @Override
    public String toString() {
        return value;
    }
}
