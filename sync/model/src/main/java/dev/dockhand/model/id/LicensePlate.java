package dev.dockhand.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A pallet, carton or stack that is moved as one; an SSCC where it was labelled here.
 *
 * @param value 1 to 40 characters in their normal form
 */
public record LicensePlate(@JsonValue String value) implements Identifier {

    /** Checks the text; see {@link Identifier#checked}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LicensePlate {
        value = Identifier.checked("license plate", value, 40);
    }

    @Override
    public String toString() {
        return value;
    }
}
