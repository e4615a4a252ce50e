package dev.dockhand.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The consignor whose goods they are.
 *
 * @param value 1 to 40 characters in their normal form
 */
public record OwnerId(@JsonValue String value) implements Identifier {

    /** Checks the text; see {@link Identifier#checked}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OwnerId {
        value = Identifier.checked("owner", value, 40);
    }

    @Override
    public String toString() {
        return value;
    }
}
