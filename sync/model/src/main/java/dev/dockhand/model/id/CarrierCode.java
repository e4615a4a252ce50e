package dev.dockhand.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A carrier, for instance CJ.
 *
 * @param value 1 to 20 characters in their normal form
 */
public record CarrierCode(@JsonValue String value) implements Identifier {

    /** Checks the text; see {@link Identifier#checked}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CarrierCode {
        value = Identifier.checked("carrier", value, 20);
    }

    @Override
    public String toString() {
        return value;
    }
}
